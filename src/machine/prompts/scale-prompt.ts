import { createPrompt, useKeypress, useState } from "@inquirer/core";
import type { QuestionView, Reply } from "../../interview/ask.ts";
import { helpPages } from "./help-screen.ts";
import { afterStroke } from "./scale-keys.ts";
import { scaleScreen } from "./scale-screen.ts";
import type { ScaleState } from "./scale-state.ts";
import { cueIn } from "./stage.ts";
import { lineAbove, type Surface } from "./surface.ts";

export interface ScaleConfig {
  readonly view: QuestionView;
  readonly state: ScaleState;
  /** As large as the window is now. */
  readonly surface: () => Surface;
}

export type ScaleOutcome =
  | { readonly kind: "reply"; readonly reply: Reply }
  /** The person wants to write beside the answer; then the question goes on as it was. */
  | { readonly kind: "edit"; readonly field: "note" | "evidence"; readonly state: ScaleState };

const HIDE_CURSOR = "\u001b[?25l";

/** The screen of a question. */
export const scalePrompt = createPrompt<ScaleOutcome, ScaleConfig>(({ view, state: initial, surface }, done) => {
  const [state, setState] = useState(initial);
  const [drawings, setDrawings] = useState(0);

  useKeypress((event) => {
    const cue = cueIn(event);
    if (cue === undefined) return;
    if (cue.kind === "redraw") {
      setDrawings(drawings + 1);
      return;
    }
    const pressed = afterStroke(state, cue, { view, helpPages: helpPages(view, state, surface()) });
    if (pressed.kind === "state") setState(pressed.state);
    else done(pressed);
  });

  const screen = scaleScreen(view, state, surface());
  return `${[...lineAbove(screen.length, surface()), ...screen].join("\n")}${HIDE_CURSOR}`;
});
