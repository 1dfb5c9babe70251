import { createPrompt, useKeypress, useState } from "@inquirer/core";
import { type NoteFrame, noteScreen } from "./note-screen.ts";
import { afterNoteStroke, type NoteEnd, type NoteText } from "./note-text.ts";
import { cueIn } from "./stage.ts";
import { lineAbove, type Surface } from "./surface.ts";

export interface NoteConfig extends NoteFrame {
  readonly state: NoteText;
  readonly end: NoteEnd;
  /** What is wrong with the text, in a sentence; then it goes on. */
  readonly check?: ((text: string) => string | undefined) | undefined;
  /** As large as the window is now. */
  readonly surface: () => Surface;
}

/** `quit`: the person leaves, and this is what they have written so far. */
export interface NoteOutcome {
  readonly kind: "ended" | "quit";
  readonly text: string;
}

/** A text of several lines, typed or pasted. */
export const notePrompt = createPrompt<NoteOutcome, NoteConfig>((config, done) => {
  const [state, setState] = useState(config.state);
  const [drawings, setDrawings] = useState(0);
  const screen = noteScreen(config, state, config.surface());

  useKeypress((event, line) => {
    const cue = cueIn(event);
    if (cue === undefined) return;
    if (cue.kind === "redraw") {
      line.line = noteScreen(config, state, config.surface()).afterCursor;
      setDrawings(drawings + 1);
      return;
    }
    const written = afterNoteStroke(state, cue, config.end);
    const why = written.kind === "ended" ? config.check?.(written.text) : undefined;
    if (written.kind !== "state" && why === undefined) {
      done(written);
      return;
    }
    const next = written.kind === "state" ? written.state : { ...state, ...(why !== undefined && { message: why }) };
    // Inquirer puts the cursor before what it takes for the rest of the line that is being edited.
    line.line = noteScreen(config, next, config.surface()).afterCursor;
    setState(next);
  });

  const gap = lineAbove(screen.above.length + screen.below.length, config.surface());
  return [[...gap, ...screen.above].join("\n"), screen.below.join("\n")];
});
