import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import { flowed, type Surface, shownInPart } from "./surface.ts";

/** What can be pressed on the screen of a question, and what that does; in plain mode it is typed. */
export type KeyMeaning = readonly [key: string, meaning: string];

/** All that the pack knows about a question, and the keys, in lines that fit. */
export function helpLines(
  { help }: Pick<QuestionView, "help">,
  keys: readonly KeyMeaning[],
  width: number,
  surface: Pick<Surface, "unicode">,
): readonly Line[] {
  const { why, notThis, probes, evidence, trap, rules = [] } = help;
  const paragraph = (name: string, text: string | undefined) =>
    text === undefined
      ? []
      : flowed({ text: shownInPart(text), width, lead: [{ text: `${name}: `, tone: "strong" }] }, surface);
  const list = (name: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          [{ text: `${name}:`, tone: "strong" } as const],
          ...items.flatMap((item) => flowed({ text: shownInPart(item), width, lead: [{ text: "- " }] }, surface)),
        ];
  const widest = Math.max(...keys.map(([key]) => key.length));
  return [
    ...paragraph("Why", why),
    ...paragraph("Not this", notThis),
    ...list("Probes", probes),
    ...list("Evidence", evidence),
    ...paragraph("Trap", trap),
    ...list("How to score", rules),
    [{ text: "Keys:", tone: "strong" }],
    ...keys.flatMap(([key, text]) => flowed({ text, width, lead: [{ text: `${key.padEnd(widest)}  ` }] }, surface)),
  ];
}
