import { ANALYSES, kebabCase } from "../analysis/analysis-names.ts";
import type { Command, CommandOption } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import { filesParameter, openOptions, packNotShipped } from "./opening.ts";
import { countFromOne, formatOption, jsonOption, outputOption } from "./options.ts";
import { contradictingFormats, refuse } from "./showing.ts";

const names = ANALYSES.map(kebabCase);

const simulationOptions: readonly CommandOption[] = [
  {
    flags: "--weights <model>",
    description:
      "which weightings to look at: around the importance as it is (the default), any at all, or any that keep the order of importance; pairwise shares are of the same, or of any",
    choices: ["around", "any", "ranked"],
  },
  {
    flags: "--spread <share>",
    description: "how far around moves each importance, up and down, as a share of it (default 0.5)",
    parse: shareAboveZero,
  },
  {
    flags: "--runs <count>",
    description:
      "how many weightings to draw (default 100000); with --until-certain, at most so many (default 10000000)",
    parse: countFromOne,
  },
  {
    flags: "--seed <number>",
    description: "where the drawing begins: the same seed, the same numbers (default 1)",
    parse: seed,
  },
  { flags: "--until-certain", description: "go on until every whole per cent is certain at three standard errors" },
];

export const analyze: Command = {
  name: "analyze",
  summary: "how sure a ranking is, and what would change it",
  parameters: [{ usage: "<files...>", description: `the decision as ${filesParameter}`, completes: "file" }],
  options: [
    ...evaluatingOptions,
    {
      flags: "--only <names>",
      description: "make only these analyses, a comma between names",
      choices: names,
      isList: true,
      parse: analysesNamed,
    },
    { flags: "--detail", description: "with central weights, confidence factors, entropy and every rank’s share" },
    ...simulationOptions,
    { flags: "--top <count>", description: "show at most so many of each list", parse: countFromOne },
    formatOption("table", "json", "markdown"),
    jsonOption,
    outputOption,
  ],
  examples: [
    { line: "partner-score analyze partners.yaml", shows: "everything, each part led by a sentence" },
    {
      line: "partner-score analyze partners.yaml --only stability,flips",
      shows: "how far the weights can move, and which better answers would change the leader",
    },
    {
      line: "partner-score analyze rater-1.yaml rater-2.yaml --only agreement",
      shows: "how far a committee ranks alike, and who would lead without each rater",
    },
    {
      line: "partner-score analyze partners.yaml --only acceptability --detail",
      shows: "who comes first under which weights, for a specialist",
    },
    {
      line: "partner-score analyze partners.yaml --json | jq '.ranking[0].name'",
      shows: "the result with all that was analyzed, for a script",
    },
  ],
  async run(input, machine) {
    const misuse = contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    // What solves a linear programme is loaded for nobody else.
    return (await import("./analyzing.ts")).showAnalysis(input, machine);
  },
};

function analysesNamed(text: string): ReturnType<NonNullable<CommandOption["parse"]>> {
  const words = text.split(",").map((word) => word.trim());
  const found = words.map((word) => ANALYSES.find((name) => kebabCase(name) === word));
  const unknown = found.indexOf(undefined);
  if (unknown < 0) return { value: found };
  return { expected: `one or more of ${names.join(", ")}, a comma between`, part: words[unknown] };
}

function shareAboveZero(text: string): ReturnType<NonNullable<CommandOption["parse"]>> {
  const value = /^(\d{1,9}(\.\d{1,20})?|\.\d{1,20})$/.test(text) ? Number(text) : 0;
  return value > 0 && value <= 1 ? { value } : { expected: "a number above 0, and 1 at most, such as 0.5" };
}

function seed(text: string): ReturnType<NonNullable<CommandOption["parse"]>> {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : -1;
  if (Number.isSafeInteger(value) && value >= 0) return { value };
  return { expected: `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}` };
}
