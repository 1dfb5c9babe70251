import type { Given, QuestionView, Reply } from "../../interview/ask.ts";
import { groundWith, meaningOf } from "./plain-meaning.ts";
import { besideText, GROUNDS, helpText, keysText, nameOf, promptFor, questionText } from "./plain-text.ts";
import { answerOf, type Ground, initialState, replyTo, statedOf } from "./scale-state.ts";
import type { Stated } from "./typed-answer.ts";

export interface Conversation {
  print(text: string): void;
  ask(prompt: string): Promise<Given<string>>;
}

/** A question in plain text. What can be typed is told in full once, then in short. */
export function plainQuestion({ print, ask }: Conversation): (view: QuestionView) => Promise<Reply> {
  let isTold = false;

  return async (view) => {
    let ground: Ground = initialState(view).ground;
    const replyWith = (stated: Stated, go: Reply["go"]) => replyTo(view, answerOf(stated, ground), go);
    const leave = (why: "quit" | "stop"): Reply =>
      why === "stop" ? { go: "stop" } : replyWith(statedOf(view.existing), "quit");

    for (const paragraph of [...questionText(view), ...keysText(view, isTold)]) print(paragraph);
    isTold = true;
    for (;;) {
      const typed = await ask("Answer:");
      if (!typed.given) return leave(typed.why);
      const meaning = meaningOf(typed.value, view);
      if (meaning.kind === "answer") return replyWith(meaning.stated, meaning.go);
      if (meaning.kind === "help") for (const paragraph of helpText(view)) print(paragraph);
      if (meaning.kind === "nothing") print(meaning.why);
      if (meaning.kind !== "beside") continue;

      const { field, text } = meaning;
      const given: Given<string> = text === undefined ? await ask(promptFor(field)) : { given: true, value: text };
      if (!given.given) return leave(given.why);
      const next = groundWith(ground, field, given.value);
      ground = next ?? ground;
      print(next === undefined ? GROUNDS : (besideText(ground, field) ?? `No ${nameOf(field)}.`));
    }
  };
}
