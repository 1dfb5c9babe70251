import { uniformSources } from "../../src/analysis/random.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { decisionOn, packOf, question, score } from "../engine/small.ts";

/** Candidates by lot: every fifth is as the one before it, every third has priority. */
export function manyCandidates(of: {
  readonly candidates: number;
  readonly questions: number;
  /** Answers 1 to 5, or any number between. */
  readonly onLevels: boolean;
  readonly seed: number;
}): Decision {
  const numbers = new Float64Array((of.candidates + 1) * of.questions);
  uniformSources(of.seed, 1)[0].numbers(numbers, numbers.length);
  const answerOf = (chance: number) => score(of.onLevels ? 1 + Math.floor(5 * chance) : 1 + 4 * chance);
  const rows = Array.from({ length: of.candidates + 1 }, (_, row) =>
    Array.from(numbers.subarray(row * of.questions, (row + 1) * of.questions)),
  );
  const importances = rows[of.candidates].map((chance) => 1 + Math.floor(4 * chance));
  const pack = packOf(
    importances.map((importance, place) => question(`q${place}`, { importance })),
    { priority: { kinds: ["museum"], points: 3 } },
  );
  const ids = rows.slice(0, of.candidates).map((_, row) => `c${row}`);
  const answers = ids.map((id, row) => [id, rows[row % 5 === 4 ? row - 1 : row].map(answerOf)]);
  const about = ids.map((id, row) => [id, row % 3 === 0 ? { kind: "museum" } : {}]);
  return decisionOn(pack, Object.fromEntries(answers), { about: Object.fromEntries(about) });
}
