import type { WrittenAnswer } from "../documents/written-answer.ts";
import type { Scale } from "../engine/decision.ts";

/**
 * The few things a person can be asked, and told, at a terminal. The machine answers with prompts of its own, or in plain
 * mode with static text and a typed line; a test answers from a list.
 */
export interface Ask {
  /** One question of the pack about one candidate. */
  question(view: QuestionView): Promise<Reply>;
  choice<T>(view: ChoiceView<T>): Promise<Given<T>>;
  /** Any number of them, none included. */
  choices<T>(view: ChoicesView<T>): Promise<Given<readonly T[]>>;
  /** One line; empty text when the person only presses Enter. */
  line(view: LineView): Promise<Given<string>>;
  /** Several lines, typed or pasted. */
  lines(view: LineView): Promise<Given<readonly string[]>>;
  /** A line that stays on the screen. */
  say(text: string, manner?: Manner): void;
}

/** How a line is said. A `heading` stands apart from what is above it; each `item` belongs to the heading before it. */
export type Manner = "good" | "warning" | "bad" | "quiet" | "heading" | "item";

/** Leaving is an outcome, not an exception: `quit` is the person's q or Ctrl-D, `stop` is Ctrl-C. */
export type Given<T> = { readonly given: true; readonly value: T } | { readonly given: false; readonly why: Leaving };
export type Leaving = "quit" | "stop";

export interface ChoiceView<T> {
  readonly message: string;
  /** What helps to answer, shown while it is asked. */
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  /** Selected at first. */
  readonly selected?: T;
}

export interface ChoicesView<T> {
  readonly message: string;
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  readonly selected?: readonly T[];
  readonly atMost?: number;
}

export interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly explanation?: string;
}

export interface LineView {
  readonly message: string;
  /** Already typed at first. */
  readonly existing?: string;
  readonly hint?: string;
  /** What is wrong with this text (several lines are joined by line breaks), in a sentence; undefined when nothing is. */
  readonly check?: (text: string) => string | undefined;
}

/** What the screen of a question shows. All texts are as people wrote them: whoever shows them makes them harmless. */
export interface QuestionView {
  readonly candidate: string;
  readonly label: string;
  /** Which of the pack's questions this is, from 1. */
  readonly number: number;
  readonly of: number;
  /** In this interview: how many answers are written, of how many. */
  readonly answered: number;
  readonly total: number;
  readonly question: string;
  /** How the chosen reasons read this question. */
  readonly readings: readonly string[];
  readonly scale: Scale;
  /** The answers to choose from, best to read from the lowest; empty: the answer is a typed number. */
  readonly answers: readonly { readonly answer: number; readonly text?: string }[];
  /** What is written now, pre-selected. */
  readonly existing: WrittenAnswer;
  readonly help: QuestionHelp;
  readonly canGoBack: boolean;
}

export interface QuestionHelp {
  readonly why?: string;
  readonly notThis?: string;
  readonly probes: readonly string[];
  readonly evidence: readonly string[];
  readonly trap?: string;
  /** How to score, whatever the question. */
  readonly rules?: readonly string[];
}

/** What a person made of a question: what to write, if anything changes, and where to go. */
export interface Reply {
  /** The whole of what is to stand there, note, evidence and ground included; absent: nothing changes. */
  readonly write?: WrittenAnswer;
  readonly go: "on" | "back" | Leaving;
}
