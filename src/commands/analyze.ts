import { ANALYSES, kebabCase } from "../analysis/analysis-names.ts";
import type { Command, CommandOption } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import { filesParameter, openOptions, packNotShipped } from "./opening.ts";
import { countFromOne, formatOption, jsonOption, outputOption } from "./options.ts";
import { contradictingFormats, refuse } from "./showing.ts";
import { simulationOptions } from "./simulation-options.ts";

const names = ANALYSES.map(kebabCase);

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
    ...simulationOptions({
      weights: "; pairwise shares are of the same, or of any",
      runs: "; with --until-certain, at most so many (default 10000000)",
    }),
    { flags: "--until-certain", description: "go on until every whole per cent is certain at three standard errors" },
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
