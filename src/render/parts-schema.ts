import * as v from "valibot";
import { BASES } from "../engine/decision.ts";

/** What several parts of the JSON result are made of. */

export const candidateId = v.pipe(v.string(), v.description("A candidate's id."));
export const criterionId = v.pipe(v.string(), v.description("A criterion's id."));
export const levelId = v.pipe(v.string(), v.description("A level's id."));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A condition of a level that does not hold. */
export const blocking = v.variant("kind", [
  v.strictObject({ kind: v.literal("score"), needed: v.number(), found: v.number() }),
  v.strictObject({ kind: v.literal("coverage"), needed: share, found: share }),
  v.strictObject({
    kind: v.literal("answer"),
    criterion: criterionId,
    needed: v.pipe(v.number(), v.description("The worst acceptable answer.")),
    found: v.pipe(v.nullable(v.number()), v.description("The worse end of the answer; null where there is none.")),
  }),
  v.strictObject({ kind: v.literal("held"), needed: levelId, found: v.nullable(levelId) }),
  v.strictObject({
    kind: v.literal("basis"),
    criterion: criterionId,
    needed: v.picklist(BASES),
    found: v.nullable(v.picklist(BASES)),
  }),
]);

/** The nearest changes that cost the leader its place. */
export const leadFlip = v.pipe(
  v.strictObject({
    answer: v.optional(
      v.pipe(
        v.strictObject({ candidate: candidateId, criterion: criterionId, from: v.number(), to: v.number() }),
        v.description(
          "The one scored answer that with the fewest steps of its scale costs the leader its place: its own, worse, or another candidate's, better.",
        ),
      ),
    ),
    importance: v.optional(
      v.pipe(
        v.strictObject({
          criterion: criterionId,
          factor: v.pipe(
            v.number(),
            v.minValue(0),
            v.description("Times this importance a rival is level with the leader, and beyond it ahead."),
          ),
        }),
        v.description("The one importance whose nearest change, by ratio, costs the leader its place."),
      ),
    ),
  }),
  v.description(
    "What would change the leader. A part is absent where nothing does it; both, where nobody leads alone.",
  ),
);
