import { editsInTurn } from "../documents/edit-decision.ts";
import type { InputKind } from "../documents/open-decision.ts";
import type { Checked, Diagnostic } from "../documents/problems.ts";
import { isSameAnswer } from "../documents/same-answer.ts";
import type { Source } from "../documents/source.ts";
import type { WrittenAnswer } from "../documents/written-answer.ts";
import { type Answer, entryOf } from "../engine/decision.ts";
import { keepsChanging, problemInWords, somebodyElse } from "./sentences.ts";
import { type Reading, type Topic, topicKey, writtenUnder } from "./topics.ts";

/** One answer to put into the file. */
export interface Change {
  readonly topic: Topic;
  /** What the person saw when they answered. */
  readonly from: WrittenAnswer;
  readonly to: WrittenAnswer;
}

/** What a notebook needs of the place where its file lies. */
export interface Shelf {
  read(): Promise<Checked<Source>>;
  /** Replaces the file whole, if it is still what was read; resolves when the new text is on disk. */
  replace(text: string, ifSha256: string): Promise<Replaced>;
  /** What a text says, when somebody else has changed the file in between. */
  open(source: Source): Promise<Checked<Reading>>;
}

export type Replaced =
  | { readonly kind: "replaced"; readonly source: Source }
  | { readonly kind: "changed" }
  | { readonly kind: "failed"; readonly problem: Diagnostic };

/** `changes`: what is on disk now that was not before. */
export type Saved = { readonly changes: readonly Change[] } & (
  | { readonly kind: "saved" }
  /** Somebody else wrote another answer to the same question in between: `insist` or `giveWay`. */
  | { readonly kind: "changed"; readonly message: string }
  /** Not on disk: `retry`, or go on and try again with the next answer. */
  | { readonly kind: "failed"; readonly message: string }
);

/** The file under an interview, and the answers that are not in it yet. */
export interface Notebook {
  /** What the file says, and on top of it what waits to be saved. */
  reading(): Reading;
  save(change: Change): Promise<Saved>;
  retry(): Promise<Saved>;
  /** Writes the person's answer over the one that somebody else wrote. */
  insist(): Promise<Saved>;
  /** Leaves what somebody else wrote. */
  giveWay(): Promise<Saved>;
  unsaved(): readonly Change[];
}

/** Another program may write just as often as we do; it will not do so for ever. */
const MOST_READINGS = 20;

export function openNotebook(opened: { source: Source; input: InputKind; reading: Reading }, shelf: Shelf): Notebook {
  let { source, reading } = opened;
  const applyEdit = editsInTurn(opened.input);
  let waiting: readonly Change[] = [];

  const reload = async (): Promise<Diagnostic | undefined> => {
    const read = await shelf.read();
    if (!read.ok) return read.problems[0];
    const reopened = await shelf.open(read.value);
    if (!reopened.ok) return reopened.problems[0];
    source = read.value;
    reading = reopened.value;
    return undefined;
  };

  /** Puts one change on disk, on top of whatever stands there by now. */
  const put = async ({ topic, from, to }: Change): Promise<Exclude<Replaced, { kind: "replaced" }> | undefined> => {
    for (let readings = 0; readings < MOST_READINGS; readings += 1) {
      const candidate = reading.decision.candidates.find(({ id }) => id === topic.candidate);
      const { id, name } = candidate ?? { id: topic.candidate, name: topic.candidate };
      const edit = { kind: "answer", candidate: { id, name }, criterion: topic.criterion, from, to } as const;
      const patched = applyEdit(source, edit);
      if (!patched.ok) {
        const isChanged = candidate !== undefined && !isSameAnswer(writtenUnder(reading, topic), from);
        return isChanged ? { kind: "changed" } : { kind: "failed", problem: patched.problems[0] };
      }
      const replaced = await shelf.replace(patched.value, source.sha256);
      if (replaced.kind === "failed") return replaced;
      if (replaced.kind === "replaced") {
        source = replaced.source;
        reading = withAnswer(reading, topic, to);
        return undefined;
      }
      const problem = await reload();
      if (problem !== undefined) return { kind: "failed", problem };
    }
    return { kind: "failed", problem: keepsChanging(source.path) };
  };

  const putAll = async (): Promise<Saved> => {
    const changes: Change[] = [];
    while (waiting.length > 0) {
      const [first, ...rest] = waiting;
      const trouble = await put(first);
      if (trouble?.kind === "changed") {
        return { kind: "changed", changes, message: somebodyElse(reading, first) };
      }
      if (trouble?.kind === "failed") return { kind: "failed", changes, message: problemInWords(trouble.problem) };
      changes.push(first);
      waiting = rest;
    }
    return { kind: "saved", changes };
  };

  return {
    reading: () => waiting.reduce((before, { topic, to }) => withAnswer(before, topic, to), reading),
    unsaved: () => waiting,
    save(change) {
      const earlier = waiting.find((each) => topicKey(each.topic) === topicKey(change.topic));
      const others = waiting.filter((each) => each !== earlier);
      waiting = [...others, { ...change, from: earlier?.from ?? change.from }];
      return putAll();
    },
    retry: putAll,
    insist() {
      waiting = waiting.map((each, at) => (at === 0 ? { ...each, from: writtenUnder(reading, each.topic) } : each));
      return putAll();
    },
    giveWay() {
      waiting = waiting.slice(1);
      return putAll();
    },
  };
}

function withAnswer({ decision, written }: Reading, topic: Topic, to: WrittenAnswer): Reading {
  const [ballot, ...others] = decision.ballots;
  const about = entryOf(ballot.answers, topic.candidate) ?? {};
  const { kind, ...ground } = to;
  const answer: Answer | undefined =
    kind !== "unanswered" ? to : Object.keys(ground).length > 0 ? { kind: "unknown", ...ground } : undefined;
  const entries = Object.entries(about).filter(([criterion]) => criterion !== topic.criterion);
  const answersAbout = Object.fromEntries(answer === undefined ? entries : [...entries, [topic.criterion, answer]]);
  const answers = { ...ballot.answers, ...Object.fromEntries([[topic.candidate, answersAbout]]) };
  return {
    decision: { ...decision, ballots: [{ ...ballot, answers }, ...others] },
    written: new Map(written).set(topicKey(topic), to),
  };
}
