import { inputKind } from "../../src/documents/input-kind.ts";
import { openDecision, type Reader } from "../../src/documents/open-decision.ts";
import type { Checked } from "../../src/documents/problems.ts";
import type { Source } from "../../src/documents/source.ts";
import type { Ask, Given, QuestionView, Reply } from "../../src/interview/ask.ts";
import { type Notebook, openNotebook, type Replaced, type Shelf } from "../../src/interview/notebook.ts";
import { readingOf } from "../../src/interview/reading.ts";

const PATH = "decision.yaml";

/** A pack of three questions, the last of them with a minimum. */
const PACK = `id: three
title: Three questions
criteria:
  - {id: fit, label: Fit, question: Do we fit?, importance: 2, anchors: {1: Not at all, 5: Wholly}, trap: Warm words.}
  - {id: time, label: Time, question: Is it the time?}
  - {id: safe, label: Safe, question: Is it safe?, minimum: 2}
`;

/** A file in memory, and what may happen to it. */
export class File {
  text: string;
  /** Runs before the next replacement looks at the file: another program. */
  meanwhile: ((file: File) => void) | undefined;
  /** Every replacement fails with this sentence. */
  trouble: string | undefined;
  saves = 0;

  readonly pack: string;

  constructor(text: string, pack = PACK) {
    this.text = text;
    this.pack = pack;
  }
}

export async function notebookOn(file: File, path = PATH): Promise<Notebook> {
  const reader: Reader = {
    read: async (asked) => ({ ok: true, value: sourceOf(asked, asked === path ? file.text : file.pack), warnings: [] }),
    resolve: (_, asked) => asked,
    shippedPack: async () => sourceOf("partnering-with-purpose", PACK),
    shippedPackIds: ["partnering-with-purpose"],
  };
  const open = async (source: Source): ReturnType<Shelf["open"]> => {
    const opened = await openDecision(
      [path],
      {},
      { ...reader, read: async (asked) => (asked === path ? checked(source) : reader.read(asked)) },
    );
    if (!opened.ok) return opened;
    return checked(await readingOf(source, inputKind(source, undefined), opened.value));
  };
  const source = sourceOf(path, file.text);
  const reading = await open(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return openNotebook(
    { source, input: inputKind(source, undefined), reading: reading.value },
    {
      read: async () => checked(sourceOf(path, file.text)),
      open,
      async replace(text, ifSha256): Promise<Replaced> {
        file.meanwhile?.(file);
        if (file.trouble !== undefined) {
          return { kind: "failed", problem: { code: "not-written", severity: "error", message: file.trouble } };
        }
        if (sourceOf(path, file.text).sha256 !== ifSha256) return { kind: "changed" };
        file.text = text;
        file.saves += 1;
        return { kind: "replaced", source: sourceOf(path, text) };
      },
    },
  );
}

/** The text is its own hash: as good as any in a test. */
function sourceOf(path: string, text: string): Source {
  return { path, text, sha256: text };
}

function checked<T>(value: T): Extract<Checked<T>, { ok: true }> {
  return { ok: true, value, warnings: [] };
}

/** Somebody who has all answers ready. What is asked and said is kept in order. */
export class Script implements Ask {
  readonly shown: string[] = [];
  readonly views: QuestionView[] = [];
  readonly #replies: (Reply | ((view: QuestionView) => Reply))[];
  readonly #choices: unknown[];

  constructor(replies: readonly (Reply | ((view: QuestionView) => Reply))[], choices: readonly unknown[] = []) {
    this.#replies = [...replies];
    this.#choices = [...choices];
  }

  async question(view: QuestionView): Promise<Reply> {
    this.shown.push(`${view.candidate}, ${view.label}?`);
    this.views.push(view);
    const reply = this.#replies.shift();
    if (reply === undefined) throw new Error(`Nobody knows what to say to ${view.candidate}, ${view.label}.`);
    return typeof reply === "function" ? reply(view) : reply;
  }

  async choice<T>(): Promise<Given<T>> {
    if (this.#choices.length === 0) throw new Error("Nobody knows what to choose.");
    const value = this.#choices.shift();
    if (value === "quit" || value === "stop") return { given: false, why: value };
    return { given: true, value: value as T }; // the script was written for this question
  }

  async choices(): Promise<never> {
    throw new Error("An interview has no list to choose from.");
  }

  async line(): Promise<never> {
    throw new Error("An interview asks for no line.");
  }

  async lines(): Promise<never> {
    throw new Error("An interview asks for no lines.");
  }

  say(text: string): void {
    this.shown.push(text);
  }
}

export function scored(score: number): Reply {
  return { write: { kind: "score", score }, go: "on" };
}

export const SKIP: Reply = { go: "on" };
export const BACK: Reply = { go: "back" };
export const QUIT: Reply = { go: "quit" };
export const STOP: Reply = { go: "stop" };
