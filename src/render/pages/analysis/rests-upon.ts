import type { RestsUpon, SingleChange } from "../../../analysis/rests-upon.ts";
import type { Decision } from "../../../engine/decision.ts";
import { counted } from "../../numbers.ts";
import type { Block, Item } from "../../page.ts";
import { labelOf } from "../../words.ts";
import { namesIn, sentence, type View } from "./view.ts";

/** Which single choices put who leads first. */
export function restsUponBlocks(view: View, found: readonly RestsUpon[]): readonly Block[] {
  const leader = view.evaluation.ranking[0].candidate.name;
  const tried =
    "Tried one at a time: a question that counts nothing, no priority, the other rule for unknown answers, a minimum, a reason or a rater less.";
  if (found.length === 0) return [sentence(`On no single choice: ${leader} leads without any of them. ${tried}`)];
  const choices = counted(found.length, "single choice", "single choices");
  return [
    sentence(
      `On ${choices}: without ${found.length === 1 ? "it" : "any one of them"}, ${leader} would not be listed first. ${tried}`,
    ),
    { kind: "list", indent: 1, items: found.map((each) => itemOf(view, each)) },
  ];
}

function itemOf(view: View, { change, leaders }: RestsUpon): Item {
  const then =
    leaders.length === 0
      ? "nobody would be ranked"
      : leaders.length === 1
        ? `${namesIn(view, leaders)} would lead`
        : `${namesIn(view, leaders)} would be tied`;
  return { mark: "–", text: `${changeInWords(view.decision, change)}, ${then}.` };
}

function changeInWords({ pack }: Decision, change: SingleChange): string {
  switch (change.kind) {
    case "importance-zero":
      return `If ${labelOf(pack, change.criterion)} counted nothing`;
    case "no-priority":
      return "Without priority points";
    case "unknown-rule":
      return change.rule === "worst" ? "If unknown counted as the worst" : "If unknown counted as the middle";
    case "minimum-removed":
      return `Without the minimum of ${labelOf(pack, change.criterion)}`;
    case "reason-left-out":
      return `Without the reason “${pack.reasons.find(({ id }) => id === change.reason)?.label ?? change.reason}”`;
    case "rater-left-out":
      return `Without ${change.rater} as a rater`;
  }
}
