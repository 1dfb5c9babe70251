import { render } from "@inquirer/testing";
import { expect, it } from "vitest";
import type { QuestionView } from "../../../src/interview/ask.ts";
import { notePrompt } from "../../../src/machine/prompts/note-prompt.ts";
import { noteText } from "../../../src/machine/prompts/note-text.ts";
import { scalePrompt } from "../../../src/machine/prompts/scale-prompt.ts";
import { initialState } from "../../../src/machine/prompts/scale-state.ts";
import { cueEvent } from "../../../src/machine/prompts/stage.ts";
import { strokes } from "./press.ts";
import { AUDIENCE } from "./views.ts";

const surface = () => ({ columns: 80, rows: 24, unicode: true, paint: (_tone: string, text: string) => text });

async function asked(view: QuestionView) {
  const prompt = await render(scalePrompt, { view, state: initialState(view), surface });
  const press = (keys: string) => {
    for (const stroke of strokes(keys)) prompt.events.keypress(cueEvent(stroke));
  };
  return { ...prompt, press };
}

it("a digit moves the mark to its answer, and Enter gives it", async () => {
  const { press, getScreen, answer } = await asked(AUDIENCE);
  expect(getScreen()).not.toContain("❯");
  press("4");
  expect(getScreen()).toContain("❯ 4  They serve many of those people");
  press("enter");
  expect(await answer).toEqual({ kind: "reply", reply: { write: { kind: "score", score: 4 }, go: "on" } });
});

it("what is written is marked at first", async () => {
  const { getScreen } = await asked({ ...AUDIENCE, existing: { kind: "unknown" } });
  expect(getScreen()).toContain("❯ u  I don’t know (counts as unknown)");
});

it("the cursor is hidden while a question is on the screen, and back when it has gone", async () => {
  const { press, getFullOutput, answer } = await asked(AUDIENCE);
  const [hide, show] = ["\u001b[?25l", "\u001b[?25h"];
  const asking = await getFullOutput({ raw: true });
  expect(asking.lastIndexOf(hide)).toBeGreaterThan(asking.lastIndexOf(show));
  press("q");
  await answer;
  expect((await getFullOutput({ raw: true })).endsWith(show)).toBe(true);
});

it("a key that changes nothing draws nothing", async () => {
  const { press, getFullOutput } = await asked(AUDIENCE);
  const before = await getFullOutput({ raw: true });
  press("x left");
  expect(await getFullOutput({ raw: true })).toBe(before);
});

it("keys that Node's line editor would act on are left to the question", async () => {
  const { events, getScreen } = await asked(AUDIENCE);
  events.keypress({ name: "l", ctrl: true });
  events.keypress("4");
  expect(getScreen()).not.toContain("❯");
});

it("a note is given with its lines, and refused with a reason where it is checked", async () => {
  const check = (text: string) => (text.includes("no") ? "Say yes." : undefined);
  const config = { message: "Note", hint: "Enter", state: noteText("no"), end: "enter", check, surface } as const;
  const { events, getScreen, answer } = await render(notePrompt, config);
  const press = (keys: string) => {
    for (const stroke of strokes(keys)) events.keypress(cueEvent(stroke));
  };
  press("enter");
  expect(getScreen()).toContain("Say yes.");
  press("backspace backspace paste:yes\nyes enter");
  expect(await answer).toEqual({ kind: "ended", text: "yes\nyes" });
});
