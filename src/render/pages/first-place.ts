import type { AskNext } from "../../analysis/ask-next.ts";
import { isOpen } from "../../analysis/open-answers.ts";
import { type Settled, stillRunning } from "../../analysis/settled.ts";
import { type UndoingStep, undoingSteps } from "../../engine/close-call.ts";
import type { Decision, Id } from "../../engine/decision.ts";
import type { Evaluation, Standing } from "../../engine/evaluation.ts";
import { answersApart, oneDecimal, pointsApart } from "../numbers.ts";
import { labelOf, listed } from "../words.ts";
import { namesOf } from "./naming.ts";

/** Sentences about first place, where somebody is ranked: who has it, who could still get it, what to find out next. */

/** Who leads and by how much; where that is too close to call, why. */
export function leadSentence(decision: Decision, evaluation: Evaluation): string {
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
  if (!lead.closeCall) return `${name} leads by ${margin}.`;
  const next = ranking.filter(({ rank }) => rank === second.rank);
  return `Too close to call: ${name} is ${margin} ahead of ${namesOf(next)}, and one answer a step different would undo that${stepWords(decision, evaluation)}.`;
}

/** Which step that is: the one that takes most from the lead, the leader's own before a challenger's. */
function stepWords(decision: Decision, { ranking, criteria }: Evaluation): string {
  const weights = criteria.map(({ weight }) => weight);
  const [leader] = ranking;
  let most: UndoingStep | undefined;
  let found = 0;
  for (const step of undoingSteps(ranking, decision.pack.criteria, weights)) {
    const isOwn = step.candidate === leader.candidate.id;
    found += 1;
    if (most === undefined || (isOwn && pointsTaken(step) > pointsTaken(most))) most = step;
    if (!isOwn && found > 1) break;
  }
  if (most === undefined) return "";
  return `${found > 1 ? ", such as" : ":"} ${undoneBy(most, decision, ranking)}`;
}

/** To be set aside is more than any points. */
function pointsTaken({ points = Number.POSITIVE_INFINITY }: UndoingStep): number {
  return points;
}

function undoneBy(step: UndoingStep, { pack, ballots }: Decision, ranking: readonly Standing[]): string {
  const [to, from] = answersApart(step.to, step.from);
  const criterion = pack.criteria.find(({ id }) => id === step.criterion);
  const mean = ballots.length > 1 ? " on average" : "";
  const what = `${labelOf(pack, step.criterion)} of ${nameIn(ranking, step.candidate)} at ${to} instead of ${from}${mean}`;
  if (step.points === undefined) return `${what}, which would set it aside`;
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
