/** What a person did at the keyboard. Whatever means nothing anywhere, such as Esc or a key with Alt, is no stroke. */
export type Stroke =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "key"; readonly key: NamedKey }
  /** Several lines may be in it; no control characters are. */
  | { readonly kind: "paste"; readonly text: string };

export type NamedKey =
  | "enter"
  | "up"
  | "down"
  | "left"
  | "right"
  | "home"
  | "end"
  | "backspace"
  | "delete"
  /** All before the cursor, and the word before it. */
  | "erase"
  | "erase-word"
  /** Ctrl-D, Ctrl-C, Ctrl-Z. */
  | "quit"
  | "stop"
  | "suspend";

/** A key as Node tells of it. */
export interface NodeKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** What a key means; undefined: nothing. */
function strokeOf(text: string | undefined, { name = "", ctrl = false, meta = false }: NodeKey): Stroke | undefined {
  const key = ctrl ? (WITH_CONTROL.get(name) ?? NAMED.get(name)) : NAMED.get(name);
  if (key !== undefined) return { kind: "key", key };
  if (ctrl || meta || text === undefined || text === "" || UNPRINTABLE.test(text)) return undefined;
  return { kind: "text", text };
}

const NAMED: ReadonlyMap<string, NamedKey> = new Map([
  ["return", "enter"],
  // What was typed before the terminal gave us its keys one by one.
  ["enter", "enter"],
  ["up", "up"],
  ["down", "down"],
  ["left", "left"],
  ["right", "right"],
  ["home", "home"],
  ["end", "end"],
  ["backspace", "backspace"],
  ["delete", "delete"],
]);

const WITH_CONTROL: ReadonlyMap<string, NamedKey> = new Map([
  ["c", "stop"],
  ["d", "quit"],
  ["z", "suspend"],
  ["a", "home"],
  ["e", "end"],
  ["u", "erase"],
  ["w", "erase-word"],
]);

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** The key that Node would tell of; undefined for a paste and for what ends a prompt. */
export function nodeKeyOf(stroke: Stroke): readonly [text: string | undefined, key: NodeKey] | undefined {
  if (stroke.kind === "paste") return undefined;
  if (stroke.kind === "text") {
    return [stroke.text, { name: stroke.text === " " ? "space" : stroke.text.toLowerCase(), sequence: stroke.text }];
  }
  switch (stroke.key) {
    case "enter":
      return [undefined, { name: "return" }];
    case "erase":
      return [undefined, { name: "u", ctrl: true }];
    case "erase-word":
      return [undefined, { name: "w", ctrl: true }];
    case "quit":
    case "stop":
    case "suspend":
      return undefined;
    default:
      return [undefined, { name: stroke.key }];
  }
}

/** Keys one after the other, those of a paste as one stroke. The terminal says where a paste begins and ends. */
export function strokeReader(): (text: string | undefined, key: NodeKey) => Stroke | undefined {
  let pasted: string[] | undefined;
  return (text, key) => {
    if (key.name === "paste-start") {
      pasted = [];
      return undefined;
    }
    if (key.name === "paste-end") {
      const whole = pastedText(pasted?.join("") ?? "");
      pasted = undefined;
      return { kind: "paste", text: whole };
    }
    if (pasted === undefined) return strokeOf(text, key);
    pasted.push(key.sequence ?? "");
    return undefined;
  };
}

/**
 * A paste as text: its line breaks as they are in a file, a tab as a space. What is no text goes.
 *
 * @example
 * pastedText("one\r\ntwo\rthree\u0007\tfour") // → "one\ntwo\nthree four"
 */
export function pastedText(raw: string): string {
  return raw
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/(?!\n)[\p{Cc}\p{Cs}]/gu, "");
}

/** Lines as one, where only one is taken.
 *
 * @example
 * inOneLine(" one \n\n two\n") // → "one two"
 */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " ").trim();
}
