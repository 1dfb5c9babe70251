import type { Scale } from "../engine/decision.ts";
import { listed, quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import { suggest } from "./problems-in-shape.ts";
import type { Place } from "./source.ts";

/** Words about a criteria pack whose form is right and that says something impossible. */

export function repeatedId(place: Place, what: string, id: string): Diagnostic {
  return {
    code: "repeated-id",
    severity: "error",
    message: `Two ${what} have the id ${quoted(id)}.`,
    hint: "Give each an id of its own.",
    place,
  };
}

export function scaleBackwards(place: Place, min: number, max: number): Diagnostic {
  return {
    code: "scale-backwards",
    severity: "error",
    message: `A scale cannot go from ${min} to ${max}: its min is less than its max.`,
    hint: max < min ? `Write min: ${max} and max: ${min}.` : "Give it at least two answers.",
    place,
  };
}

/** A key that should be an answer, as in `anchors` and `values`. */
export function keyIsNoAnswer(place: Place, key: string, list: string): Diagnostic {
  return {
    code: "key-is-no-answer",
    severity: "error",
    message: `${quoted(key)} is not an answer: the keys of ${quoted(list)} are numbers on the scale.`,
    hint: "Write it as a number: {1: …, 5: …}.",
    place,
  };
}

export function offTheScale(place: Place, number: number, what: string, { min, max }: Scale): Diagnostic {
  return {
    code: "off-scale",
    severity: "error",
    message: `${number} is not on the scale of ${what}: it goes from ${min} to ${max}.`,
    hint: `Write a number from ${min} to ${max}, or change the scale.`,
    place,
  };
}

export function repeatedAnswer(place: Place, key: string, list: string): Diagnostic {
  return {
    code: "repeated-answer",
    severity: "error",
    message: `${quoted(list)} already says what ${Number(key)} is.`,
    hint: "Keep one of the two.",
    place,
  };
}

export function valuesWithGaps(place: Place, label: string, missing: readonly number[]): Diagnostic {
  return {
    code: "values-with-gaps",
    severity: "error",
    message: `The values of ${label} do not say what ${listed(missing.map(String), "and")} ${missing.length === 1 ? "is" : "are"} worth.`,
    hint: "Values span the scale: state both of its ends. What lies between two answers is drawn as a straight line.",
    place,
  };
}

export function valuesNotMonotone(place: Place, label: string): Diagnostic {
  return {
    code: "values-not-monotone",
    severity: "error",
    message: `The values of ${label} neither rise all the way nor fall all the way.`,
    hint: "From one answer to the next the value must always rise, or always fall.",
    place,
  };
}

export function valuesAgainstDirection(place: Place, label: string, falling: boolean): Diagnostic {
  return {
    code: "values-against-direction",
    severity: "error",
    message: falling
      ? `The values of ${label} fall, which already says that lower is better.`
      : `The values of ${label} rise, and its direction says that lower is better.`,
    hint: falling ? "Take “direction” away." : "Turn the values around, or take “direction” away.",
    place,
  };
}

export function lastLevelHasConditions(place: Place, label: string): Diagnostic {
  return {
    code: "last-level-has-conditions",
    severity: "error",
    message: `${label} is the last level, and it has conditions.`,
    hint: "The last level is for everyone: take its conditions away, or add a level without conditions below it.",
    place,
  };
}

export function repeatedKind(place: Place, kind: string): Diagnostic {
  return {
    code: "repeated-kind",
    severity: "error",
    message: `The kind ${quoted(kind)} stands in “priority” twice.`,
    hint: "Keep one of them.",
    place,
  };
}

// ---- packs that extend others, and packs that are looked for ----

export function nothingToRemove(place: Place, id: string, known: readonly string[]): Diagnostic {
  return {
    code: "nothing-to-remove",
    severity: "error",
    message: `There is no ${quoted(id)} to remove: the extended pack has none.`,
    ...suggest(id, known, "Take this line away."),
    place,
  };
}

export function borrowedId(place: Place, id: string): Diagnostic {
  return {
    code: "borrowed-id",
    severity: "warning",
    message: `This pack has no id of its own, so results call it ${quoted(id)}, as the pack it extends.`,
    hint: "Add an id, and a title.",
    place,
  };
}

/** `chain` leads from a pack back to itself. */
export function extendsInCircle(place: Place, chain: readonly string[]): Diagnostic {
  return {
    code: "extends-in-circle",
    severity: "error",
    message: `These packs extend each other in a circle: ${chain.join(" → ")}.`,
    hint: "Take one “extends” away.",
    place,
  };
}

export function extendsTooDeep(place: Place, most: number): Diagnostic {
  return {
    code: "extends-too-deep",
    severity: "error",
    message: `More than ${most} packs extend one another here.`,
    hint: "Extend a pack nearer to the first one.",
    place,
  };
}

/** `where` is the place that names the pack, or nothing when the command line does. */
export function unknownPack(where: Place | undefined, written: string, shipped: readonly string[]): Diagnostic {
  const files = "For a file of your own write its path, as in ./my-criteria.yaml.";
  return {
    code: "unknown-pack",
    severity: "error",
    message: `There is no criteria pack ${quoted(written)}.`,
    ...suggest(written, shipped, `The packs are ${listed(shipped, "and")}. ${files}`),
    ...(where !== undefined && { place: where }),
  };
}

export function packIsTable(path: string, where: Place | undefined): Diagnostic {
  return {
    code: "pack-is-table",
    severity: "error",
    message: `${quoted(path)} is a table, and a criteria pack is needed here.`,
    hint: "Name a YAML or JSON file.",
    ...(where === undefined ? { path } : { place: where }),
  };
}

export function decisionForPack(path: string, where: Place | undefined): Diagnostic {
  return {
    code: "decision-for-pack",
    severity: "error",
    message: `${quoted(path)} is a decision, and a criteria pack is needed here.`,
    hint: "Name a file with “criteria” as a list of questions.",
    ...(where === undefined ? { path } : { place: where }),
  };
}

export function optionWins(place: Place, option: string, written: string): Diagnostic {
  return {
    code: "option-wins",
    severity: "warning",
    message: `--criteria ${option} is used, not the ${quoted(written)} that this file names.`,
    hint: "Leave one of them out.",
    place,
  };
}
