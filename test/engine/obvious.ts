import {
  type Answer,
  BASES,
  type Candidate,
  type Criterion,
  type Decision,
  type Id,
} from "../../src/engine/decision.ts";
import type { Blocking } from "../../src/engine/evaluation.ts";

/** One candidate of {@link obviousEvaluation}. */
export interface ObviousStanding {
  readonly id: Id;
  readonly score: number;
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  readonly rank?: number;
  readonly level?: Id;
  readonly blocked: readonly { readonly level: Id; readonly conditions: readonly Blocking[] }[];
  readonly provisional: readonly Id[];
  readonly out: readonly Id[];
}

/**
 * The slow, obvious version of the whole engine: one candidate at a time, straight from the formulas of docs/method.md,
 * without a matrix, a sort or a shared object. Shares nothing with the engine but its types.
 */
export function obviousEvaluation(decision: Decision): readonly ObviousStanding[] {
  const standings = decision.candidates.map((candidate) => stand(decision, candidate));
  const ranked = standings.filter(
    (each) => each.out.length === 0 && each.coverage >= decision.pack.coverageFloor - 1e-9,
  );
  return standings.map((each) => (ranked.includes(each) ? { ...each, rank: rankOf(each, ranked) } : each));
}

export function obviousCloseCall(decision: Decision): boolean {
  const now = obviousEvaluation(decision).filter((each) => each.rank !== undefined);
  const leader = now.find((each) => each.rank === 1);
  if (leader === undefined || now.length < 2) return false;
  if (now.filter((each) => each.rank === 1).length > 1) return true;
  return decision.pack.criteria.some((criterion) =>
    now.some((changed) => {
      const answer = answerOf(decision, changed.id, criterion);
      if (answer.kind !== "score") return false;
      const { min, max, step } = criterion.scale;
      const wanted = (changed === leader) === (criterion.direction === "higher-is-better") ? -step : step;
      const score = Math.min(max, Math.max(min, answer.score + wanted));
      const then = obviousEvaluation(withAnswer(decision, changed.id, criterion.id, { kind: "score", score }));
      const scoreThen = (id: Id) => then.find((each) => each.id === id);
      const leaderThen = scoreThen(leader.id);
      if (leaderThen === undefined || leaderThen.out.length > 0) return true;
      return now.some((each) => each !== leader && leaderThen.score - (scoreThen(each.id)?.score ?? 0) <= 1e-9);
    }),
  );
}

/** All raters agree on one answer; everything else stays. */
function withAnswer(decision: Decision, candidate: Id, criterion: Id, answer: Answer): Decision {
  return {
    ...decision,
    ballots: decision.ballots.map((ballot) => ({
      ...ballot,
      answers: Object.fromEntries([
        ...Object.entries(ballot.answers),
        [candidate, Object.fromEntries([...Object.entries(own(ballot.answers, candidate) ?? {}), [criterion, answer]])],
      ]),
    })),
  };
}

/** The answer that counts: one rater's, or the mean of several. */
export function answerOf({ ballots }: Decision, candidate: Id, { id, scale }: Criterion): Answer {
  const given = ballots
    .map((ballot) => own(own(ballot.answers, candidate) ?? {}, id))
    .filter((answer) => answer !== undefined)
    .filter((answer) => !(answer.kind === "range" && answer.low === scale.min && answer.high === scale.max));
  if (ballots.length === 1) return given[0] ?? { kind: "unknown" };
  const ends = given.flatMap((answer) => {
    if (answer.kind === "score") return [[answer.score, answer.score]];
    return answer.kind === "range" ? [[answer.low, answer.high]] : [];
  });
  if (ends.length === 0) return { kind: "unknown" };
  const mean = (end: 0 | 1) => ends.reduce((sum, pair) => sum + pair[end], 0) / ends.length;
  const said = given
    .filter((answer) => answer.kind === "score" || answer.kind === "range")
    .map((answer) => answer.basis);
  const basis = BASES.find((each) => said.includes(each));
  const ground = basis === undefined ? {} : { basis };
  return given.some((answer) => answer.kind === "range")
    ? { kind: "range", low: mean(0), high: mean(1), ...ground }
    : { kind: "score", score: mean(0), ...ground };
}

function stand(decision: Decision, candidate: Candidate): ObviousStanding {
  const { pack } = decision;
  const importances = pack.criteria.map((criterion) => importanceOf(decision, criterion));
  const total = importances.reduce((sum, points) => sum + points, 0);
  const sums = { base: 0, low: 0, high: 0, answered: 0 };
  const provisional: Id[] = [];
  const out: Id[] = [];
  for (const [place, criterion] of pack.criteria.entries()) {
    const answer = answerOf(decision, candidate.id, criterion);
    const [worst, best] = endsOf(criterion, answer);
    const points = (100 * importances[place]) / total;
    const isOpen = answer.kind === "unknown" || answer.kind === "abstain";
    const low = isOpen ? 0 : obviousValue(criterion, worst);
    const high = isOpen ? 1 : obviousValue(criterion, best);
    sums.base += points * (isOpen && pack.unknown === "worst" ? 0 : (low + high) / 2);
    sums.low += points * low;
    sums.high += points * high;
    if (!isOpen) sums.answered += importances[place];
    if (criterion.minimum === undefined) continue;
    if (worseBy(criterion, best, criterion.minimum)) out.push(criterion.id);
    else if (worseBy(criterion, worst, criterion.minimum)) provisional.push(criterion.id);
  }
  const isPriority = candidate.kind !== undefined && pack.priority?.kinds.includes(candidate.kind);
  const priority = isPriority ? (pack.priority?.points ?? 0) : 0;
  const { base } = sums;
  const coverage = sums.answered / total;
  const levels = out.length > 0 ? { blocked: [] } : levelOf(decision, candidate, base, coverage);
  const points = { score: base + priority, low: sums.low + priority, high: sums.high + priority };
  return { id: candidate.id, base, coverage, provisional, out, ...points, ...levels };
}

