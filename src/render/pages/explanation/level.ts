import type { Explanation } from "../../../analysis/explanation.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Blocking } from "../../../engine/evaluation.ts";
import { missingInWords } from "../../conditions.ts";
import { changesInWords } from "../../flip-words.ts";
import type { Block } from "../../page.ts";
import { paragraph } from "../blocks.ts";
import { levelSentence } from "../level-words.ts";
import type { Place } from "../place-words.ts";
import { answerTo } from "../weighed.ts";
import { lookBlocks } from "./would-look.ts";

/** Which level the answers support, what the next one needs besides, and which better answers would do for it. */
export function levelBlocks(decision: Decision, place: Place, { nextLevel }: Explanation): readonly Block[] {
  const { pack } = decision;
  if (place.kind === "set-aside") return [paragraph("While it is set aside, its answers support no level.", 1)];
  const { standing } = place;
  const said = paragraph(levelSentence(pack, standing), 1);
  if (nextLevel === undefined) return [said];
  const { flip, level, conditions } = nextLevel;
  const isScored = (condition: Blocking) =>
    condition.kind === "score" ||
    (condition.kind === "answer" && answerTo(standing, condition.criterion)?.answer.kind === "score");
  if (flip === undefined) {
    if (!conditions.some(isScored)) return [said];
    return [said, paragraph("Better answers to what is scored would not be enough for that.", 1)];
  }
  const rest = conditions.filter((condition) => !isScored(condition));
  const remaining =
    rest.length === 0 ? "" : ` What remains is ${missingInWords({ level, conditions: rest }, standing, pack)}.`;
  const enough = `Its answers would be good enough if ${changesInWords(decision, flip.changes)}.${remaining}`;
  return [said, paragraph(enough, 1), ...lookBlocks(pack, flip.changes)];
}
