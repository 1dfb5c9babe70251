import type { Pack } from "../../engine/decision.ts";
import type { KnockedOut } from "../../engine/evaluation.ts";
import { answersApart } from "../numbers.ts";
import { boundWords, labelOf } from "../words.ts";

/** The minimums that an answer is beyond: `Mission is 1, the minimum is 2; Distance is 40 at best, the most allowed is 25`. */
export function knockOutWords(pack: Pack, { answers, reasons }: Pick<KnockedOut, "answers" | "reasons">): string {
  return reasons
    .map((reason) => {
      const criterion = pack.criteria.find(({ id }) => id === reason.criterion);
      const isRange = answers.some(({ criterion: id, answer }) => id === reason.criterion && answer.kind === "range");
      const [is, minimum] = answersApart(reason.answer, reason.minimum);
      const bound = boundWords(criterion?.direction ?? "higher-is-better", minimum);
      return `${labelOf(pack, reason.criterion)} is ${is}${isRange ? " at best" : ""}, ${bound}`;
    })
    .join("; ");
}
