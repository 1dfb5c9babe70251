import { entryOf, type Id } from "../../../engine/decision.ts";
import { perCent } from "../../numbers.ts";
import { labelOf } from "../../words.ts";
import type { View } from "./view.ts";

/** A weighting, the heaviest question first: `Fit 60%, Timing 40%`. */
export function weightsInWords({ decision: { pack } }: View, weights: Readonly<Record<Id, number>>): string {
  return pack.criteria
    .flatMap(({ id }) => {
      const weight = entryOf(weights, id);
      return weight === undefined || weight <= 0 ? [] : [{ id, weight }];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ id, weight }) => `${labelOf(pack, id)} ${perCent(weight)}`)
    .join(", ");
}
