import type { Ask } from "../../src/interview/ask.ts";

/** Somebody who takes the first of any choice, and leaves at the first thing that wants typing. */
export const quitter: Ask = {
  question: async () => ({ go: "quit" }),
  choice: async ({ options }) => ({ given: true, value: options[0].value }),
  choices: async () => ({ given: false, why: "quit" }),
  line: async () => ({ given: false, why: "quit" }),
  lines: async () => ({ given: false, why: "quit" }),
  say: () => {},
};
