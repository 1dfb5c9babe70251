import inquirer from "inquirer";
import type { ChoicesView, ChoiceView, LineView, Option } from "../../interview/ask.ts";
import type { Acting, KeyEvent, Scene } from "./stage.ts";
import { inOneLine, nodeKeyOf, type Stroke } from "./strokes.ts";
import { drawn, flowed, heightOf, joined, type Surface, shown, widthOf } from "./surface.ts";

/** Choosing from a list, marking in one, and a line: inquirer's own prompts, in our colours and characters. */

/** Which option was chosen. */
export async function chosenPlace<T>(view: ChoiceView<T>, scene: Scene, surface: Surface): Promise<number> {
  const { selected } = view;
  const question = {
    type: "select" as const,
    message: messageIn(view, surface),
    choices: optionsIn(view, surface),
    default: view.options.findIndex(({ value }) => value === selected),
    pageSize: pageSize(view, surface),
    theme: { ...theme(surface), icon: { cursor: drawn("❯", surface) } },
  };
  return (await asked<number>(question, scene)).answer;
}

/** Which options were marked. */
export async function markedPlaces<T>(
  view: ChoicesView<T>,
  scene: Scene,
  surface: Surface,
): Promise<readonly number[]> {
  const { selected = [], atMost } = view;
  const [on, off] = surface.unicode ? ["◉", "◯"] : ["[x]", "[ ]"];
  const choices = optionsIn(view, surface).map((choice, place) => ({
    ...choice,
    checked: selected.includes(view.options[place].value),
  }));
  const question = {
    type: "checkbox" as const,
    message: messageIn(view, surface),
    choices,
    pageSize: pageSize(view, surface),
    shortcuts: { all: null, invert: null },
    validate: (marked: readonly unknown[]) =>
      atMost === undefined || marked.length <= atMost || `At most ${atMost}: take the mark from another one first.`,
    theme: {
      ...theme(surface),
      icon: { cursor: drawn("❯", surface), checked: surface.paint("good", on), unchecked: off },
    },
  };
  return (await asked<readonly number[]>(question, scene)).answer;
}

/** One line of text. */
export async function typedLine(view: LineView, scene: Scene, surface: Surface): Promise<string> {
  // Where the message takes several lines, what is typed has one of its own.
  const message = messageIn(view, surface);
  const question = {
    type: "input" as const,
    message: message.includes("\n") ? `${message}\n${drawn("❯", surface)}` : message,
    validate: (text: string) => view.check?.(text) ?? true,
    theme: theme(surface),
  };
  return (await asked<string>(question, scene)).answer;
}

async function asked<T>(question: { readonly type: StockType; readonly message: string }, scene: Scene) {
  const prompt = inquirer.createPromptModule(scene);
  return (await prompt([{ ...question, name: "answer" }])) as { readonly answer: T }; // each prompt gives what its choices hold
}

function theme(surface: Surface) {
  const { paint } = surface;
  const plain = (text: string) => text;
  return {
    prefix: { idle: "?", done: drawn("✔", surface) },
    style: {
      answer: plain,
      message: plain,
      error: (text: string) => paint("bad", text),
      defaultAnswer: (text: string) => paint("quiet", `(${text})`),
      help: (text: string) => paint("quiet", text),
      highlight: (text: string) => paint("strong", text),
      key: plain,
      disabled: plain,
      description: (text: string) => paint("quiet", text),
      keysHelpTip: (keys: readonly (readonly [string, string])[]) =>
        joined(keysIn(keys.length > 2), "   ", widthOf(surface))
          .map((line) => paint("quiet", line))
          .join("\n"),
    },
  };
}

function keysIn(canMark: boolean): readonly string[] {
  return canMark
    ? ["Arrows move", "Space marks", "Enter goes on", "Ctrl-D quits"]
    : ["Arrows move", "Enter chooses", "Ctrl-D quits"];
}

/** Inquirer's mark before the message, and as much before each line below. */
const BEFORE_MESSAGE = 2;

/** What is asked, and below it what helps to answer: inquirer itself breaks a line in the middle of a word. */
function messageIn({ message, hint }: Pick<LineView, "message" | "hint">, surface: Surface): string {
  const width = widthOf(surface) - BEFORE_MESSAGE;
  const asked = lines(shown(message), width, surface).map((line) => surface.paint("strong", line));
  const helping = hint === undefined ? [] : lines(shown(hint), width, surface);
  return [...asked, ...helping.map((line) => surface.paint("quiet", line))].join(`\n${" ".repeat(BEFORE_MESSAGE)}`);
}

interface Options {
  readonly message: string;
  readonly hint?: string;
  readonly options: readonly Option<unknown>[];
}

/** Before an option stand the cursor and perhaps a mark. */
const BEFORE_OPTION = 6;

function optionsIn({ options }: Options, surface: Surface) {
  const width = widthOf(surface);
  return options.map(({ label, explanation }, place) => ({
    value: place,
    name: lines(shown(label), width - BEFORE_OPTION, surface).join("\n  "),
    short: shown(label),
    ...(explanation !== undefined && { description: lines(shown(explanation), width, surface).join("\n") }),
  }));
}

/** Rows for the options: what the message, the longest explanation and the keys leave. */
function pageSize({ options, ...view }: Options, surface: Surface): number {
  const width = widthOf(surface);
  const explanations = options.map(({ explanation }) =>
    explanation === undefined ? 0 : lines(shown(explanation), width, surface).length,
  );
  const keys = joined(keysIn(true), "   ", width).length;
  const taken = messageIn(view, surface).split("\n").length + Math.max(...explanations) + keys + 2;
  return Math.max(heightOf(surface) - taken, 3);
}

function lines(text: string, width: number, surface: Surface): readonly string[] {
  return flowed({ text, width: Math.max(width, 1) }, surface).map((line) => line.map((span) => span.text).join(""));
}

// ---- what they hear ----

/** Inquirer draws again only when something changes: so something does, and changes back. */
const TO_AND_FRO: Readonly<Record<StockType, readonly KeyEvent[]>> = {
  select: [
    [undefined, { name: "up" }],
    [undefined, { name: "down" }],
  ],
  checkbox: [
    [" ", { name: "space" }],
    [" ", { name: "space" }],
  ],
  input: [
    [" ", { name: "space" }],
    [undefined, { name: "backspace" }],
  ],
};

export type StockType = "select" | "checkbox" | "input";

/** A list takes no pasted text; a line takes it as one line, and what stands there already too: so it can be emptied. */
export function stock(type: StockType, columns: () => number, existing = ""): Acting {
  return {
    columns,
    hearsQuit: false,
    // What is edited is shown as it is, so it must be harmless.
    first: existing === "" ? [] : [{ kind: "paste", text: shown(existing) }],
    hears(cue) {
      if (cue.kind === "redraw") return TO_AND_FRO[type];
      if (cue.kind === "paste" && type === "input") return [pasteInLine(cue)];
      const key = nodeKeyOf(cue);
      return key === undefined ? [] : [key];
    },
  };
}

function pasteInLine({ text }: Extract<Stroke, { kind: "paste" }>): KeyEvent {
  return [inOneLine(text), { name: "paste" }];
}
