import type { Given, LineView } from "../../interview/ask.ts";
import { lineReader } from "./line-reader.ts";
import { plainQuestion } from "./plain-question.ts";
import type { Terminal, TerminalAsk } from "./prompts.ts";
import { saidPlainly } from "./said.ts";
import { flowed, shown } from "./surface.ts";

/** Speech needs no wide lines, and a large window no long ones. */
const WIDEST = 80;

/** Questions as text that stays, and answers as typed lines. Nothing moves the cursor, and every mark is a word. */
export function plainAsk({ input, output }: Pick<Terminal, "input" | "output">): TerminalAsk {
  const reader = lineReader(input);
  // A terminal that was closed is noticed in reading.
  output.on("error", () => {});
  const wrapped = (text: string): string => {
    const lines = flowed({ text, width: Math.min(output.columns || WIDEST, WIDEST) }, { unicode: false });
    return lines.map((line) => line.map((span) => span.text).join("")).join("\n");
  };
  const print = (text: string): void => void output.write(`${wrapped(text)}\n`);
  const ask = (prompt: string): Promise<Given<string>> => {
    output.write(`${wrapped(prompt)} `);
    return reader.next();
  };
  const question = plainQuestion({ print, ask });

  /** Asks until what is typed means something. */
  const until = async <T>(prompt: string, read: (text: string) => Read<T>): Promise<Given<T>> => {
    for (;;) {
      const typed = await ask(prompt);
      if (!typed.given) return typed;
      const meant = read(typed.value.trim());
      if ("value" in meant) return { given: true, value: meant.value };
      print(meant.why);
    }
  };

  return {
    question,
    choice(view) {
      const { message, options, selected } = view;
      const usual = options.findIndex(({ value }) => value === selected);
      print(shown(message));
      printHint(view, print);
      printOptions(options, print);
      const keep = usual === -1 ? "" : `, or Enter for ${usual + 1}`;
      return until(`Type 1 to ${options.length}${keep}:`, (text) => {
        const place = text === "" ? usual : Number(text) - 1;
        return place in options
          ? { value: options[place].value }
          : { why: `Type a number from 1 to ${options.length}.` };
      });
    },
    choices(view) {
      const { message, options, selected = [], atMost = options.length } = view;
      const usual = options.filter(({ value }) => selected.includes(value));
      print(shown(message));
      printHint(view, print);
      printOptions(options, print);
      if (usual.length > 0) print(`Chosen now: ${usual.map(({ label }) => shown(label)).join(", ")}.`);
      const keep = usual.length > 0 ? "Enter keeps these, 0 is none" : "Enter is none";
      return until(`Type numbers such as 1 2 (${keep}):`, (text) => {
        if (text === "") return { value: usual.map(({ value }) => value) };
        if (text === "0") return { value: [] };
        const places = [...new Set(text.split(/[\s,;]+/).map((number) => Number(number) - 1))];
        if (!places.every((place) => place in options)) return { why: `Type numbers from 1 to ${options.length}.` };
        if (places.length > atMost) return { why: `At most ${atMost} can be chosen.` };
        return { value: places.toSorted((one, other) => one - other).map((place) => options[place].value) };
      });
    },
    line(view) {
      const { message, existing = "", check } = view;
      printHint(view, print);
      if (existing !== "") print(`Now: ${shown(existing)}. Enter keeps it, a single - removes it.`);
      return until(/[.?!:]$/.test(message) ? shown(message) : `${shown(message)}:`, (text) => {
        const value = text === "" ? existing : text === "-" && existing !== "" ? "" : text;
        const why = check?.(value);
        return why === undefined ? { value } : { why };
      });
    },
    async lines(view) {
      const { message, existing = "", check } = view;
      print(shown(message));
      printHint(view, print);
      for (;;) {
        const kept = existing.split("\n").filter((line) => line.trim() !== "");
        if (kept.length > 0) print(`Now: ${kept.map(shown).join(", ")}. An empty line at first keeps this.`);
        print("Type one a line; an empty line ends the list.");
        const lines: string[] = [];
        for (;;) {
          const typed = await ask(`${lines.length + 1}:`);
          if (!typed.given) return typed;
          if (typed.value.trim() === "") break;
          lines.push(typed.value.trim());
        }
        const value = lines.length === 0 ? kept : lines;
        const why = check?.(value.join("\n"));
        if (why === undefined) return { given: true, value };
        print(why);
      }
    },
    say(text, manner) {
      // Lines that were typed ahead of bad news were meant for something else.
      if (manner === "bad") reader.forget();
      if (manner === "heading") print("");
      print(saidPlainly(text, manner));
    },
    interrupt: reader.interrupt,
    close: reader.close,
  };
}

type Read<T> = { readonly value: T } | { readonly why: string };

function printOptions(
  options: readonly { label: string; explanation?: string }[],
  print: (text: string) => void,
): void {
  for (const [place, { label, explanation }] of options.entries()) {
    print(`${place + 1}: ${shown(label)}${explanation === undefined ? "" : `. ${shown(explanation)}`}`);
  }
}

function printHint({ hint }: Pick<LineView, "hint">, print: (text: string) => void): void {
  if (hint !== undefined) print(shown(hint));
}
