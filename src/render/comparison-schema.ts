import * as v from "valibot";
import { dominance } from "./analysis-schema.ts";
import { pointsOn } from "./explanation-schema.ts";
import { candidateId, criterionId, share } from "./parts-schema.ts";

/** The part of the JSON result that `compare` adds. Points above 0 are in favor of a, below 0 of b; all is unrounded. */

const sharesOfTwo = v.strictObject({
  a: v.pipe(share, v.description("Of the weightings, those under which a is ahead. Not a probability.")),
  b: v.pipe(share, v.description("Those under which b is ahead; both are 0 where they are level under every one.")),
});

export const comparisonSchema = v.pipe(
  v.strictObject({
    a: candidateId,
    b: candidateId,
    margin: v.pipe(
      v.number(),
      v.description("The score of a minus that of b: the questions and priority add up to it."),
    ),
    priority: v.pipe(v.number(), v.description("The priority points of a minus those of b.")),
    questions: v.pipe(v.array(pointsOn), v.description("Each question with weight, the largest difference first.")),
    dominance: v.optional(
      v.pipe(dominance, v.description("Who is at least as good on every question; absent where neither is.")),
    ),
    shares: v.strictObject({
      any: v.pipe(sharesOfTwo, v.description("Of all weightings, every one counting the same; exact.")),
      ranked: v.pipe(sharesOfTwo, v.description("Of those that keep the order of importance; exact.")),
    }),
    shift: v.optional(
      v.pipe(
        v.strictObject({
          weight: v.pipe(share, v.description("How much moves in all, as a share of all weight.")),
          moves: v.array(v.strictObject({ from: criterionId, to: criterionId, weight: share })),
        }),
        v.description("The smallest shift of weight that makes them level; absent where none does."),
      ),
    ),
  }),
  v.description("Two candidates side by side, from `partner-score compare --json`."),
);

export type ComparisonDocument = v.InferOutput<typeof comparisonSchema>;
