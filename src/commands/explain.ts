import type { Command } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import { filesParameter } from "./opening.ts";
import { formatOption, jsonOption, outputOption } from "./options.ts";

export const explain: Command = {
  name: "explain",
  summary: "why a candidate stands where it stands, what blocks the next level, and what would change that",
  parameters: [
    { usage: "<file>", description: `the decision as ${filesParameter}`, completes: "file" },
    {
      usage: "<candidate>",
      description: "a candidate’s name or id, or the beginning of either",
      completes: "candidate",
    },
  ],
  options: [...evaluatingOptions, formatOption("table", "json", "markdown"), jsonOption, outputOption],
  examples: [
    {
      line: 'partner-score explain partners.yaml "City Zoo"',
      shows: "what it gains and loses, and what would lift it",
    },
    { line: "partner-score explain partners.yaml city", shows: "the same, by the beginning of its name" },
    {
      line: "partner-score explain partners.yaml city --format markdown -o city.md",
      shows: "a file for the board’s papers",
    },
    {
      line: "partner-score explain partners.yaml city --json | jq .explanation.nextLevel",
      shows: "what the next level needs, for a script",
    },
  ],
  // The analyses under it are loaded when somebody asks for them.
  run: async (input, machine) => (await import("./explaining.ts")).explainCandidate(input, machine),
};
