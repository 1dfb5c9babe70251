import type { Evaluation } from "../engine/evaluation.ts";
import { make, write } from "./elements.ts";
import type { Trial } from "./trial.ts";

/** Something a reader changes. It stays the same element for as long as the page is open, so that focus stays where it is. */
export interface Control {
  readonly element: HTMLElement;
  /** Stands as the trial has it, however that came about. */
  show(view: View): void;
}

/** A trial and what it comes to. */
export interface View {
  readonly trial: Trial;
  readonly evaluation: Evaluation;
  /** What each question counts where the reader states nothing, in pack order. */
  readonly unstated: readonly number[];
}

/** Tells what a control changes. Changes of one control in a row, `by` the same name, are one step to undo. */
export type Change = (by: string, change: (trial: Trial) => Trial) => void;

/** Controls under a heading of their own. */
export function group(title: string, ...inside: readonly (Node | string)[]): HTMLElement {
  return make("fieldset", {}, make("legend", {}, title), ...inside);
}

/** A box or a button to choose, with a word beside it where it stands otherwise than agreed. */
export interface Choice {
  readonly element: HTMLElement;
  show(isChosen: boolean): void;
}

export function choice(
  input: { readonly type: "checkbox" | "radio"; readonly name: string },
  label: string,
  isAgreed: boolean,
  onChange: (isChosen: boolean) => void,
): Choice {
  const box = make("input", { ...input, checked: isAgreed, autocomplete: "off" });
  const agreed = make("span", { className: "agreed" });
  const element = make("p", { className: "choice" }, make("label", {}, box, " ", label, " ", agreed));
  box.addEventListener("change", () => onChange(box.checked));
  return {
    element,
    show(isChosen) {
      if (box.checked !== isChosen) box.checked = isChosen;
      const differs = isChosen !== isAgreed;
      element.classList.toggle("changed", differs);
      write(agreed, differs && isAgreed ? "(agreed)" : differs && input.type === "checkbox" ? "(not agreed)" : "");
    },
  };
}
