import { readAnswer } from "../../documents/answers.ts";
import type { QuestionView } from "../../interview/ask.ts";

/** An answer without what stands beside it. */
export type Stated =
  | { readonly kind: "score"; readonly score: number }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "abstain" }
  | { readonly kind: "unanswered" };

type Scaled = Pick<QuestionView, "scale" | "answers">;

/** What a person typed as an answer, or a sentence about why it is none. */
export type Understood = { readonly ok: true; readonly stated: Stated } | { readonly ok: false; readonly why: string };

/** A number or a range. */
export function understood(typed: string, { scale, answers }: Scaled): Understood {
  const answer = readAnswer(typed.trim(), scale);
  switch (answer.kind) {
    case "score":
      return { ok: true, stated: { kind: "score", score: nearestListed(answer.score, answers) } };
    case "range":
      if (answer.low === scale.min && answer.high === scale.max) return { ok: false, why: saysNothing(typed) };
      return { ok: true, stated: { kind: "range", low: answer.low, high: answer.high } };
    case "misread":
      if (answer.why === "off-scale")
        return { ok: false, why: `${answer.number} is not on the scale: answers go ${fromTo(scale)}.` };
      if (answer.why === "reversed")
        return { ok: false, why: `Write the lower number first: ${answer.high}-${answer.low}.` };
      return { ok: false, why: `Type a number ${fromTo(scale)}, or a range such as ${exampleRange(scale)}.` };
    default:
      return { ok: false, why: `Type a number ${fromTo(scale)}.` };
  }
}

function saysNothing(typed: string): string {
  return `${typed.trim()} is the whole scale, which says nothing: type u for unknown.`;
}

/** A listed answer may be the sum of steps, and not to the last bit the number that a person types. */
function nearestListed(score: number, answers: Scaled["answers"]): number {
  return answers.find(({ answer }) => Math.abs(answer - score) < 1e-9)?.answer ?? score;
}

export function fromTo({ min, max }: Scaled["scale"]): string {
  return `from ${min} to ${max}`;
}

/** A range that is not the whole of the scale. */
export function exampleRange({ min, max, step }: Scaled["scale"]): string {
  return min + step < max - step ? `${min + step}-${max - step}` : `${min}-${min + step}`;
}

/** Whether more characters can make an answer of what is typed so far. */
export function mayBecomeNumber(typed: string, { scale, answers }: Scaled): boolean {
  if (typed.length > LONGEST_NUMBER) return false;
  if (answers.some(({ answer }) => String(answer).startsWith(typed))) return true;
  return NUMBER_SO_FAR.test(typed) && understood(typed, { scale, answers }).ok;
}

const LONGEST_NUMBER = 20;
const NUMBER_SO_FAR = /^-?\d+\.?\d*$/;
