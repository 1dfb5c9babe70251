import type { AnswerChange } from "../../analysis/answer-steps.ts";
import type { LeadFlip } from "../../analysis/lead-flip.ts";
import type { Decision, Pack } from "../../engine/decision.ts";
import type { Evaluation } from "../../engine/evaluation.ts";
import { isBeyond } from "../../engine/values.ts";
import { changesInWords, importanceInWords } from "../flip-words.ts";
import { capital } from "../words.ts";

export interface FlipSentenceOptions {
  /** How the leader is called: `It`, unless the sentence before spoke of somebody else. */
  readonly leader: string;
  /** Whether the sentence before has named the answer already. */
  readonly isAnswerNamed: boolean;
}

/**
 * What would change the leader: one answer, or the importance of one question; where there is no such answer or no such
 * importance, that too. Nothing in a tie, where there is no lead to lose.
 */
export function flipSentence(
  decision: Decision,
  evaluation: Evaluation,
  { answer, importance }: LeadFlip,
  { leader, isAnswerNamed }: FlipSentenceOptions,
): readonly string[] {
  const { ranking, lead } = evaluation;
  if (lead.leaders.length !== 1) return [];
  const words = lead.closeCall ? IN_A_CLOSE_CALL : IN_A_LEAD;
  const weight = importance && importanceInWords(decision, importance);

  if (isAnswerNamed) {
    return [
      weight === undefined
        ? `No change of any one importance would ${words.another}.`
        : `${leader} would also ${words.lose} if ${weight}.`,
    ];
  }
  // No weight makes a difference to somebody who is compared with nobody.
  const isAlone = ranking.length === 1;
  if (answer === undefined) {
    if (isAlone) return [];
    const noAnswer = "no change of any one scored answer";
    return [
      weight === undefined
        ? `${capital(noAnswer)}, or of any one importance, would ${words.another}.`
        : `${leader} would ${words.lose} if ${weight}; ${noAnswer} would do that.`,
    ];
  }
  const { effect, change, name } = effectOf(answer, decision, evaluation);
  const noWeight = (what: string) => (isAlone ? "" : `; no change of any one importance would ${what}`);
  switch (effect) {
    case "loses":
      return [
        `${leader} would ${words.lose} if ${change}${weight === undefined ? noWeight("do that") : `, or if ${weight}`}.`,
      ];
    case "is-set-aside": {
      const also = weight === undefined ? noWeight(words.another) : `, and would ${words.lose} if ${weight}`;
      return [`${leader} would be set aside if ${change}${also}.`];
    }
    case "lets-back-in": {
      const first = weight === undefined ? "" : `${leader} would ${words.lose} if ${weight}. `;
      return [
        `${first}If ${change}, ${name} would be back in and lead${weight === undefined ? noWeight(words.another) : ""}.`,
      ];
    }
  }
}

const IN_A_LEAD = { lose: "lose the lead", another: "change the leader" };
/** Of whom nobody has said that it leads. */
const IN_A_CLOSE_CALL = { lose: "fall behind", another: "put another ahead" };

interface Effect {
  readonly effect: "loses" | "is-set-aside" | "lets-back-in";
  /** After “if”. */
  readonly change: string;
  /** Whose answer it is. */
  readonly name: string;
}

function effectOf(answer: AnswerChange, decision: Decision, { ranking, knockedOut }: Evaluation): Effect {
  const isTheirs = ({ candidate }: { readonly candidate: { readonly id: string } }) =>
    candidate.id === answer.candidate;
  const ranked = ranking.findIndex(isTheirs);
  const standing = ranking[ranked] ?? knockedOut.find(isTheirs);
  const name = standing?.candidate.name ?? answer.candidate;
  const change = changesInWords(decision, [answer], ranked === 0 ? undefined : name);
  if (ranked === -1) return { effect: "lets-back-in", change, name };
  return { effect: setsAside(answer, decision.pack) ? "is-set-aside" : "loses", change, name };
}

/** Whether a candidate that is ranked would no longer be, because the answer would be beyond a minimum. */
export function setsAside({ criterion, to }: AnswerChange, { criteria }: Pack): boolean {
  const { direction, minimum } = criteria.find(({ id }) => id === criterion) ?? NO_CRITERION;
  return minimum !== undefined && isBeyond(direction, to, minimum);
}

const NO_CRITERION = { direction: "higher-is-better", minimum: undefined } as const;
