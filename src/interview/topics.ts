import { askNext } from "../analysis/ask-next.ts";
import type { WrittenAnswer } from "../documents/written-answer.ts";
import type { Decision, Id } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Order } from "./orders.ts";

/** One question of the pack about one candidate. */
export interface Topic {
  readonly candidate: Id;
  readonly criterion: Id;
}

/** What an interview goes through. */
export interface Scope {
  /** Absent: all. */
  readonly candidates?: readonly Id[];
  readonly criteria?: readonly Id[];
  /** Answered questions are asked again. */
  readonly all: boolean;
}

/** What an interview knows of a file: the decision, and what is written under each question. */
export interface Reading {
  readonly decision: Decision;
  /** By {@link topicKey}; what is not there is unanswered, and without a note. */
  readonly written: ReadonlyMap<string, WrittenAnswer>;
}

/** Every question within the scope, in the order asked. `shuffle` gives the candidates of one question a fresh order. */
export function topicsInOrder(
  decision: Decision,
  scope: Scope,
  order: Order,
  shuffle: <T>(list: readonly T[]) => readonly T[],
): readonly Topic[] {
  const candidates = within(decision.candidates, scope.candidates);
  const criteria = within(decision.pack.criteria, scope.criteria);
  if (order === "question") {
    // A fresh order each time, so that no candidate is always the one that the others are measured by.
    return criteria.flatMap(({ id: criterion }) =>
      shuffle(candidates).map(({ id: candidate }) => ({ candidate, criterion })),
    );
  }
  return candidates.flatMap(({ id: candidate }) => criteria.map(({ id: criterion }) => ({ candidate, criterion })));
}

/**
 * The next question: the first that is open and was not dealt with in this interview. In the shortest order an answer that
 * is written but open, a range or an unknown, counts as open once; who abstains has said so for good. Undefined: nothing
 * is left to ask.
 */
export function nextTopic(
  reading: Reading,
  topics: readonly Topic[],
  { order, scope, done }: { order: Order; scope: Scope; done: ReadonlySet<string> },
): Topic | undefined {
  const waiting = topics.filter((topic) => !done.has(topicKey(topic)));
  if (order !== "shortest") return waiting.find((topic) => scope.all || isUnanswered(reading, topic));
  const isAskedAgain = (topic: Topic) => scope.all || writtenUnder(reading, topic).kind !== "abstain";
  const wanted = new Set(waiting.filter(isAskedAgain).map(topicKey));
  return askNext(reading.decision, evaluate(reading.decision)).find((asked) => wanted.has(topicKey(asked)));
}

/** Whether an open answer, be it asked about here or not, can still change who leads. */
export function leaderCanChange({ decision }: Reading): boolean {
  return askNext(decision, evaluate(decision)).length > 0;
}

/** What tells one question about one candidate from every other. */
export function topicKey({ candidate, criterion }: Topic): string {
  return JSON.stringify([candidate, criterion]);
}

export function isUnanswered(reading: Reading, topic: Topic): boolean {
  return writtenUnder(reading, topic).kind === "unanswered";
}

export function writtenUnder({ written }: Reading, topic: Topic): WrittenAnswer {
  return written.get(topicKey(topic)) ?? { kind: "unanswered" };
}

function within<T extends { readonly id: Id }>(things: readonly T[], ids: readonly Id[] | undefined): readonly T[] {
  return ids === undefined ? things : things.filter(({ id }) => ids.includes(id));
}
