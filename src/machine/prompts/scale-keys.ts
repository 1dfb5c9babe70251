import type { QuestionView, Reply } from "../../interview/ask.ts";
import { answerOf, BASES, replyTo, type ScaleState, statedOf, type Typed } from "./scale-state.ts";
import type { NamedKey, Stroke } from "./strokes.ts";
import { exampleRange, fromTo, mayBecomeNumber, type Stated, understood } from "./typed-answer.ts";

/** What a stroke on the screen of a question comes to. */
export type Pressed =
  | { readonly kind: "state"; readonly state: ScaleState }
  | { readonly kind: "edit"; readonly field: "note" | "evidence"; readonly state: ScaleState }
  | { readonly kind: "reply"; readonly reply: Reply };

/** What the keys need to know besides the question: how many pages of help the window makes. */
export interface ScaleContext {
  readonly view: QuestionView;
  readonly helpPages: number;
}

/** The state after a stroke; the same state where the stroke means nothing. */
export function afterStroke(before: ScaleState, stroke: Stroke, context: ScaleContext): Pressed {
  const { message: _said, ...state } = before;
  switch (stroke.kind) {
    case "paste":
      return stay({ ...state, message: "Pasted text is no answer: press n, then paste it into the note." });
    case "text": {
      const command = commands.get(stroke.text.toLowerCase());
      if (command !== undefined) return command(state, context);
      return TYPED_CHARACTER.test(stroke.text) ? stay(afterCharacter(state, stroke.text, context)) : stay(before);
    }
    case "key":
      return namedKeys[stroke.key]?.(state, context) ?? stay(before);
  }
}

type Command = (state: ScaleState, context: ScaleContext) => Pressed;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["u", (state) => stay(choose(state, { kind: "unknown" }))],
  ["r", (state, { view }) => stay(startRange(state, view))],
  ["n", (state) => ({ kind: "edit", field: "note", state: withoutHelp(state) })],
  ["e", (state) => ({ kind: "edit", field: "evidence", state: withoutHelp(state) })],
  ["g", (state) => stay(withNextBasis(withoutHelp(state)))],
  ["b", (state, { view }) => (view.canGoBack ? leaveAsWritten(state, view, "back") : stay(firstQuestion(state)))],
  ["s", (state, { view }) => leaveAsWritten(state, view, "on")],
  ["q", quit],
  ["?", (state, { helpPages }) => stay(withNextHelp(state, helpPages))],
]);

const namedKeys: Readonly<Partial<Record<NamedKey, Command>>> = {
  enter,
  quit,
  up: (state, { view }) => stay(move(state, view, "up")),
  down: (state, { view }) => stay(move(state, view, "down")),
  backspace: (state, context) => stay(withoutLastCharacter(state, context)),
};

function stay(state: ScaleState): Pressed {
  return { kind: "state", state };
}

function choose({ ground }: ScaleState, chosen: Stated): ScaleState {
  return { chosen, ground };
}

// ---- typing a number or a range ----

const TYPED_CHARACTER = /^[\d.,–-]$/;

function afterCharacter(state: ScaleState, character: string, { view }: ScaleContext): ScaleState {
  const added = character === "," ? "." : character;
  const { kind, text, before } = state.typed ?? { kind: "number", text: "", before: state.chosen };
  if (text.length === LONGEST_TYPED) return state;
  // A hyphen after a number makes it the first of a range, as it is written.
  const isRange = kind === "range" || (text !== "" && /[-–]/.test(added));
  const longer = typing(state, { kind: isRange ? "range" : "number", text: text + added, before }, view);
  if (isRange) return longer;
  if (added === "–") return state;
  // A number that is only typed is looked at on Enter; where every answer has its row, one that cannot be begins anew.
  if (view.answers.length === 0 || mayBecomeNumber(text + added, view)) return longer;
  if (mayBecomeNumber(added, view)) return typing(state, { kind, text: added, before }, view);
  return { ...choose(state, before), message: `Answers go ${fromTo(view.scale)}.` };
}

const LONGEST_TYPED = 40;

/** What is typed is chosen as soon as it is an answer. */
function typing({ ground }: ScaleState, typed: Typed, view: QuestionView): ScaleState {
  const read = isWhole(typed) ? understood(typed.text, view) : undefined;
  return { chosen: read?.ok ? read.stated : typed.before, ground, typed };
}

