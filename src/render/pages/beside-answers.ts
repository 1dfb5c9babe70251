import { raterNamed } from "../../engine/ballots.ts";
import { type Answer, type Decision, entryOf, type Id } from "../../engine/decision.ts";
import { answerWords } from "../answers.ts";

/** Of a larger committee the others are counted. */
const RATERS_NAMED = 12;

/**
 * What was written beside an answer, in one line: the note, then the evidence; of a committee, what each rater answered and
 * wrote. Empty where nothing was.
 *
 * @example
 * const answer = { kind: "score", score: 4, note: "They called\ntwice", evidence: "Letter of 3 May" };
 * besideAnswer({ ballots: [{ answers: { zoo: { fit: answer } } }] }, "zoo", "fit") // → "They called twice. Evidence: Letter of 3 May"
 * const ballots = [{ rater: "Ann", answers: { zoo: { fit: answer } } }, { answers: { zoo: { fit: { kind: "unknown" } } } }];
 * besideAnswer({ ballots }, "zoo", "fit") // → "Ann 4: They called twice. Evidence: Letter of 3 May; 2 unknown"
 * besideAnswer({ ballots: [{ answers: {} }] }, "zoo", "fit") // → ""
 */
export function besideAnswer({ ballots }: Pick<Decision, "ballots">, candidate: Id, criterion: Id): string {
  const answerIn = ({ answers }: Decision["ballots"][number]) => {
    const ofCandidate = entryOf(answers, candidate);
    return ofCandidate === undefined ? undefined : entryOf(ofCandidate, criterion);
  };
  if (ballots.length < 2) return ballots.map((ballot) => writtenWords(answerIn(ballot))).join("");
  const said = ballots.flatMap((ballot, rater) => {
    const answer = answerIn(ballot);
    if (answer === undefined) return [];
    const written = writtenWords(answer);
    return `${raterNamed(ballots, rater)} ${answerWords(answer)}${written === "" ? "" : `: ${written}`}`;
  });
  const others = said.length - RATERS_NAMED;
  return (others > 1 ? [...said.slice(0, RATERS_NAMED), `${others} others`] : said).join("; ");
}

function writtenWords(answer: Answer | undefined): string {
  const note = inOneLine(answer?.note ?? "");
  const evidence = inOneLine(answer?.evidence ?? "");
  if (evidence === "") return note;
  return `${note}${note === "" ? "" : /[.!?…。！？]$/u.test(note) ? " " : ". "}Evidence: ${evidence}`;
}

function inOneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
