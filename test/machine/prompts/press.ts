import type { QuestionView } from "../../../src/interview/ask.ts";
import { afterStroke, type Pressed } from "../../../src/machine/prompts/scale-keys.ts";
import { initialState, type ScaleState } from "../../../src/machine/prompts/scale-state.ts";
import type { NamedKey, Stroke } from "../../../src/machine/prompts/strokes.ts";

const NAMED = [
  "enter",
  "up",
  "down",
  "left",
  "right",
  "home",
  "end",
  "backspace",
  "delete",
  "erase",
  "erase-word",
  "quit",
];

/** Strokes as a test writes them: words between spaces; one that names a key is that key, `paste:` a paste. */
export function strokes(written: string): readonly Stroke[] {
  return written.split(" ").flatMap((word): readonly Stroke[] => {
    if (NAMED.includes(word)) return [{ kind: "key", key: word as NamedKey }]; // the list holds nothing else
    if (word.startsWith("paste:")) return [{ kind: "paste", text: word.slice("paste:".length) }];
    return [...word].map((text) => ({ kind: "text", text }));
  });
}

/** What the last of these keys on the screen of a question comes to. */
export function pressed(view: QuestionView, keys: string, helpPages = 2): Pressed {
  let last: Pressed = { kind: "state", state: initialState(view) };
  for (const stroke of strokes(keys)) {
    if (last.kind !== "state") throw new Error(`${keys}: the question had ended before ${JSON.stringify(stroke)}.`);
    last = afterStroke(last.state, stroke, { view, helpPages });
  }
  return last;
}

/** The state after these keys. */
export function stateAfter(view: QuestionView, keys: string): ScaleState {
  const last = pressed(view, keys);
  if (last.kind !== "state") throw new Error(`${keys}: ${JSON.stringify(last)}`);
  return last.state;
}
