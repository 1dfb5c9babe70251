import { nearest } from "../documents/did-you-mean.ts";
import { listed, quoted } from "../documents/phrases.ts";
import type { Diagnostic } from "../documents/problems.ts";

/** Words about a command line that says something the program cannot do. */

/** `elsewhere` is a command that knows the option. */
export function unknownOption(
  flag: string,
  known: readonly string[],
  command: string | undefined,
  elsewhere: string | undefined,
): Diagnostic {
  const message = `${nameOf(command)} has no option ${quoted(flag)}.`;
  if (elsewhere !== undefined) {
    const didYouMean = `partner-score ${elsewhere} ${flag}`;
    return misuse("unknown-option", message, `It belongs after the command: ${didYouMean}`, didYouMean);
  }
  // The dashes are not what people get wrong, and one letter is as near to any other.
  const words = known.filter((each) => each.startsWith("--")).map((each) => each.slice(2));
  const meant = flag.length > 2 ? nearest(flag.replace(/^-+/, ""), words) : undefined;
  if (meant === undefined) return misuse("unknown-option", message, helpOf(command));
  return misuse("unknown-option", message, `Did you mean --${meant}?`, `--${meant}`);
}

export function unknownCommand(name: string, known: readonly string[]): Diagnostic {
  const message = `There is no command ${quoted(name)}.`;
  if (/[./\\]/.test(name)) {
    const didYouMean = `partner-score evaluate ${name}`;
    return misuse("unknown-command", message, `To rank the candidates in a file: ${didYouMean}`, didYouMean);
  }
  return misuse("unknown-command", message, ...near(name, known, `The commands are ${listed(known, "and")}.`));
}

export function unknownHelp(name: string, known: readonly string[]): Diagnostic {
  const message = `There is no command or topic ${quoted(name)}.`;
  return misuse("unknown-command", message, ...near(name, known, `There is help on ${listed(known, "and")}.`));
}

export function missingParameter(command: string | undefined, parameter: string, description: string): Diagnostic {
  const message = `${nameOf(command)} needs <${parameter}>: ${description}.`;
  return misuse("missing-argument", message, helpOf(command));
}

export function tooManyParameters(command: string | undefined, most: number, given: readonly string[]): Diagnostic {
  const takes = most === 0 ? "takes no file or name" : most === 1 ? "takes one" : `takes ${most}`;
  const message = `${nameOf(command)} ${takes}, so ${quoted(given[most])} is too many.`;
  return misuse("too-many-arguments", message, helpOf(command));
}

export function optionWithoutValue(flags: string, command: string | undefined): Diagnostic {
  const [long = flags, value = "something"] = flags.match(/--[\w-]+|<.*>/g) ?? [];
  return misuse("option-without-value", `After ${long}, ${value} is missing.`, helpOf(command));
}

export function badOptionValue(flags: string, value: string, expected: string, choices: readonly string[]): Diagnostic {
  const long = /--[\w-]+/.exec(flags)?.[0] ?? flags;
  const message = `${long} cannot be ${quoted(value)}.`;
  return misuse("bad-option-value", message, ...near(value, choices, `It is ${expected}.`));
}

export function badParameter(name: string, value: string, expected: string, choices: readonly string[]): Diagnostic {
  return misuse("bad-argument", `<${name}> cannot be ${quoted(value)}.`, ...near(value, choices, `It is ${expected}.`));
}

/** Two things on one command line that cannot both hold. */
export function contradiction(message: string, hint: string): Diagnostic {
  return misuse("contradicting-options", message, hint);
}

/** What is asked for by name is not made all the same. */
export function tooManyToSimulate(ranked: number, most: number): Diagnostic {
  return contradiction(
    `A simulation counts every rank of every candidate, for ${most} ranked ones at most; here are ${ranked}.`,
    "Leave acceptability out of --only, or simulate a file with fewer candidates.",
  );
}

/** There is nothing to compare. */
export function sameCandidateTwice(name: string): Diagnostic {
  const hint = "Name two candidates, each by its name or the beginning of it.";
  return misuse("same-candidate-twice", `Both names stand for ${quoted(name)}.`, hint);
}

export function severalDecisions(paths: readonly string[]): Diagnostic {
  const hint = `Name one of them: partner-score interview ${paths[0]}`;
  return misuse("several-decisions", `There are several decisions in this folder: ${listed(paths, "and")}.`, hint);
}

/** A question is to be asked, and nobody is there. */
export function noTerminal(command: string, instead: string): Diagnostic {
  return misuse("no-terminal", `${command} asks questions, and there is no terminal to answer them at.`, instead);
}

function nameOf(command: string | undefined): string {
  return command ?? "partner-score";
}

function helpOf(command: string | undefined): string {
  return command === undefined ? "See partner-score --help." : `See partner-score ${command} --help.`;
}

function near(word: string, known: readonly string[], otherwise: string): [hint: string, didYouMean?: string] {
  const found = nearest(word, known);
  return found === undefined ? [otherwise] : [`Did you mean ${found}?`, found];
}

function misuse(code: string, message: string, hint: string, didYouMean?: string): Diagnostic {
  return { code, severity: "error", message, hint, ...(didYouMean !== undefined && { didYouMean }) };
}
