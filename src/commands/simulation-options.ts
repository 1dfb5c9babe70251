import type { CommandOption } from "./command.ts";
import { countFromOne } from "./options.ts";

/** What `analyze` and `report` can be told of their simulation. */

/** By the names that `simulationAsked` in simulation-asked.ts reads; `said` is what a command adds to two of them. */
export function simulationOptions(
  said: { readonly weights?: string; readonly runs?: string } = {},
): readonly CommandOption[] {
  const { weights = "", runs = "" } = said;
  return [
    {
      flags: "--weights <model>",
      description: `which weightings to look at: around the importance as it is (the default), any at all, or any that keep the order of importance${weights}`,
      choices: ["around", "any", "ranked"],
    },
    {
      flags: "--spread <share>",
      description: "how far around moves each importance, up and down, as a share of it (default 0.5)",
      parse: shareAboveZero,
    },
    {
      flags: "--runs <count>",
      description: `how many weightings to draw (default 100000)${runs}`,
      parse: countFromOne,
    },
    {
      flags: "--seed <number>",
      description: "where the drawing begins: the same seed, the same numbers (default 1)",
      parse: seed,
    },
  ];
}

type Parsed = ReturnType<NonNullable<CommandOption["parse"]>>;

function shareAboveZero(text: string): Parsed {
  const value = /^(\d{1,9}(\.\d{1,20})?|\.\d{1,20})$/.test(text) ? Number(text) : 0;
  return value > 0 && value <= 1 ? { value } : { expected: "a number above 0, and 1 at most, such as 0.5" };
}

function seed(text: string): Parsed {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : -1;
  if (Number.isSafeInteger(value) && value >= 0) return { value };
  return { expected: `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}` };
}
