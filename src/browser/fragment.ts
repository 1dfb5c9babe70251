import { UNKNOWN_RULES } from "../engine/decision.ts";
import type { Agreed } from "./agreed.ts";
import { sliderStops } from "./slider-stops.ts";
import { differing, isNothing, NOTHING_TRIED, type Trial, withAnswer, withImportance } from "./trial.ts";

/**
 * A trial as the fragment of an address, which a reader can pass on to whoever has the same file. After the number of its
 * form come `i:<criterion>=<points>`, `r=<reason>,…`, `u=<rule>`, `p=0` and `a:<candidate>:<criterion>=<answer>`, with
 * everybody's text percent-encoded. Ids, not places: a link that meets a later report still means the same candidate.
 *
 * @example
 * fragmentOf({ importance: { fit: 9.5 }, reasons: [], answers: [{ candidate: "a zoo", criterion: "fit", score: 4 }] }) // → "#what-if=1&i:fit=9.5&r=&a:a%20zoo:fit=4"
 * fragmentOf({ importance: {}, answers: [] }) // → ""
 */
export function fragmentOf(trial: Trial): string {
  if (isNothing(trial)) return "";
  const { importance, reasons, unknown, withoutPriority, answers } = trial;
  const entries = [
    FORM,
    ...Object.entries(importance).map(([criterion, points]) => `i:${encoded(criterion)}=${points}`),
    ...(reasons === undefined ? [] : [`r=${reasons.map(encoded).join(",")}`]),
    ...(unknown === undefined ? [] : [`u=${unknown}`]),
    ...(withoutPriority ? ["p=0"] : []),
    ...answers.map(({ candidate, criterion, score }) => `a:${encoded(candidate)}:${encoded(criterion)}=${score}`),
  ];
  return `#${entries.join("&")}`;
}

/** What a link asks to try. */
export interface LinkedTrial {
  readonly trial: Trial;
  /** Something in the link does not fit this decision, and is left out. */
  readonly isPart: boolean;
}

/** A trial out of a fragment, which anybody may have written; undefined where the fragment is no trial of this form. */
export function linkedTrial(fragment: string, agreed: Agreed): LinkedTrial | undefined {
  const [form, ...entries] = fragment.replace(/^#/, "").split("&");
  if (form !== FORM) return undefined;
  let trial = NOTHING_TRIED;
  let isPart = false;
  for (const entry of entries.slice(0, ENTRIES_AT_MOST)) {
    const with_ = withEntry(trial, entry, agreed);
    trial = with_ ?? trial;
    isPart ||= with_ === undefined;
  }
  return { trial: differing(trial, agreed), isPart: isPart || entries.length > ENTRIES_AT_MOST };
}

const FORM = "what-if=1";
/** More than a page has controls for; a longer link is somebody's joke. */
const ENTRIES_AT_MOST = 2000;

/** Undefined where the entry makes no sense here. */
function withEntry(trial: Trial, entry: string, agreed: Agreed): Trial | undefined {
  const [key, value = "", ...more] = entry.split("=");
  const [name, ...ids] = key.split(":").map(decoded);
  const [first = "", second = ""] = ids;
  const { pack } = agreed.decision;
  if (more.length > 0) return undefined;
  switch (`${name}${ids.length}`) {
    case "i1": {
      const points = numberIn(value, 0, sliderStops(agreed).at(-1) ?? 0);
      const isKnown = pack.criteria.some(({ id }) => id === first);
      return isKnown && points !== undefined ? withImportance(trial, first, points) : undefined;
    }
    case "r0": {
      const reasons = value === "" ? [] : value.split(",").map(decoded);
      return reasons.every((reason) => pack.reasons.some(({ id }) => id === reason))
        ? { ...trial, reasons }
        : undefined;
    }
    case "u0": {
      const unknown = UNKNOWN_RULES.find((rule) => rule === value);
      return unknown && { ...trial, unknown };
    }
    case "p0":
      return value === "0" && pack.priority !== undefined ? { ...trial, withoutPriority: true } : undefined;
    case "a2": {
      const criterion = pack.criteria.find(({ id }) => id === second);
      const score = criterion && numberIn(value, criterion.scale.min, criterion.scale.max);
      const isOpen = agreed.open.get(first)?.has(second);
      return isOpen && score !== undefined
        ? withAnswer(trial, { candidate: first, criterion: second }, score)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** As JavaScript writes numbers, between two bounds. */
function numberIn(text: string, min: number, max: number): number | undefined {
  if (!/^-?\d{1,21}(?:\.\d{1,20})?(?:e[+-]\d{1,3})?$/.test(text)) return undefined;
  const number = Number(text);
  return number >= min && number <= max ? number : undefined;
}

/** No address holds half a character; an id with one is not found again. */
function encoded(id: string): string {
  return encodeURIComponent(id.replace(/\p{Cs}/gu, "\ufffd"));
}

/** Empty, which is nobody's id, for what is no encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
