import type { Command } from "./command.ts";
import { DEFAULT_FILE, SCHEMA_FILE } from "./file-names.ts";
import { someText } from "./options.ts";

export const init: Command = {
  name: "init",
  summary: "start a decision: purpose, reasons, readiness, and who the candidates are",
  parameters: [{ usage: "[file]", description: `the file to write; absent: ${DEFAULT_FILE}`, completes: "file" }],
  options: [
    {
      flags: "--criteria <pack>",
      description: "the criteria pack, an id or a path",
      completes: "pack",
      parse: someText("a pack’s id or path"),
    },
    { flags: "--template", description: "ask nothing; write a commented file to fill in" },
    { flags: "--example", description: "ask nothing; write an example with eight candidates" },
    { flags: "--editor", description: `put ${SCHEMA_FILE} beside the file, so that an editor checks it as you type` },
    { flags: "--force", description: "replace a file that is there" },
    { flags: "--plain", description: "static text and typed answers, for a screen reader" },
  ],
  examples: [
    { line: "partner-score init partners.yaml", shows: "asks, writes the file, and says what to run next" },
    { line: "partner-score init partners.yaml --template --editor", shows: "a file to fill in with an editor’s help" },
    { line: "partner-score init tour.yaml --example", shows: "an example to look around in" },
  ],
  run: async (input, machine) => (await import("./beginning.ts")).beginDecision(input, machine),
};
