import { UNKNOWN_RULES } from "../engine/decision.ts";
import { pointsWords } from "../render/numbers.ts";
import { capital, kindName, listed } from "../render/words.ts";
import type { Agreed } from "./agreed.ts";
import { type Change, type Choice, type Control, choice, group } from "./control.ts";
import { withReason } from "./trial.ts";
import { RULE_WORDS } from "./trial-words.ts";

/** A box a reason of the pack; undefined where it has none. */
export function reasonChoices(agreed: Agreed, change: Change): Control | undefined {
  const { pack, reasons } = agreed.decision;
  if (pack.reasons.length === 0) return undefined;
  const boxes = pack.reasons.map(({ id, label }, place) =>
    choice({ type: "checkbox", name: `reason-${place}` }, label, reasons.includes(id), (isChosen) =>
      change(`reason ${place}`, (trial) => withReason(trial, agreed, id, isChosen)),
    ),
  );
  return {
    element: group("Reasons", ...elementsOf(boxes)),
    show({ trial }) {
      const chosen = trial.reasons ?? reasons;
      for (const [place, { id }] of pack.reasons.entries()) boxes[place].show(chosen.includes(id));
    },
  };
}

/** What an unanswered question counts. */
export function unknownChoices({ decision: { pack } }: Agreed, change: Change): Control {
  const buttons = UNKNOWN_RULES.map((rule) =>
    choice({ type: "radio", name: "unknown" }, capital(RULE_WORDS[rule]), rule === pack.unknown, () =>
      change("unknown", (trial) => ({ ...trial, unknown: rule })),
    ),
  );
  return {
    element: group("What nobody knows counts", ...elementsOf(buttons)),
    show({ trial }) {
      const now = trial.unknown ?? pack.unknown;
      for (const [place, rule] of UNKNOWN_RULES.entries()) buttons[place].show(rule === now);
    },
  };
}

/** Whether points are given for a kind of partner; undefined where the pack gives none. */
export function priorityChoice({ decision: { pack } }: Agreed, change: Change): Control | undefined {
  const { priority } = pack;
  if (priority === undefined || priority.points === 0) return undefined;
  const kinds = listed(priority.kinds.map((kind) => kindName(pack, kind)));
  const label = `${pointsWords(priority.points)} more for a kind of partner: ${kinds}`;
  const box = choice({ type: "checkbox", name: "priority" }, label, true, (isChosen) =>
    change("priority", ({ withoutPriority: _without, ...trial }) =>
      isChosen ? trial : { ...trial, withoutPriority: true },
    ),
  );
  return {
    element: group("Priority", box.element),
    show({ trial }) {
      box.show(!trial.withoutPriority);
    },
  };
}

function elementsOf(choices: readonly Choice[]): readonly HTMLElement[] {
  return choices.map(({ element }) => element);
}
