import type { AnswerChange } from "../../analysis/answer-steps.ts";
import type { AskNext } from "../../analysis/ask-next.ts";
import type { LeadFlip } from "../../analysis/lead-flip.ts";
import { isOpen } from "../../analysis/open-answers.ts";
import { type Settled, stillRunning } from "../../analysis/settled.ts";
import { undoingSteps } from "../../engine/close-call.ts";
import type { Decision, Id, Pack } from "../../engine/decision.ts";
import type { Evaluation, Standing } from "../../engine/evaluation.ts";
import { atLeast } from "../../engine/thresholds.ts";
import { firstOf } from "../first-of.ts";
import { answersApart, oneDecimal, pointsApart } from "../numbers.ts";
import { labelOf, listed } from "../words.ts";
import { setsAside } from "./flip-sentence.ts";
import { namesOf } from "./naming.ts";

/** Sentences about first place, where somebody is ranked: who has it, who could still get it, what to find out next. */

/** Who leads and by how much; where that is too close to call, why. */
export function leadSentence(decision: Decision, evaluation: Evaluation, step: UndoingStep | undefined): string {
  const { ranking, lead } = evaluation;
  const [first, second] = ranking;
  const { name } = first.candidate;
  const leaders = ranking.slice(0, lead.leaders.length);
  if (second === undefined) {
    return `${name} is the only candidate ranked, with ${oneDecimal(first.score)} points: there is nobody to compare it with.`;
  }
  if (leaders.length > 1) {
    const who =
      leaders.length === ranking.length && leaders.length > 2 ? `all ${leaders.length} candidates` : namesOf(leaders);
    return `Too close to call: ${who} are tied at ${oneDecimal(first.score)} points.`;
  }
  const margin = pointsApart(first.score, second.score);
  if (step === undefined) return `${name} leads by ${margin}.`;
  const next = ranking.filter(({ rank }) => rank === second.rank);
  const does = step.isFlip ? "undo that" : "make that a tie";
  const which = `${step.isOnly ? ":" : ", such as"} ${changedByAStep(step.change, decision, ranking)}`;
  return `Too close to call: ${name} is ${margin} ahead of ${namesOf(next)}, and one answer a step different would ${does}${which}.`;
}

/** One answer a step different, in a call so close that it undoes the lead. */
export interface UndoingStep {
  readonly change: AnswerChange;
  /** No other single step does. */
  readonly isOnly: boolean;
  /** It puts another ahead; else the most that a step can do is to make a tie. */
  readonly isFlip: boolean;
}

/**
 * The step to name: the smallest change of one answer, `answer`, where a step of somebody ranked is all it takes, so that
 * sentence and summary name the same; else the first of those that make a tie. Nothing where no step does, and in a tie.
 */
export function undoingStep(
  { pack }: Decision,
  { ranking, criteria, lead }: Evaluation,
  { answer }: LeadFlip,
): UndoingStep | undefined {
  if (!lead.closeCall || lead.leaders.length !== 1) return undefined;
  const weights = criteria.map(({ weight }) => weight);
  const [first, ...others] = firstOf(undoingSteps(ranking, pack.criteria, weights), 2);
  const isFlip =
    answer !== undefined &&
    isOneStep(answer, pack) &&
    ranking.some(({ candidate }) => candidate.id === answer.candidate);
  return { change: isFlip ? answer : first, isOnly: others.length === 0, isFlip };
}

function isOneStep({ criterion, from, to }: AnswerChange, { criteria }: Pack): boolean {
  return criteria.some(({ id, scale }) => id === criterion && atLeast(1, Math.abs(to - from) / scale.step));
}

function changedByAStep(change: AnswerChange, { pack, ballots }: Decision, ranking: readonly Standing[]): string {
  const [to, from] = answersApart(change.to, change.from);
  const criterion = pack.criteria.find(({ id }) => id === change.criterion);
  const mean = ballots.length > 1 ? " on average" : "";
  const what = `${labelOf(pack, change.criterion)} of ${nameIn(ranking, change.candidate)} at ${to} instead of ${from}${mean}`;
  if (setsAside(change, pack)) return `${what}, which would set it aside`;
  if (criterion === undefined || criterion.scale.max - criterion.scale.min > criterion.scale.step) return what;
  return `${what} (there is nothing in between)`;
}

/** Whether an open answer can still change the leader, and who could lead then; nothing where that goes without saying. */
export function settledSentence(
  evaluation: Evaluation,
  { mayLead: ids }: Settled,
  next: readonly AskNext[],
): readonly string[] {
  const { ranking, lead } = evaluation;
  const running = stillRunning(evaluation);
  if (running.length === 1) return [];
  const mayLead = new Set(ids);
  const leaders = new Set(lead.leaders);
  const could = running.filter(({ candidate }) => mayLead.has(candidate.id));
  const others = could.filter(({ candidate }) => !leaders.has(candidate.id));

  // About somebody above it too little is known to be ranked.
  if (!mayLead.has(ranking[0].candidate.id))
    return [`Not settled: once enough is known, only ${namesOf(could)} could lead.`];
  if (others.length > 0) return [`Not settled: ${namesOf(others)} could still lead.`];
  if (leaders.size > 1) {
    return [next.length > 0 ? "Not settled: an open answer could part them." : "No open answer can part them."];
  }
  const open = isAnythingOpen(evaluation, running);
  if (lead.closeCall) return open ? ["No open answer can change who is ahead."] : [];
  return [open ? "Settled: no open answer can change the leader." : "Settled: every question is answered."];
}

/** What is open and weighs something lets a score move; only what weighs nothing has to be looked for in a million answers. */
function isAnythingOpen({ criteria }: Evaluation, running: readonly Standing[]): boolean {
  if (running.some(({ low, high }) => low < high)) return true;
  const allWeigh = criteria.every(({ weight }) => weight > 0);
  return !allWeigh && running.some(({ answers }) => answers.some(({ answer }) => isOpen(answer)));
}

/** The open answers that are the likeliest to change the leader, `next`; nothing where none can. */
export function askNextSentence(
  { pack }: Decision,
  evaluation: Evaluation,
  next: readonly AskNext[],
): readonly string[] {
  const labelsByCandidate: { readonly candidate: Id; readonly labels: string[] }[] = [];
  for (const { candidate, criterion } of next) {
    const last = labelsByCandidate.at(-1);
    const label = labelOf(pack, criterion);
    if (last?.candidate === candidate) last.labels.push(label);
    else labelsByCandidate.push({ candidate, labels: [label] });
  }
  if (labelsByCandidate.length === 0) return [];
  const running = stillRunning(evaluation);
  const asked = labelsByCandidate.map(({ candidate, labels }) => `${listed(labels)} of ${nameIn(running, candidate)}`);
  return [`Find out next: ${asked.join("; then ")}.`];
}

function nameIn(standings: readonly Standing[], id: Id): string {
  return standings.find(({ candidate }) => candidate.id === id)?.candidate.name ?? id;
}
