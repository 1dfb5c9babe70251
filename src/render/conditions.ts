import { BASES, type Basis, type Conditions, type Criterion, entryOf, type Id, type Pack } from "../engine/decision.ts";
import type { BlockedLevel, Blocking, Standing } from "../engine/evaluation.ts";
import { answersApart, apart, counted, perCent, shownNumber } from "./numbers.ts";
import { aLevel, enumerated, labelOf, listed } from "./words.ts";

/** What levels ask for, in words: all of it for a pack, and for a candidate what is still missing. */

/**
 * Every condition of a level, answers with the same bound together: `a score of 75 or more, Mission and Strategy 4 or
 * more, every question answered, and an engagement first`. Empty where a level has none.
 */
export function conditionsInWords(conditions: Conditions, pack: Pack): string {
  const { score, coverage, held } = conditions;
  const answers = new Map<string, string[]>();
  const bases = new Map<string, string[]>();
  for (const criterion of pack.criteria) {
    const needed = entryOf(conditions.answers, criterion.id);
    if (needed !== undefined) gather(answers, answerBound(criterion, shownNumber(needed)), criterion.label);
    const basis = entryOf(conditions.basis, criterion.id);
    if (basis !== undefined) gather(bases, basisBound(basis), criterion.label);
  }
  return enumerated([
    ...(score === undefined ? [] : [`a score of ${shownNumber(score)} or more${priorityApart(pack)}`]),
    ...Array.from(answers, ([bound, labels]) => `${listed(labels)} ${bound}`),
    ...basesNeeded(bases),
    ...(coverage === undefined ? [] : [coverageNeeded(coverage)]),
    ...(held === undefined ? [] : [heldNeeded(held, pack)]),
  ]);
}

/** So many missing answers are named; a person cannot mend more at a time. */
const ANSWERS_AT_MOST = 8;

/**
 * What a candidate still lacks for a level, with what is there now: `Budget 3 or more (is 2), every question answered,
 * and an engagement first`.
 */
export function missingInWords({ conditions }: BlockedLevel, standing: Standing, pack: Pack): string {
  const answers = conditions.filter((condition) => condition.kind === "answer");
  const others = answers.length - ANSWERS_AT_MOST;
  const bases = new Map<string, string[]>();
  for (const condition of conditions) {
    if (condition.kind === "basis") gather(bases, basisBound(condition.needed), labelOf(pack, condition.criterion));
  }
  return enumerated([
    ...conditions.flatMap((condition) => (condition.kind === "score" ? scoreMissing(condition, standing) : [])),
    ...answers.slice(0, ANSWERS_AT_MOST).map((condition) => answerMissing(condition, standing, pack)),
    ...(others > 0 ? [counted(others, "more answer", "more answers")] : []),
    ...basesNeeded(bases),
    ...conditions.flatMap((condition) => (condition.kind === "coverage" ? coverageMissing(condition) : [])),
    ...conditions.flatMap((condition) => (condition.kind === "held" ? heldNeeded(condition.needed, pack) : [])),
  ]);
}

/** Labels of which the same is asked, by what that is. */
function gather(labels: Map<string, string[]>, asked: string, label: string): void {
  const gathered = labels.get(asked);
  if (gathered === undefined) labels.set(asked, [label]);
  else gathered.push(label);
}

type Missing<Kind extends Blocking["kind"]> = Extract<Blocking, { readonly kind: Kind }>;

function scoreMissing({ found, needed }: Missing<"score">, { priority }: Standing): string {
  const [is, bound] = apart(found, needed);
  const counted = priority === 0 ? "" : " without priority points";
  return `a score of ${bound} or more${counted} (is ${is})`;
}

function answerMissing({ criterion: id, found, needed }: Missing<"answer">, { answers }: Standing, pack: Pack): string {
  const criterion = pack.criteria.find((each) => each.id === id);
  const bound = (text: string) =>
    `${labelOf(pack, id)} ${criterion === undefined ? text : answerBound(criterion, text)}`;
  if (found === null) return `${bound(shownNumber(needed))} (not known yet)`;
  const isRange = answers.some(({ criterion: each, answer }) => each === id && answer.kind === "range");
  const [is, shownBound] = answersApart(found, needed);
  return `${bound(shownBound)} (is ${is}${isRange ? " at worst" : ""})`;
}

function coverageMissing({ found, needed }: Missing<"coverage">): string {
  if (isAll(needed)) return coverageNeeded(needed);
  const [is, bound] = apart(100 * found, 100 * needed);
  return `${bound}% known (is ${is}%)`;
}

/** `3 or more`, in the question's direction. */
export function answerBound({ direction }: Pick<Criterion, "direction">, bound: string): string {
  return direction === "higher-is-better" ? `${bound} or more` : `${bound} or less`;
}

function coverageNeeded(needed: number): string {
  return isAll(needed) ? "every question answered" : `${shownNumber(100 * needed)}% known`;
}

function isAll(share: number): boolean {
  return perCent(share) === "100%";
}

function heldNeeded(needed: Id, pack: Pack): string {
  return `${aLevel(pack, needed)} first`;
}

function basesNeeded(labelsByBound: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return Array.from(labelsByBound, ([bound, labels]) => `a basis of ${bound} for ${listed(labels)}`);
}

function basisBound(needed: Basis): string {
  return needed === BASES[0] ? needed : `${needed} or better`;
}

function priorityApart({ priority }: Pack): string {
  return priority === undefined ? "" : " without priority points";
}
