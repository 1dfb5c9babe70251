import { ORDERS } from "../interview/orders.ts";
import type { Command } from "./command.ts";
import { openingOptions } from "./opening.ts";
import { someText } from "./options.ts";

export const interview: Command = {
  name: "interview",
  summary: "ask the questions in the terminal, save after every answer, go on where it stopped",
  parameters: [
    {
      usage: "[file]",
      description: "the decision, YAML or JSON; absent: the only one in this folder",
      completes: "file",
    },
  ],
  options: [
    {
      flags: "--order <order>",
      description:
        "partner: one after the other; question: each asked of all; shortest: what can still change the leader",
      choices: ORDERS,
    },
    {
      flags: "--candidate <name>",
      description: "ask only about this one",
      completes: "candidate",
      parse: someText("a candidate’s name"),
    },
    {
      flags: "--question <id>",
      description: "ask only this question",
      completes: "question",
      parse: someText("a question’s id"),
    },
    { flags: "--all", description: "ask again what has an answer" },
    { flags: "--plain", description: "static text and typed answers, for a screen reader" },
    ...openingOptions,
  ],
  examples: [
    { line: "partner-score interview partners.yaml", shows: "asks what is open, then shows the ranking" },
    {
      line: "partner-score interview partners.yaml --order shortest",
      shows: "asks only what can still change who leads",
    },
    { line: 'partner-score interview partners.yaml --candidate "Radio Este" --all', shows: "goes through one again" },
  ],
  // An interview and the prompts under it are loaded when there is one.
  run: async (input, machine) => (await import("./interviewing.ts")).interviewFile(input, machine),
};
