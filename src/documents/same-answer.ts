import type { Ground } from "../engine/decision.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/**
 * Whether two written answers say the same, note, evidence and basis included. A blank note is none, and nothing at all is
 * the same as an answer that is waited for without a note.
 */
export function isSameAnswer(one: WrittenAnswer | undefined, other: WrittenAnswer | undefined): boolean {
  const [first, second] = [one ?? NOTHING, other ?? NOTHING];
  return (
    isSameStated(first, second) && GROUND_FIELDS.every((key) => groundText(first, key) === groundText(second, key))
  );
}

/** Whether two answers state the same, whatever stands beside them. */
export function isSameStated(one: WrittenAnswer, other: WrittenAnswer): boolean {
  if (one.kind === "score" && other.kind === "score") return one.score === other.score;
  if (one.kind === "range" && other.kind === "range") return one.low === other.low && one.high === other.high;
  return one.kind === other.kind;
}

/** What stands beside an answer; undefined where nothing does, or nothing but blanks. */
export function groundText(ground: Ground, key: keyof Ground): string | undefined {
  const text = ground[key];
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** In the order in which it is written. */
export const GROUND_FIELDS = ["basis", "note", "evidence"] as const;

const NOTHING: WrittenAnswer = { kind: "unanswered" };