function importanceOf(decision: Decision, { id, importance }: Criterion): number {
  const stated = own(decision.importance, id);
  if (stated !== undefined) return stated;
  const emphases = decision.reasons.map((reason) => {
    const chosen = decision.pack.reasons.find((each) => each.id === reason);
    return (chosen && own(chosen.emphasis, id)) ?? 1;
  });
  return emphases.length === 0
    ? importance
    : (importance * emphases.reduce((sum, each) => sum + each, 0)) / emphases.length;
}

export function obviousValue({ scale, direction, values }: Criterion, answer: number): number {
  if (values !== undefined) {
    const after = Math.max(
      1,
      values.findIndex((point) => point.answer >= answer),
    );
    const [from, to] = [values[after - 1], values[after]];
    return (from.value * (to.answer - answer) + to.value * (answer - from.answer)) / (to.answer - from.answer);
  }
  const fromWorst = direction === "higher-is-better" ? answer - scale.min : scale.max - answer;
  return fromWorst / (scale.max - scale.min);
}

function endsOf({ scale, direction }: Criterion, answer: Answer): [worst: number, best: number] {
  if (answer.kind === "score") return [answer.score, answer.score];
  const [low, high] = answer.kind === "range" ? [answer.low, answer.high] : [scale.min, scale.max];
  return direction === "higher-is-better" ? [low, high] : [high, low];
}

function worseBy({ direction }: Criterion, answer: number, bound: number): boolean {
  return (direction === "higher-is-better" ? bound - answer : answer - bound) > 1e-9;
}

function levelOf(decision: Decision, candidate: Candidate, base: number, coverage: number) {
  const { levels } = decision.pack;
  const blocked = levels.map((level) => ({
    level: level.id,
    conditions: blockings(decision, candidate, level.id, base, coverage),
  }));
  const reached = blocked.findIndex(({ conditions }) => conditions.length === 0);
  return reached === -1 ? { blocked } : { level: levels[reached].id, blocked: blocked.slice(0, reached) };
}

function blockings(
  { pack, ...rest }: Decision,
  candidate: Candidate,
  id: Id,
  base: number,
  coverage: number,
): Blocking[] {
  const { conditions } = pack.levels.filter((level) => level.id === id)[0];
  const answers = pack.criteria.map((criterion) => answerOf({ pack, ...rest }, candidate.id, criterion));
  const isSaid = (answer: Answer) => answer.kind === "score" || answer.kind === "range";
  const list: (Blocking | false)[] = [
    conditions.score !== undefined &&
      base < conditions.score - 1e-9 && { kind: "score", needed: conditions.score, found: base },
    conditions.coverage !== undefined &&
      coverage < conditions.coverage - 1e-9 && { kind: "coverage", needed: conditions.coverage, found: coverage },
    ...pack.criteria.map((criterion, place): Blocking | false => {
      const needed = own(conditions.answers, criterion.id);
      if (needed === undefined) return false;
      const found = isSaid(answers[place]) ? endsOf(criterion, answers[place])[0] : null;
      return (
        (found === null || worseBy(criterion, found, needed)) && {
          kind: "answer",
          criterion: criterion.id,
          needed,
          found,
        }
      );
    }),
    conditions.held !== undefined &&
      !pack.levels
        .slice(0, pack.levels.findIndex((level) => level.id === conditions.held) + 1)
        .some((level) => level.id === candidate.held) && {
        kind: "held",
        needed: conditions.held,
        found: candidate.held ?? null,
      },
    ...pack.criteria.map((criterion, place): Blocking | false => {
      const needed = own(conditions.basis, criterion.id);
      if (needed === undefined) return false;
      const found = (isSaid(answers[place]) ? answers[place].basis : undefined) ?? null;
      const isGood = found !== null && BASES.slice(0, BASES.indexOf(needed) + 1).includes(found);
      return !isGood && { kind: "basis", criterion: criterion.id, needed, found };
    }),
  ];
  return list.filter((blocking) => blocking !== false);
}

/** Walks down from the best, one at a time, and notes where the gap to the one before exceeds 1e-9. */
function rankOf(standing: ObviousStanding, ranked: readonly ObviousStanding[]): number {
  const left = [...ranked];
  let rank = 1;
  let place = 0;
  let before: ObviousStanding | undefined;
  while (left.length > 0) {
    const best = left.reduce((one, other) => (other.score > one.score ? other : one));
    place += 1;
    if (before !== undefined && before.score - best.score > 1e-9) rank = place;
    if (best === standing) return rank;
    before = best;
    left.splice(left.indexOf(best), 1);
  }
  return rank;
}

function own<T>(record: Readonly<Record<Id, T>>, id: Id): T | undefined {
  return Object.getOwnPropertyDescriptor(record, id)?.value;
}
