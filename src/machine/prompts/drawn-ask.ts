import type { Given, LineView, QuestionView } from "../../interview/ask.ts";
import { makeKeyboard } from "./keyboard.ts";
import type * as NotePrompt from "./note-prompt.ts";
import type { NoteConfig, NoteOutcome } from "./note-prompt.ts";
import { noteText } from "./note-text.ts";
import { makePen } from "./pen.ts";
import type { Terminal, TerminalAsk } from "./prompts.ts";
import { saidLines } from "./said.ts";
import type * as ScalePrompt from "./scale-prompt.ts";
import type { ScaleOutcome } from "./scale-prompt.ts";
import { answerOf, initialState, replyTo, type ScaleState, withGround } from "./scale-state.ts";
import { OWN, onStage, type Scene } from "./stage.ts";
import type * as StockPrompts from "./stock-prompts.ts";
import type { Surface } from "./surface.ts";

/** Where a terminal does not say how large it is. */
const USUAL = { columns: 80, rows: 24 };

type OwnPrompts = readonly [typeof ScalePrompt, typeof NotePrompt];
type Play<T> = (prompts: typeof StockPrompts, scene: Scene) => Promise<T>;

/** Questions as screens, each of which goes when it has its answer. */
export function drawnAsk({ input, output, unicode, paint }: Terminal): TerminalAsk {
  const pen = makePen(output);
  const keyboard = makeKeyboard(input, output, pen);
  const surface = (): Surface => ({
    columns: output.columns || USUAL.columns,
    rows: output.rows || USUAL.rows,
    unicode,
    paint,
  });
  // Both together: from a question to its note, nothing is to be waited for.
  let loading: Promise<OwnPrompts> | undefined;
  /** Keys are read while the prompts are still being loaded. */
  const own = (): Promise<OwnPrompts> => {
    keyboard.open();
    loading ??= Promise.all([import("./scale-prompt.ts"), import("./note-prompt.ts")]);
    return loading;
  };
  const say: TerminalAsk["say"] = (text, manner) => {
    // Keys that were typed ahead of bad news were meant for something else.
    if (manner === "bad") keyboard.forget();
    pen.write(`${saidLines(text, manner, surface()).join("\n")}\n`);
    pen.flush();
  };
  /** An answer that inquirer's prompts were given, in a line that stays. */
  const told = <T>(message: string, given: Given<T>, inWords: (value: T) => string): Given<T> => {
    if (given.given) say(`${message} ${inWords(given.value)}`.trim(), "good");
    return given;
  };

  const scale = async (view: QuestionView, state: ScaleState): Promise<Given<ScaleOutcome>> => {
    const [{ scalePrompt }] = await own();
    return onStage({ keyboard, pen }, OWN, (scene) => scalePrompt({ view, state, surface }, scene));
  };
  const note = async (config: Omit<NoteConfig, "surface">): Promise<Given<NoteOutcome>> => {
    const [, { notePrompt }] = await own();
    return onStage({ keyboard, pen }, OWN, (scene) => notePrompt({ ...config, surface }, scene));
  };
  const stock = async <T>(type: StockPrompts.StockType, play: Play<T>, existing?: string): Promise<Given<T>> => {
    keyboard.open();
    const prompts = await import("./stock-prompts.ts");
    const acting = prompts.stock(type, () => surface().columns, existing);
    return onStage({ keyboard, pen }, acting, (scene) => play(prompts, scene));
  };

  return {
    async question(view) {
      let state = initialState(view);
      for (;;) {
        const outcome = await scale(view, state);
        if (!outcome.given) return { go: outcome.why };
        if (outcome.value.kind === "reply") return outcome.value.reply;
        const { field, state: before } = outcome.value;
        const written = await note({
          message: `${field === "note" ? "Note" : "Evidence"} on ${view.candidate}, ${view.label}`,
          hint: "Enter takes it; an empty one is removed. Several lines can be pasted.",
          state: noteText(before.ground[field] ?? ""),
          end: "enter",
        });
        if (!written.given) return { go: written.why };
        state = { ...before, ground: withGround(before.ground, field, written.value.text.trim()) };
        if (written.value.kind === "quit") return replyTo(view, answerOf(state.chosen, state.ground), "quit");
      }
    },
    async choice(view) {
      const given = await stock("select", (prompts, scene) => prompts.chosenPlace(view, scene, surface()));
      const chosen = given.given ? { given: true as const, value: view.options[given.value] } : given;
      return mapped(
        told(view.message, chosen, ({ label }) => label),
        ({ value }) => value,
      );
    },
    async choices(view) {
      const given = await stock("checkbox", (prompts, scene) => prompts.markedPlaces(view, scene, surface()));
      const marked = mapped(given, (places) => places.map((place) => view.options[place]));
      const words = (options: readonly { readonly label: string }[]) =>
        options.map(({ label }) => label).join(", ") || "none";
      return mapped(told(view.message, marked, words), (options) => options.map(({ value }) => value));
    },
    async line(view) {
      const play: Play<string> = (prompts, scene) => prompts.typedLine(view, scene, surface());
      const given = await stock("input", play, view.existing);
      return told(view.message, given, (text) => text);
    },
    async lines(view) {
      const written = await note(listConfig(view));
      if (!written.given) return written;
      if (written.value.kind === "quit") return { given: false, why: "quit" };
      return told(view.message, { given: true, value: linesOf(written.value.text) }, (lines) => lines.join(" / "));
    },
    say,
    interrupt: keyboard.interrupt,
    close: keyboard.close,
  };
}

function listConfig({ message, existing = "", hint, check }: LineView): Omit<NoteConfig, "surface"> {
  return {
    message: hint === undefined ? message : `${message} (${hint})`,
    hint: "One a line, typed or pasted. Enter on an empty line goes on.",
    state: noteText(existing),
    end: "empty-line",
    check,
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

function mapped<T, U>(given: Given<T>, of: (value: T) => U): Given<U> {
  return given.given ? { given: true, value: of(given.value) } : given;
}
