import type { Page } from "../render/page.ts";
import type { Machine } from "./machine.ts";

/** Something that `help` explains besides the commands. */
export interface Topic {
  readonly name: string;
  readonly summary: string;
  /** The text is read from disk when somebody wants to read it. */
  load(machine: Machine): Promise<Page>;
}

/** In the order in which help lists them: first what everybody needs. */
export const topics: readonly Topic[] = [
  {
    name: "files",
    summary: "what a decision may look like, in YAML, JSON or CSV",
    load: async (machine) => (await import("./topics-deciding.ts")).filesPage(machine),
  },
  {
    name: "method",
    summary: "how answers become scores, ranks and levels",
    load: async () => (await import("./topics-deciding.ts")).methodPage,
  },
  {
    name: "formats",
    summary: "how a result can be written",
    load: async () => (await import("./topics-running.ts")).formatsPage,
  },
  {
    name: "accessibility",
    summary: "screen readers, colors, narrow screens",
    load: async () => (await import("./topics-running.ts")).accessibilityPage,
  },
  {
    name: "environment",
    summary: "the variables that change how it looks",
    load: async () => (await import("./topics-running.ts")).environmentPage,
  },
  {
    name: "exit-codes",
    summary: "what a script can tell from the status",
    load: async () => (await import("./topics-running.ts")).exitCodesPage,
  },
];
