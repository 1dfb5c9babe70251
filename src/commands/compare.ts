import type { Command } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import { filesParameter } from "./opening.ts";
import { formatOption, jsonOption, outputOption } from "./options.ts";

export const compare: Command = {
  name: "compare",
  summary: "two candidates side by side, question by question, and how much hangs on the weights",
  parameters: [
    { usage: "<file>", description: `the decision as ${filesParameter}`, completes: "file" },
    { usage: "<a>", description: "a candidate’s name or id, or the beginning of either", completes: "candidate" },
    { usage: "<b>", description: "another candidate, in the same way", completes: "candidate" },
  ],
  options: [...evaluatingOptions, formatOption("table", "json", "markdown"), jsonOption, outputOption],
  examples: [
    {
      line: 'partner-score compare partners.yaml "City Zoo" "Radio Este"',
      shows: "both answers to every question, and the difference in points",
    },
    { line: "partner-score compare partners.yaml city radio", shows: "the same, by the beginnings of their names" },
    {
      line: "partner-score compare partners.yaml city radio --json | jq .comparison.margin",
      shows: "by how many points the first is ahead, for a script",
    },
  ],
  // The analyses under it are loaded when somebody asks for them.
  run: async (input, machine) => (await import("./comparing.ts")).compareCandidates(input, machine),
};
