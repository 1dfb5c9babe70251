import { GROUND_FIELDS, groundText, isSameAnswer } from "../../documents/same-answer.ts";
import type { WrittenAnswer } from "../../documents/written-answer.ts";
import type { QuestionView, Reply } from "../../interview/ask.ts";
import type { Stated } from "./typed-answer.ts";

/** What may stand beside an answer. */
export type Ground = Pick<WrittenAnswer, "note" | "evidence" | "basis">;
export type Basis = NonNullable<Ground["basis"]>;

/** How good the ground under an answer can be, best first, and what each means. */
export const BASES: ReadonlyMap<Basis, string> = new Map(
  Object.entries({
    seen: "you have seen it",
    read: "you have read it",
    told: "you were told",
    guess: "you guess",
  } satisfies Record<Basis, string>) as [Basis, string][], // its keys are those of the record
);

/** What a person has done on the screen of a question so far. */
export interface ScaleState {
  readonly chosen: Stated;
  readonly ground: Ground;
  /** Characters of an answer that is being typed. */
  readonly typed?: Typed;
  /** The page of help that is open, from 0. */
  readonly help?: number;
  /** What to say about the last key, in a line. */
  readonly message?: string;
}

export interface Typed {
  readonly kind: "number" | "range";
  readonly text: string;
  /** What was chosen before, and is again when this comes to nothing. */
  readonly before: Stated;
}

/** What is written is what is chosen at first. */
export function initialState({ existing }: QuestionView): ScaleState {
  return { chosen: statedOf(existing), ground: existing };
}

export function statedOf(answer: WrittenAnswer): Stated {
  if (answer.kind === "score") return { kind: "score", score: answer.score };
  if (answer.kind === "range") return { kind: "range", low: answer.low, high: answer.high };
  return { kind: answer.kind };
}

/** An empty text removes what stood there. */
export function withGround(ground: Ground, field: "note" | "evidence", text: string): Ground {
  return { ...ground, [field]: text };
}

/** An answer as it is to be written; blank texts beside it are none. */
export function answerOf(stated: Stated, ground: Ground): WrittenAnswer {
  const texts = GROUND_FIELDS.filter((key) => groundText(ground, key) !== undefined);
  return { ...stated, ...Object.fromEntries(texts.map((key) => [key, ground[key]])) };
}

/** What to write where anything changes, and where to go. */
export function replyTo({ existing }: QuestionView, answer: WrittenAnswer, go: Reply["go"]): Reply {
  return isSameAnswer(existing, answer) ? { go } : { write: answer, go };
}
