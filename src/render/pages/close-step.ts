import { leadFlip } from "../../analysis/lead-flip.ts";
import type { Decision } from "../../engine/decision.ts";
import type { Evaluation } from "../../engine/evaluation.ts";
import { type UndoingStep, undoingStep } from "./first-place.ts";
import type { Place } from "./place-words.ts";

/** The step that undoes a lead too close to call, where the candidate is the first or among those next to it. */
export function closeStep(decision: Decision, evaluation: Evaluation, place: Place): UndoingStep | undefined {
  const { ranking, lead } = evaluation;
  if (!lead.closeCall || place.kind !== "ranked" || place.standing.rank > ranking[1].rank) return undefined;
  return undoingStep(decision, evaluation, leadFlip(decision, evaluation));
}
