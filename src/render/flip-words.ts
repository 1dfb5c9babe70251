import type { AnswerChange } from "../analysis/answer-steps.ts";
import type { ImportanceChange } from "../analysis/lead-flip.ts";
import type { Decision } from "../engine/decision.ts";
import { answersApart, grouped } from "./numbers.ts";
import { labelOf, listed } from "./words.ts";

/** What would have to change for somebody else to lead: each a clause that stands after “if”. */

/**
 * Answers of one candidate that change, in the order given; `whose` names it where the sentence has not done so. Rose and
 * fell are said of the number as it is written, whichever way is better. What a committee answered is a mean.
 *
 * @example
 * const decision = { ballots: [{}], pack: { criteria: [{ id: "fit", label: "Fit" }, { id: "far", label: "Distance" }] } };
 * const fit = { candidate: "zoo", criterion: "fit", from: 2, to: 4 };
 * const far = { candidate: "zoo", criterion: "far", from: 12.5, to: 5 };
 * changesInWords(decision, [fit]) // → "Fit rose from 2 to 4"
 * changesInWords(decision, [fit, far], "City Zoo") // → "Fit of City Zoo rose from 2 to 4 and Distance fell from 12.5 to 5"
 * changesInWords({ ...decision, ballots: [{}, {}] }, [fit]) // → "Fit rose from 2 to 4 on average"
 */
export function changesInWords(
  { pack, ballots }: Pick<Decision, "pack" | "ballots">,
  changes: readonly AnswerChange[],
  whose?: string,
): string {
  const isAlike = changes.every(({ from, to }) => to > from === changes[0].to > changes[0].from);
  const clauses = changes.map(({ criterion, from, to }, place) => {
    const [before, after] = answersApart(from, to);
    const of = whose === undefined || place > 0 ? "" : ` of ${whose}`;
    const verb = isAlike && place > 0 ? "" : to > from ? " rose" : " fell";
    return `${labelOf(pack, criterion)}${of}${verb} from ${before} to ${after}`;
  });
  const mean = ["", " on average"][changes.length] ?? ", each on average";
  return `${listed(clauses)}${ballots.length > 1 ? mean : ""}`;
}

/**
 * A question that matters more, or less. What is said is enough: a factor between two that are said is rounded away from 1,
 * and one that is said as it is only makes a rival level, so it takes more than that.
 *
 * @example
 * const decision = { pack: { criteria: [{ id: "time", label: "Timing" }] } };
 * importanceInWords(decision, { criterion: "time", factor: 1.97 }) // → "Timing mattered twice as much"
 * importanceInWords(decision, { criterion: "time", factor: 2 }) // → "Timing mattered more than twice as much"
 * importanceInWords(decision, { criterion: "time", factor: 1.332 }) // → "Timing mattered a third more"
 * importanceInWords(decision, { criterion: "time", factor: 0.427 }) // → "Timing mattered 42% as much"
 * importanceInWords(decision, { criterion: "time", factor: 0 }) // → "Timing did not matter at all"
 */
export function importanceInWords(
  { pack }: Pick<Decision, "pack">,
  { criterion, factor }: Pick<ImportanceChange, "criterion" | "factor">,
): string {
  const label = labelOf(pack, criterion);
  if (factor < LEAST_SAID) return `${label} did not matter at all`;
  if (factor > MOST_SAID) return `${label} was nearly all that mattered`;
  return `${label} mattered ${factor > 1 ? more(factor) : less(factor)}`;
}

/** Beyond these nobody reckons in factors any more: the question as good as alone, or as good as not there. */
const LEAST_SAID = 0.01;
const MOST_SAID = 1000;

/** A factor that is said in words rather than in a number. */
type Named = readonly [factor: number, words: string];

const NAMED_MORE: readonly Named[] = [
  [5 / 4, "a quarter more"],
  [4 / 3, "a third more"],
  [3 / 2, "one and a half times as much"],
  [2, "twice as much"],
  ...["three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
    (count, place): Named => [place + 3, `${count} times as much`],
  ),
];

const NAMED_LESS: readonly Named[] = [
  [3 / 4, "a quarter less"],
  [2 / 3, "a third less"],
  [1 / 2, "half as much"],
  [1 / 3, "a third as much"],
  [1 / 4, "a quarter as much"],
  [1 / 5, "a fifth as much"],
  [1 / 10, "a tenth as much"],
];

function more(factor: number): string {
  const [stated, words] = numberOfMore(factor);
  return said(
    factor,
    NAMED_MORE.find(([named]) => !isBelow(named, factor) && !isBelow(stated, named)) ?? [stated, words],
  );
}

/** In per cent while it is near, in tenths while it is small, then with two digits. */
function numberOfMore(factor: number): Named {
  if (isBelow(factor, 3 / 2)) {
    const perCent = Math.max(roundedUp(100 * (factor - 1)), 1);
    return [1 + perCent / 100, `${perCent}% more`];
  }
  const unit = factor <= 10 ? 0.1 : factor <= 100 ? 1 : 10;
  const units = roundedUp(factor / unit);
  const stated = unit < 1 ? units / 10 : units * unit;
  return [stated, `${unit < 1 ? stated : grouped(stated)} times as much`];
}

function less(factor: number): string {
  const [stated, words] = numberOfLess(factor);
  return said(
    factor,
    NAMED_LESS.find(([named]) => !isBelow(factor, named) && !isBelow(named, stated)) ?? [stated, words],
  );
}

function numberOfLess(factor: number): Named {
  const perCent = Math.min(-roundedUp(-100 * factor), 99);
  return [perCent / 100, isBelow(factor, 1 / 2) ? `${perCent}% as much` : `${100 - perCent}% less`];
}

/** “More than a third more” stumbles, “over a third more” does not. */
function said(factor: number, [stated, words]: Named): string {
  const isAsItIs = !isBelow(stated, factor) && !isBelow(factor, stated);
  if (!isAsItIs) return words;
  if (/ (?:more|less)$/.test(words)) return `over ${words}`;
  return `${factor > 1 ? "more" : "less"} than ${words}`;
}

/** So that 0.1 + 0.2 is the 0.3 that was meant. */
const SAME = 1e-9;

function isBelow(one: number, other: number): boolean {
  return one < other * (1 - SAME);
}

/** What is taken for a whole number here is the same as that number above, too. */
function roundedUp(number: number): number {
  return Math.ceil(number - (SAME / 2) * Math.max(Math.abs(number), 1));
}
