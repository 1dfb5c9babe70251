import { analyze } from "./analyze.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { criteria } from "./criteria.ts";
import { evaluateFiles } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { init } from "./init.ts";
import { interview } from "./interview.ts";
import { report } from "./report.ts";
import { validate } from "./validate.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  evaluateFiles,
  interview,
  init,
  explain,
  compare,
  analyze,
  report,
  validate,
  criteria,
  completion,
];
