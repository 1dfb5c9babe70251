import type { Answer, Criterion, Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { sortInChains } from "../engine/ranks.ts";
import { atLeast, TOLERANCE } from "../engine/thresholds.ts";
import { isOpen, type ValueRange, valueRange } from "./open-answers.ts";
import { lowestIn, type Settled, settled, stillRunning, topTwo } from "./settled.ts";

/** An open question whose answer can matter to first place. */
export interface AskNext {
  readonly candidate: Id;
  readonly criterion: Id;
  /** How likely its answer is to change the leader, 0 to 1, when every value from worst to best is as likely. */
  readonly chance: number;
  /** What knowing it is worth, in points of the leader's score; absent where the answer may knock the candidate out. */
  readonly gain?: number;
}

/**
 * The open questions that can still change first place, the most useful to ask first.
 *
 * A question about a candidate matters when that candidate may lead and either a minimum is at stake in it, or it has
 * weight and some rival can reach the candidate. Everything else stays at the value the score uses while the one answer
 * runs evenly from its worst, score A, to its best, A + B; the best rival stands at M. The candidate is behind for the
 * share t = (M − A) / B of the way, held between 0 and 1, and at least until the minimum where one is at stake. The
 * chance is t for who leads now and 1 − t for anybody else; the gain is the mean of the higher of the two scores, minus
 * the higher of their means: tM + (1 − t)A + B(1 − t²)/2 − max(A + B/2, M). Order: chance, then gain, then as ranked and
 * in pack order; where no single answer has a chance, the heaviest question comes first. Too little known counts as if
 * ranked. Cost: candidates that may lead × criteria.
 *
 * Source: expected value of perfect information on one input, Raiffa and Schlaifer (1961).
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const scored = { criterion: "fit", answer: { kind: "score", score: 4 }, value: 0.75, contribution: 75 };
 * const unknown = { criterion: "fit", answer: { kind: "unknown" }, value: 0.5, contribution: 50 };
 * const a = { candidate: { id: "a" }, score: 75, low: 75, high: 75, provisional: [], answers: [scored] };
 * const b = { candidate: { id: "b" }, score: 50, low: 0, high: 100, provisional: [], answers: [unknown] };
 * const evaluation = { criteria: [{ id: "fit", weight: 1 }], ranking: [a], tooLittleKnown: [b] };
 * askNext(decision, evaluation) // → [{"candidate":"b","criterion":"fit","chance":0.25,"gain":3.125}]
 */
export function askNext(decision: Decision, evaluation: Evaluation): readonly AskNext[] {
  return [...eachToAsk(decision, evaluation)];
}

/**
 * The same as `askNext`, each made when it is taken: of a million candidates about whom little is known, ten million
 * questions may matter. Who knows already who may lead can say so.
 *
 * @example
 * const nobody = { criteria: [], ranking: [], tooLittleKnown: [] };
 * [...eachToAsk({ pack: { criteria: [] } }, nobody)] // → []
 */
export function eachToAsk(
  decision: Decision,
  evaluation: Evaluation,
  { mayLead }: Settled = settled(decision, evaluation),
): Iterable<AskNext> {
  const running = stillRunning(evaluation);
  const weights = evaluation.criteria.map(({ weight }) => weight);
  const rangeOf = decision.pack.criteria.map(valueRanges);
  const bestRival = topTwo(running, ({ score }) => score);
  const matters = questionsThatMatter(decision, evaluation, running);
  const mayStillLead = new Set(mayLead);

  // Numbers side by side: ten million objects would not fit.
  const places: number[] = [];
  const criteria: number[] = [];
  const chances: number[] = [];
  const gains: number[] = [];
  const hasGain: boolean[] = [];
  for (const place of running.keys()) {
    const standing = running[place];
    if (!mayStillLead.has(standing.candidate.id)) continue;
    const rival = bestRival.besides(standing);
    for (const criterion of matters(standing)) {
      const { chance, gain } = worth(standing, criterion, rangeOf[criterion], weights[criterion], rival);
      places.push(place);
      criteria.push(criterion);
      chances.push(chance);
      gains.push(gain ?? 0);
      hasGain.push(gain !== undefined);
    }
  }

  const noneSuffices = chances.every((chance) => chance <= TOLERANCE);
  const keys = noneSuffices ? [criteria.map((criterion) => weights[criterion])] : [chances, gains];
  const order = new Uint32Array(places.length).map((_, at) => at);
  sortInChains(order, keys, (one, other) => one - other);
  return {
    *[Symbol.iterator]() {
      for (const at of order) {
        yield {
          candidate: running[places[at]].candidate.id,
          criterion: evaluation.criteria[criteria[at]].id,
          chance: chances[at],
          ...(hasGain[at] && { gain: gains[at] }),
        };
      }
    },
  };
}

/** Which open questions about a candidate that may lead matter, by their places in the pack. */
function questionsThatMatter(
  decision: Decision,
  evaluation: Evaluation,
  running: readonly Standing[],
): (standing: Standing) => readonly number[] {
  const lowest = lowestIn(decision, evaluation);
  const highestRival = topTwo(running, ({ high }) => high);
  const { criteria } = evaluation;
  return (standing) => {
    const reachable = atLeast(highestRival.besides(standing), lowest(standing));
    const { answers, provisional } = standing;
    const found: number[] = [];
    for (let criterion = 0; criterion < answers.length; criterion++) {
      if (!isOpen(answers[criterion].answer)) continue;
      const weighs = reachable && criteria[criterion].weight > 0;
      if (weighs || provisional.includes(criteria[criterion].id)) found.push(criterion);
    }
    return found;
  };
}

/** What answers to a criterion may be worth; what nobody knows anything about, which most open ones are, is worked out once. */
function valueRanges(criterion: Criterion): (answer: Answer) => ValueRange {
  const unknown = valueRange(criterion, { kind: "unknown" });
  return (answer) => (answer.kind === "range" ? valueRange(criterion, answer) : unknown);
}

function worth(
  standing: Standing,
  at: number,
  rangeOf: (answer: Answer) => ValueRange,
  weight: number,
  rival: number,
): Pick<AskNext, "chance" | "gain"> {
  const { answer, value, criterion } = standing.answers[at];
  const { worst, best, acceptable } = rangeOf(answer);
  const atWorst = standing.score + 100 * weight * (worst - value);
  const rise = 100 * weight * (best - worst);
  const atStake = standing.provisional.includes(criterion);
  const overtakes = rise > TOLERANCE ? clamp((rival - atWorst) / rise) : atLeast(atWorst, rival) ? 0 : 1;
  const behind = atStake && best > worst ? Math.max(overtakes, (acceptable - worst) / (best - worst)) : overtakes;
  const leads = atLeast(standing.score, rival);
  const chance = leads ? behind : 1 - behind;
  return atStake ? { chance } : { chance, gain: gainOf(atWorst, rise, behind, rival) };
}

function gainOf(atWorst: number, rise: number, behind: number, rival: number): number {
  const informed = behind * rival + (1 - behind) * atWorst + (rise * (1 - behind * behind)) / 2;
  return informed - Math.max(atWorst + rise / 2, rival);
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
