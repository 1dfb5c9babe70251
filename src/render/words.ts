import type { Decision, Direction, Id, Pack } from "../engine/decision.ts";
import type { Warning } from "../engine/evaluation.ts";
import { shownNumber } from "./numbers.ts";

/** Phrases that several pages use. */

/**
 * @example
 * listed(["A", "B", "C"]) // → "A, B and C"
 * listed(["A", "B", "C", "D", "E"], 3) // → "A, B, C and 2 others"
 */
export function listed(items: readonly string[], atMost = Number.POSITIVE_INFINITY): string {
  const others = items.length - atMost;
  // To leave out a single one would take as much room as to name it.
  if (others > 1) return `${items.slice(0, atMost).join(", ")} and ${others} others`;
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/**
 * Longer things in one sentence; semicolons where one of them has a comma of its own.
 *
 * @example
 * enumerated(["a score of 75", "every question answered", "an engagement first"]) // → "a score of 75, every question answered, and an engagement first"
 * enumerated(["A and B", "C, D"]) // → "A and B; and C, D"
 */
export function enumerated(items: readonly string[]): string {
  const between = items.some((item) => item.includes(",")) ? "; " : ", ";
  if (items.length === 2 && between === ", ") return items.join(" and ");
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(between)}${between}and ${items[items.length - 1]}`;
}

/** A label as it stands inside a sentence: small, unless it has more capitals, as `MOU` has. */
function inSentence(label: string): string {
  const [first, rest] = [label.charAt(0), label.slice(1)];
  return /\p{Lu}/u.test(rest) ? label : `${first.toLowerCase()}${rest}`;
}

/**
 * @example
 * capital("every question answered") // → "Every question answered"
 */
export function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/**
 * @example
 * withArticle("engagement") // → "an engagement"
 * withArticle("unit") // → "a unit"
 */
export function withArticle(noun: string): string {
  return /^(?!eu|one\b|once\b|uni[tvqo]|us[ea])[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** A level inside a sentence, by its id: `engagement`. */
export function levelName({ levels }: Pack, id: Id): string {
  return inSentence(levels.find((level) => level.id === id)?.label ?? id);
}

/** `an engagement`. */
export function aLevel(pack: Pack, id: Id): string {
  return withArticle(levelName(pack, id));
}

/** A criterion's label, by its id. */
export function labelOf({ criteria }: Pack, id: Id): string {
  return criteria.find((criterion) => criterion.id === id)?.label ?? id;
}

/** A kind inside a sentence; in a pack without kinds it is what the person wrote. */
export function kindName({ kinds }: Pack, id: Id): string {
  return inSentence(kinds?.find((kind) => kind.id === id)?.label ?? id);
}

/** How a bound is called that an answer went beyond: `the minimum is 2`, `the most allowed is 3`. */
export function boundWords(direction: Direction, minimum: string): string {
  return direction === "higher-is-better" ? `the minimum is ${minimum}` : `the most allowed is ${minimum}`;
}

const namesByDecision = new WeakMap<Decision, ReadonlyMap<Id, string>>();

/** A candidate's name, by its id; asked for a hundred thousand candidates, it does not search for each. */
export function nameOf(decision: Decision, candidate: Id): string {
  const names = namesByDecision.get(decision) ?? new Map(decision.candidates.map(({ id, name }) => [id, name]));
  namesByDecision.set(decision, names);
  return names.get(candidate) ?? candidate;
}

// ---- warnings ----

/**
 * What a warning of the engine says, as a sentence that names the candidate first.
 *
 * @example
 * const decision = { candidates: [{ id: "zoo", name: "City Zoo" }], pack: { criteria: [{ id: "fit", label: "Fit" }] } };
 * warningMessage({ code: "range-says-nothing", candidate: "zoo", criterion: "fit" }, decision) // → "City Zoo, Fit: a range over the whole scale says nothing, so it counts as unknown."
 */
export function warningMessage(warning: Warning, decision: Decision): string {
  return `${nameOf(decision, warning.candidate)}${warningWords(warning, decision.pack)}`;
}

function warningWords(warning: Warning, pack: Pack): string {
  switch (warning.code) {
    case "range-says-nothing": {
      const whose = warning.rater === undefined ? "a range" : `the range that ${warning.rater} gave`;
      return `, ${labelOf(pack, warning.criterion)}: ${whose} over the whole scale says nothing, so it counts as unknown.`;
    }
    case "level-not-advised": {
      const today = warning.found === null ? "nothing yet" : aLevel(pack, warning.found);
      const advised = `${withArticle(levelName(pack, warning.level))} is advised only after ${aLevel(pack, warning.needed)}`;
      return `: ${advised}; today there is ${today}.`;
    }
    case "not-ready": {
      const { statement, remedy } = pack.readiness.find(({ id }) => id === warning.statement) ?? {
        statement: warning.statement,
        remedy: undefined,
      };
      const until = `Until that changes, ${aLevel(pack, warning.highest)} is the most that is advised`;
      const said = `the answers support ${aLevel(pack, warning.level)}, but the library says no to “${statement.replace(/\.$/, "")}”.`;
      return `: ${said} ${until}.${remedy === undefined ? "" : ` ${remedy}`}`;
    }
    case "rater-beyond-minimum": {
      const { label, direction } = pack.criteria.find(({ id }) => id === warning.criterion) ?? {
        label: warning.criterion,
        direction: "higher-is-better",
      };
      const bound = boundWords(direction, shownNumber(warning.minimum));
      return `, ${label}: ${warning.rater} answered ${shownNumber(warning.answer)}, and ${bound}.`;
    }
  }
}
