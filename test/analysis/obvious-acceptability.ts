import type { AcceptabilityOptions } from "../../src/analysis/acceptability.ts";
import { isOpen, valueRange } from "../../src/analysis/open-answers.ts";
import { type UniformNumbers, uniformSources } from "../../src/analysis/random.ts";
import { weightings } from "../../src/analysis/weightings.ts";
import type { Decision, Id } from "../../src/engine/decision.ts";
import type { Evaluation } from "../../src/engine/evaluation.ts";

interface Obvious {
  readonly candidate: Id;
  readonly ranks: readonly number[];
  readonly out: number;
  readonly centralWeights?: readonly (readonly [Id, number])[];
  readonly confidence?: number;
}

/**
 * The slow way to the same numbers: every run adds up every score, sorts the candidates that are in, and walks down the
 * list. It draws from the same sources in the same order, at most a thousand runs; all else is its own.
 */
export function obviousAcceptability(
  decision: Decision,
  { criteria, ranking }: Evaluation,
  { model, spread, runs, seed }: AcceptabilityOptions,
): readonly Obvious[] {
  const [forWeights, forAnswers, forConfidence] = uniformSources(seed, 3);
  const weighted = criteria.filter(({ weight }) => weight > 0);
  const drawn = new Float64Array(runs * weighted.length);
  weightings(weighted, { model, spread }, forWeights)(drawn, weighted.length, runs);

  const outcome = (draw: UniformNumbers) =>
    ranking.map(({ answers, priority }) => {
      let isOut = false;
      const values = decision.pack.criteria.map((criterion, position) => {
        const { answer, value } = answers[position];
        const { worst, best, acceptable } = valueRange(criterion, answer);
        const matters = isOpen(answer) && (criteria[position].weight > 0 || acceptable > worst);
        if (!matters) return value;
        const chance = new Float64Array(1);
        draw(chance, 1);
        const found = worst + (best - worst) * chance[0];
        if (found < acceptable - 1e-9) isOut = true;
        return found;
      });
      return { isOut, priority, values: values.filter((_, position) => criteria[position].weight > 0) };
    });
  const ranksOf = (weights: readonly number[], draw: UniformNumbers) => {
    const scores = outcome(draw).map(({ isOut, priority, values }) =>
      isOut ? undefined : values.reduce((score, value, place) => score + 100 * value * weights[place], priority),
    );
    const order = scores.flatMap((score, candidate) => (score === undefined ? [] : [{ candidate, score }]));
    order.sort((one, other) => other.score - one.score);
    const chains: number[][] = [];
    for (const [place, { candidate, score }] of order.entries()) {
      if (place > 0 && order[place - 1].score - score <= 1e-9) chains[chains.length - 1].push(candidate);
      else chains.push([candidate]);
    }
    return chains;
  };

  const shares = ranking.map(() => ({ ranks: ranking.map(() => 0), out: runs, central: weighted.map(() => 0) }));
  for (let run = 0; run < runs; run++) {
    const weights = [...drawn.subarray(run * weighted.length, (run + 1) * weighted.length)];
    let rank = 0;
    for (const chain of ranksOf(weights, forAnswers.numbers)) {
      for (const candidate of chain) {
        const share = shares[candidate];
        share.out -= 1;
        for (let taken = rank; taken < rank + chain.length; taken++) share.ranks[taken] += 1 / chain.length;
        if (rank === 0) share.central = share.central.map((sum, place) => sum + weights[place] / chain.length);
      }
      rank += chain.length;
    }
  }

  const central = shares.map((share) => share.central.map((sum) => sum / share.ranks[0]));
  const won = ranking.map(() => 0);
  // Every candidate sees the same draws.
  const draws = recorded(forConfidence.numbers);
  for (const [candidate, share] of shares.entries()) {
    if (share.ranks[0] === 0) continue;
    const again = draws();
    for (let run = 0; run < runs; run++) {
      const [leaders] = ranksOf(central[candidate], again);
      if (leaders?.includes(candidate)) won[candidate] += 1 / leaders.length;
    }
  }
  const named = (weights: readonly number[]) => weights.map((weight, place) => [weighted[place].id, weight] as const);
  return ranking.map(({ candidate }, place) => ({
    candidate: candidate.id,
    ranks: shares[place].ranks.map((count) => count / runs),
    out: shares[place].out / runs,
    ...(shares[place].ranks[0] > 0 && { centralWeights: named(central[place]), confidence: won[place] / runs }),
  }));
}

/** A source that can be read from its beginning again and again. */
function recorded(source: UniformNumbers): () => UniformNumbers {
  const numbers: number[] = [];
  const one = new Float64Array(1);
  return () => {
    let next = 0;
    return (into, count) => {
      for (let place = 0; place < count; place++, next++) {
        if (next === numbers.length) {
          source(one, 1);
          numbers.push(one[0]);
        }
        into[place] = numbers[next];
      }
    };
  };
}
