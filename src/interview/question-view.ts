import { type Criterion, type Decision, entryOf } from "../engine/decision.ts";
import type { QuestionView } from "./ask.ts";
import { rulesToSay } from "./sentences.ts";
import { isUnanswered, type Reading, type Topic, writtenUnder } from "./topics.ts";

/** More answers than this do not fit a list of keys: the answer is then a typed number. */
const LISTED_AT_MOST = 11;

/** What a person sees of one question. `topics` are all of the interview, for its progress. */
export function questionView(
  reading: Reading,
  topic: Topic,
  { topics, canGoBack }: { topics: readonly Topic[]; canGoBack: boolean },
): QuestionView {
  const { decision } = reading;
  const criteria = decision.pack.criteria;
  const position = criteria.findIndex(({ id }) => id === topic.criterion);
  const criterion = criteria[position];
  const candidate = decision.candidates.find(({ id }) => id === topic.candidate);
  return {
    candidate: candidate?.name ?? topic.candidate,
    label: criterion.label,
    number: position + 1,
    of: criteria.length,
    answered: topics.filter((each) => !isUnanswered(reading, each)).length,
    total: topics.length,
    question: criterion.question,
    readings: readingsOf(decision, criterion),
    scale: criterion.scale,
    answers: listedAnswers(criterion),
    existing: writtenUnder(reading, topic),
    help: {
      probes: criterion.probes,
      evidence: criterion.evidence,
      // What is said before the first question has left a small window by then.
      rules: rulesToSay(decision, "partner"),
      ...(criterion.why !== undefined && { why: criterion.why }),
      ...(criterion.notThis !== undefined && { notThis: criterion.notThis }),
      ...(criterion.trap !== undefined && { trap: criterion.trap }),
    },
    canGoBack,
  };
}

/** How the chosen reasons read the question. */
function readingsOf({ pack, reasons }: Decision, { id }: Criterion): readonly string[] {
  return pack.reasons.flatMap((reason) => {
    const reading = reasons.includes(reason.id) ? entryOf(reason.readings, id) : undefined;
    return reading === undefined ? [] : [reading];
  });
}

/** Every step of the scale with its anchor; empty where they are too many to list. */
function listedAnswers({ scale, anchors }: Criterion): QuestionView["answers"] {
  const { min, max, step } = scale;
  const steps = Math.ceil((max - min) / step - 1e-9);
  if (steps + 1 > LISTED_AT_MOST) return [];
  return Array.from({ length: steps + 1 }, (_, at) => {
    const answer = at === steps ? max : asWritten(min + at * step);
    const anchor = anchors.find((each) => each.answer === answer);
    return { answer, ...(anchor !== undefined && { text: anchor.text }) };
  });
}

/** The number that a person would write: three steps of 0.1 are 0.3, and not 0.30000000000000004. */
function asWritten(sum: number): number {
  // biome-ignore lint/plugin: this is no result but the answer that a person chooses, and it goes into their file.
  return Number(sum.toPrecision(12));
}
