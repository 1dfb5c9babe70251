import type { Decision } from "../../src/engine/decision.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";

/** Two questions, two reasons, a priority, and an answer open for each of two candidates. */
export function smallDecision(more: Partial<Decision> = {}): Decision {
  const reason = (id: string, emphasis: Readonly<Record<string, number>>) => ({
    id,
    label: `To ${id}.`,
    emphasis,
    readings: {},
  });
  const pack = packOf(
    [question("fit", { label: "Fit", importance: 6 }), question("time", { label: "Time", importance: 3 })],
    {
      reasons: [reason("grow", { fit: 1.75 }), reason("learn", { time: 2 })],
      priority: { kinds: ["museum"], points: 3 },
    },
  );
  return decisionOn(
    pack,
    { zoo: [score(4), UNKNOWN], park: [range(2, 4), score(3)], mall: [score(3), score(2)] },
    { about: { zoo: { kind: "museum", name: "City Zoo" } }, ...more },
  );
}
