import type { Evaluation } from "../engine/evaluation.ts";
import { oneDecimal } from "../render/numbers.ts";
import type { Agreed } from "./agreed.ts";
import { answerChoices } from "./answer-choices.ts";
import type { Change, View } from "./control.ts";
import { make } from "./elements.ts";
import { importanceSliders } from "./importance-sliders.ts";
import { priorityChoice, reasonChoices, unknownChoices } from "./rule-choices.ts";

/** All that a reader can change, the two ways back, and who is first. */
export interface Panel {
  show(view: View, can: { readonly undo: boolean; readonly goBack: boolean }): void;
  /** Said to whoever hears the page, when they have a moment. */
  announce(text: string): void;
}

export interface Actions {
  readonly change: Change;
  readonly undo: () => void;
  readonly back: () => void;
}

const SAYS =
  "Nothing is stored or sent. What you try stands in the address after #: that part works with every copy of this file.";

export function panel(aside: HTMLElement, agreed: Agreed, { change, undo, back }: Actions): Panel {
  const controls = [
    importanceSliders(agreed, change),
    reasonChoices(agreed, change),
    unknownChoices(agreed, change),
    priorityChoice(agreed, change),
    answerChoices(agreed, change),
  ].filter((control) => control !== undefined);
  const [undoing, goingBack] = [lastingButton("Undo", undo), lastingButton("Back to what was agreed", back)];
  const first = make("ol", { className: "first" });
  const spoken = make("p", { className: "unseen", role: "status" });
  aside.replaceChildren(
    make("h2", { id: "what-if-title" }, "What if"),
    make("p", { className: "quiet" }, SAYS),
    first,
    make("p", { className: "actions" }, goingBack.element, " ", undoing.element),
    ...controls.map(({ element }) => element),
    spoken,
  );
  return {
    show(view, can) {
      for (const control of controls) control.show(view);
      undoing.allow(can.undo);
      goingBack.allow(can.goBack);
      first.replaceChildren(...firstOfRanking(view.evaluation));
    },
    announce(text) {
      spoken.textContent = text;
    },
  };
}

const FIRST = 3;

function firstOfRanking({ ranking }: Evaluation): readonly HTMLElement[] {
  return ranking
    .slice(0, FIRST)
    .map(({ rank, candidate, score }) =>
      make("li", { value: rank }, make("bdi", {}, candidate.name), ` ${oneDecimal(score)}`),
    );
}

/** A button that has nothing to do stays where it is, so that who has just pressed it is not sent to the top of the page. */
function lastingButton(text: string, press: () => void) {
  const element = make("button", { type: "button" }, text);
  let isAllowed = true;
  element.addEventListener("click", () => {
    if (isAllowed) press();
  });
  return {
    element,
    allow(allowed: boolean): void {
      isAllowed = allowed;
      element.setAttribute("aria-disabled", String(!allowed));
    },
  };
}