/** The first number of a range is no answer yet. */
function isWhole({ kind, text }: Typed): boolean {
  return kind === "number" || /\d\s*[-–]/.test(text);
}

function startRange(state: ScaleState, { scale }: QuestionView): ScaleState {
  const before = state.typed?.before ?? state.chosen;
  if (state.typed?.kind === "range") return choose(state, before);
  return {
    ...choose(state, state.chosen),
    typed: { kind: "range", text: "", before: state.chosen },
    message: `Type two numbers, such as ${exampleRange(scale)}.`,
  };
}

function withoutLastCharacter(state: ScaleState, { view }: ScaleContext): ScaleState {
  const { typed } = state;
  if (typed === undefined) return state;
  const text = typed.text.slice(0, -1);
  return text === "" ? choose(state, typed.before) : typing(state, { ...typed, text }, view);
}

// ---- choosing a row ----

/** To the next row, as it stands on the screen; with nothing chosen, to the first or the last one. */
function move(state: ScaleState, { answers }: QuestionView, to: "up" | "down"): ScaleState {
  const { chosen } = state;
  const scores = answers.map(({ answer }) => answer);
  const next = to === "down" ? below(chosen, scores) : above(chosen, scores);
  return choose(state, next === undefined ? chosen : next);
}

function below(chosen: Stated, scores: readonly number[]): Stated | undefined {
  if (chosen.kind === "unknown") return undefined;
  const score = chosen.kind === "score" ? scores.find((each) => each > chosen.score) : scores.at(0);
  return score === undefined ? { kind: "unknown" } : { kind: "score", score };
}

function above(chosen: Stated, scores: readonly number[]): Stated | undefined {
  if (chosen.kind === "score") return scoreOf(scores.findLast((each) => each < chosen.score));
  return chosen.kind === "unknown" ? scoreOf(scores.at(-1)) : { kind: "unknown" };
}

function scoreOf(score: number | undefined): Stated | undefined {
  return score === undefined ? undefined : { kind: "score", score };
}

// ---- what stands beside the answer, and help ----

/** None, then the best ground first, then none again. */
function withNextBasis({ ground, ...state }: ScaleState): ScaleState {
  const { basis, ...texts } = ground;
  const bases = [...BASES.keys()];
  const next = basis === undefined ? bases.at(0) : bases.at(bases.indexOf(basis) + 1);
  return { ...state, ground: { ...texts, ...(next !== undefined && { basis: next }) } };
}

function withNextHelp({ help, ...state }: ScaleState, pages: number): ScaleState {
  const next = help === undefined ? 0 : help + 1;
  return next < pages ? { ...state, help: next } : state;
}

// ---- leaving ----

function enter(state: ScaleState, { view }: ScaleContext): Pressed {
  if (state.help !== undefined) return stay(withoutHelp(state));
  if (state.typed !== undefined) {
    const read = understood(state.typed.text, view);
    if (!read.ok || !isWhole(state.typed)) return stay({ ...state, message: read.ok ? secondNumber(view) : read.why });
  }
  if (state.chosen.kind === "unanswered") return stay({ ...state, message: nothingChosen(view) });
  return { kind: "reply", reply: replyTo(view, answerOf(state.chosen, state.ground), "on") };
}

function withoutHelp({ help: _open, ...state }: ScaleState): ScaleState {
  return state;
}

function secondNumber({ scale }: QuestionView): string {
  return `A range has two numbers, such as ${exampleRange(scale)}.`;
}

function nothingChosen({ scale, answers }: QuestionView): string {
  const what = answers.length > 0 ? `Choose ${scale.min} to ${scale.max}` : `Type a number ${fromTo(scale)}`;
  return `${what}, or u for unknown; s leaves it open.`;
}

function firstQuestion(state: ScaleState): ScaleState {
  return { ...state, message: "This is the first question: there is none to go back to." };
}

/** What was chosen here goes; what was written beside the answer stays. */
function leaveAsWritten({ ground }: ScaleState, view: QuestionView, go: "back" | "on"): Pressed {
  return { kind: "reply", reply: replyTo(view, answerOf(statedOf(view.existing), ground), go) };
}

/** Nothing that was chosen or written here is lost. */
function quit({ chosen, ground }: ScaleState, { view }: ScaleContext): Pressed {
  return { kind: "reply", reply: replyTo(view, answerOf(chosen, ground), "quit") };
}
