import { isOpen } from "../analysis/open-answers.ts";
import { settled, stillRunning } from "../analysis/settled.ts";
import type { Answer, Decision, Id } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation } from "../engine/evaluation.ts";

/** What was agreed on, before a reader tries anything. */
export interface Agreed {
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  /** Who could lead as the open answers turn out. */
  readonly mayLead: ReadonlySet<Id>;
  /** What is open, by candidate and criterion: of those who may lead first, then of the others, each as listed. */
  readonly open: ReadonlyMap<Id, ReadonlyMap<Id, Answer>>;
}

/** Several raters' answers are open where they are so together: nobody has answered, or somebody gave a range. */
export function agreedOn(decision: Decision): Agreed {
  const evaluation = evaluate(decision);
  const mayLead = new Set(settled(decision, evaluation).mayLead);
  const listed = [...stillRunning(evaluation), ...evaluation.knockedOut];
  const first = listed.filter(({ candidate }) => mayLead.has(candidate.id));
  const others = listed.filter(({ candidate }) => !mayLead.has(candidate.id));
  const open = [...first, ...others].flatMap(({ candidate, answers }) => {
    const ofThis = answers.flatMap(({ criterion, answer }) => (isOpen(answer) ? [[criterion, answer] as const] : []));
    return ofThis.length === 0 ? [] : [[candidate.id, new Map(ofThis)] as const];
  });
  return { decision, evaluation, mayLead, open: new Map(open) };
}
