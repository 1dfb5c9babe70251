import * as v from "valibot";
import { canWin, changes, flip, rankInterval } from "./analysis-schema.ts";
import { blocking, candidateId, criterionId, leadFlip, levelId, share } from "./parts-schema.ts";

/** The part of the JSON result that `explain` adds: candidates, criteria and levels by their ids, numbers unrounded. */

const partOfBase = v.strictObject({
  points: v.pipe(v.number(), v.description("Of the base.")),
  share: v.pipe(share, v.description("Of the base; 0 where that is 0.")),
});

export const pointsOn = v.strictObject({ criterion: criterionId, points: v.number() });

export const explanationSchema = v.pipe(
  v.strictObject({
    candidate: candidateId,
    againstBest: v.pipe(
      v.array(
        v.strictObject({
          criterion: criterionId,
          gained: v.pipe(v.number(), v.description("Points that the answer gives: its contribution.")),
          lost: v.pipe(v.number(), v.description("Points that it falls short of the best answer.")),
        }),
      ),
      v.description("Each question with weight, the one that costs most first."),
    ),
    againstRival: v.optional(
      v.pipe(
        v.strictObject({
          rival: candidateId,
          margin: v.pipe(
            v.number(),
            v.description("Its score minus the rival's: the questions and priority add up to it."),
          ),
          priority: v.pipe(v.number(), v.description("Its priority points minus the rival's.")),
          questions: v.pipe(
            v.array(pointsOn),
            v.description("Each question with weight, the largest difference first; above 0 in its favor."),
          ),
        }),
        v.description("The leader, or for the leader the next listed; absent where nobody else is ranked."),
      ),
    ),
    guessed: v.pipe(partOfBase, v.description("What comes from answers whose basis is a guess.")),
    unanswered: v.pipe(partOfBase, v.description("What comes from questions that nobody answered.")),
    rankInterval: v.optional(
      v.pipe(
        rankInterval,
        v.description("The ranks that open answers leave it among the ranked; absent when set aside."),
      ),
    ),
    nextLevel: v.optional(
      v.pipe(
        v.strictObject({
          level: levelId,
          conditions: v.pipe(v.array(blocking), v.description("All that blocks it.")),
          flip: v.optional(changes),
        }),
        v.description(
          "The nearest better level; absent at the best, without levels, and when set aside. The flip: the fewest steps on scored answers after which neither the score nor a scored answer blocks it; absent where neither does, or no steps are enough.",
        ),
      ),
    ),
    // For who is listed first what would cost it first place, for everybody else what would bring it there.
    toFirst: v.optional(flip),
    fromFirst: v.optional(leadFlip),
    canWin: v.optional(
      v.pipe(canWin, v.description("Whether any weighting puts it first among the ranked; absent when set aside.")),
    ),
  }),
  v.description("Why one candidate stands where it stands, from `partner-score explain --json`."),
);

export type ExplanationDocument = v.InferOutput<typeof explanationSchema>;
