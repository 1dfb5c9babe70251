import { make, write } from "./elements.ts";

/** What stands above the result where it is not what was agreed, on paper too. */
export interface Notice {
  readonly element: HTMLElement;
  show(said: Said): void;
  /** For whoever pressed its button, which is gone then. */
  focus(): void;
}

export interface Said {
  /** What is tried; empty: nothing. */
  readonly phrases: readonly string[];
  /** Why nothing new is shown, if so. */
  readonly problem?: string | undefined;
  /** A link tried more than this page knows. */
  readonly isPartOfLink: boolean;
}

export function notice(firstAgreed: string | undefined, onBack: () => void): Notice {
  const tried = make("span", {});
  const problem = make("p", { className: "bad" });
  const part = make("p", {}, "Part of the link does not fit this report, and is left out.");
  const kept = firstAgreed === undefined ? "" : ` From “${firstAgreed}” on, the page tells of what was agreed.`;
  const back = make("button", { type: "button" }, "Back to what was agreed");
  const trial = make(
    "div",
    {},
    make("p", {}, make("strong", {}, "What if:"), " ", tried),
    make("p", { className: "quiet" }, `This is not the agreed decision.${kept}`),
    back,
  );
  const element = make("div", { id: "tried", tabIndex: -1 }, trial, problem, part);
  back.addEventListener("click", onBack);
  return {
    element,
    show({ phrases, problem: why = "", isPartOfLink }) {
      write(tried, `${phrases.join("; ")}.`);
      write(problem, why === "" ? "" : `${why} Until then, the result stays as it was.`);
      trial.hidden = phrases.length === 0;
      problem.hidden = why === "";
      part.hidden = !isPartOfLink;
      element.classList.toggle("shown", phrases.length > 0 || isPartOfLink);
    },
    focus: () => element.focus({ preventScroll: true }),
  };
}
