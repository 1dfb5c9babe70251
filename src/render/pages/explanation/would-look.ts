import type { AnswerChange } from "../../../analysis/answer-steps.ts";
import type { Pack } from "../../../engine/decision.ts";
import { shownNumber } from "../../numbers.ts";
import type { Block } from "../../page.ts";
import { bullets } from "../blocks.ts";

/** More changes at once than these are no plan any more. */
const LOOKS_AT_MOST = 4;

/** What answers would look like that are not there yet, in the pack's own words, as far as it has some for them. */
export function lookBlocks(pack: Pack, changes: readonly AnswerChange[]): readonly Block[] {
  if (changes.length > LOOKS_AT_MOST) return [];
  const looks = changes.flatMap(({ criterion: id, to }) => {
    const criterion = pack.criteria.find((each) => each.id === id);
    const anchor = criterion?.anchors.find(({ answer }) => answer === to);
    return criterion === undefined || anchor === undefined
      ? []
      : [`${criterion.label} at ${shownNumber(to)}: ${anchor.text}`];
  });
  return looks.length === 0 ? [] : [bullets(looks)];
}
