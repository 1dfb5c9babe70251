import type { Answer } from "../engine/decision.ts";
import { shownNumber } from "./numbers.ts";

/**
 * An answer as a reader sees it: `4`, `2 to 4`, `unknown`, `abstains`.
 *
 * @example
 * answerWords({ kind: "range", low: 2, high: 4.5 }) // → "2 to 4.5"
 * answerWords({ kind: "abstain" }) // → "abstains"
 */
export function answerWords(answer: Answer): string {
  switch (answer.kind) {
    case "score":
      return shownNumber(answer.score);
    case "range":
      return `${shownNumber(answer.low)} to ${shownNumber(answer.high)}`;
    case "unknown":
      return "unknown";
    case "abstain":
      return "abstains";
  }
}
