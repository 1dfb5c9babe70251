import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { folderWith, program } from "../e2e/program.ts";
import { type Size, start, type Terminal } from "../pseudo-terminal.ts";

/** The installed program in a real pseudo-terminal, as a person would sit before it. Each step waits for what is shown. */

export const USUAL: Size = { columns: 80, rows: 24 };
export const SMALL: Size = { columns: 40, rows: 15 };
export const NARROW: Size = { columns: 30, rows: 24 };

/** Above a size: the whole window is empty, and drawn anew. */
export const CLEAR_WINDOW = "\u001b[H\u001b[J";

export interface Place {
  readonly folder: string;
  readonly size?: Size;
  readonly environment?: Readonly<Record<string, string>>;
}

export function atTerminal(
  parameters: readonly string[],
  { folder, size = USUAL, environment = {} }: Place,
): Terminal & { readonly folder: string } {
  return { ...start(program, parameters, size, { folder, environment }), folder };
}

/** A line of the shell, in which `partner-score` is the installed program. */
export function shellAtTerminal(line: string, { folder, size = USUAL, environment = {} }: Place): Terminal {
  const script = `partner-score() { ${program} "$@"; }; ${line}`;
  return start("bash", ["--norc", "-c", script], size, { folder, environment });
}

/** Three questions: a scale of eleven answers without a word to them, kilometres, and five anchors. */
export const OWN_PACK = `id: neighbours
title: Three questions about neighbours
scale: {min: 1, max: 5, rules: [Score what you have seen., A 5 is rare.]}
criteria:
  - {id: fit, label: Fit, question: How well do they fit?, importance: 5, scale: {min: 0, max: 10}}
  - id: near
    label: Distance
    question: How many kilometres apart are we?
    importance: 2
    direction: lower-is-better
    scale: {min: 0, max: 40}
  - id: trust
    label: Trust
    question: Do people trust them?
    anchors: {1: Nobody does., 2: A few do., 3: Half of them do., 4: Most do., 5: Everybody does.}
    probes: [Whom do you ask first?]
reasons:
  - {id: reach, label: Reach new users, emphasis: {trust: 2}, readings: {trust: Ask those who do not come yet.}}
  - {id: tap, label: Tap assets, emphasis: {near: 1.5}}
  - {id: learn, label: Gain feedback}
readiness:
  - {id: formal, statement: It is formal., ask: Who decides?, yes: It is settled., no: Nobody knows., remedy: Settle it first.}
  - {id: wide, statement: All branches agree.}
kinds: [{id: museum, label: Museum}, {id: radio, label: Radio}]
`;

/** A folder with that pack and a decision about these, without an answer. */
export function neighbours(...names: readonly string[]): string {
  const candidates = names.map((name) => `  - name: ${JSON.stringify(name)}\n`).join("");
  const decision = `# ours\ndecision: Neighbours\ncriteria: ./own.yaml\ncandidates:\n${candidates}`;
  return folderWith({ "own.yaml": OWN_PACK, "partners.yaml": decision });
}

/** The questions of that pack, each by the beginning of its text. */
export const FIT = "How well do they fit?";
export const NEAR = "How many kilometres";
export const TRUST = "Do people trust them?";

/** Waits for this question about this candidate. */
export function asks(terminal: Terminal, candidate: string, question: string): Promise<void> {
  return terminal.until((window) => {
    const at = window.lastIndexOf(`${candidate}\nQuestion `);
    return at >= 0 && window.includes(question, at) && /\? help/.test(window.slice(at));
  });
}

/** In plain mode. */
export function asksPlainly(terminal: Terminal, candidate: string, question: string): Promise<void> {
  return terminal.until((window) => {
    const at = window.lastIndexOf(`\n${candidate}\nQuestion `);
    return at >= 0 && window.includes(question, at) && window.trimEnd().endsWith("Answer:");
  });
}

/** What was said to be saved, line by line: the only lines of an interview that begin with this mark and name a value. */
export function confirmed(terminal: Terminal): readonly string[] {
  return [...terminal.everything().matchAll(/^✔ (.+, \S+: .+)$/gm)].map(([, line]) => line);
}

/** The answers that a decision in this folder holds, by name and question, as they stand there. */
export function answersIn(folder: string, file = "partners.yaml"): Readonly<Record<string, unknown>> {
  const { candidates } = parse(readFileSync(join(folder, file), "utf8")) as {
    candidates: { name: string; answers?: Record<string, unknown> | null }[]; // what every test here writes
  };
  return Object.fromEntries(candidates.map(({ name, answers }) => [name, answers ?? {}]));
}

/** What a save that did not end has left. */
export function leftBehind(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".tmp"));
}
