import type { QuestionView } from "../../interview/ask.ts";
import { BASES, type Basis, type Ground, statedOf } from "./scale-state.ts";
import { pastedText } from "./strokes.ts";
import { fromTo, type Stated, understood } from "./typed-answer.ts";

/** What a typed line means as an answer to a question. */
export type Meaning =
  | { readonly kind: "answer"; readonly stated: Stated; readonly go: "on" | "back" | "quit" }
  /** To stand beside the answer; without a text, it is asked for. */
  | { readonly kind: "beside"; readonly field: keyof Ground; readonly text?: string }
  | { readonly kind: "help" }
  | { readonly kind: "nothing"; readonly why: string };

/** Words may be typed whole, or as the keys that they begin with. */
export function meaningOf(line: string, view: QuestionView): Meaning {
  const text = line.trim();
  const [word] = text.split(/\s+/, 1);
  const rest = text.slice(word.length).trim();
  const asWritten = statedOf(view.existing);
  const command = word.toLowerCase();
  const field = FIELDS.get(command);
  if (field !== undefined) return { kind: "beside", field, ...(rest !== "" && { text: rest }) };
  if (rest !== "" && command !== "r" && command !== "range") return answerIn(text, view);
  switch (command) {
    case "":
      return asWritten.kind === "unanswered"
        ? nothing(expected(view))
        : { kind: "answer", stated: asWritten, go: "on" };
    case "u":
    case "unknown":
      return { kind: "answer", stated: { kind: "unknown" }, go: "on" };
    case "s":
    case "skip":
      return { kind: "answer", stated: asWritten, go: "on" };
    case "b":
    case "back":
      if (!view.canGoBack) return nothing("This is the first question: there is none to go back to.");
      return { kind: "answer", stated: asWritten, go: "back" };
    case "q":
    case "quit":
      return { kind: "answer", stated: asWritten, go: "quit" };
    case "?":
    case "help":
      return { kind: "help" };
    case "r":
    case "range":
      return answerIn(rest, view);
    default:
      return answerIn(text, view);
  }
}

const FIELDS: ReadonlyMap<string, keyof Ground> = new Map([
  ["n", "note"],
  ["note", "note"],
  ["e", "evidence"],
  ["evidence", "evidence"],
  ["g", "basis"],
  ["ground", "basis"],
]);

/** Half of the world writes a comma in 12,5. */
function answerIn(text: string, view: QuestionView): Meaning {
  const read = understood(text.replaceAll(/(?<=\d),(?=\d)/g, "."), view);
  return read.ok ? { kind: "answer", stated: read.stated, go: "on" } : nothing(read.why);
}

function nothing(why: string): Meaning {
  return { kind: "nothing", why };
}

/** What to type where a question has no answer yet. */
function expected({ scale }: QuestionView): string {
  return `Type a number ${fromTo(scale)}, u for unknown, or s to leave it open.`;
}

/** What stands beside an answer once a text is typed for one of its fields; undefined: it is no ground. */
export function groundWith(ground: Ground, field: keyof Ground, text: string): Ground | undefined {
  if (field !== "basis") return { ...ground, [field]: pastedText(text).trim() };
  const { basis: _before, ...others } = ground;
  const word = text.trim().toLowerCase();
  if (word === "none" || word === "") return others;
  return isBasis(word) ? { ...others, basis: word } : undefined;
}

function isBasis(word: string): word is Basis {
  return BASES.has(word as Basis); // that is what is asked
}
