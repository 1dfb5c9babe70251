import type { Manner } from "../../interview/ask.ts";
import type { Span, Tone } from "../../render/page.ts";
import { drawn, flowed, painted, type Surface, shown, span, widthOf } from "./surface.ts";

/** A line that stays, in as many as it needs. A mark says what the colour says. */
export function saidLines(text: string, manner: Manner | undefined, surface: Surface): readonly string[] {
  const mark = markOf(manner, surface);
  const lead = mark === undefined ? [] : [mark];
  const lines = painted(
    flowed({ text: shown(text), tone: toneOf(manner), width: widthOf(surface), lead }, surface),
    surface,
  );
  return manner === "heading" ? ["", ...lines] : lines;
}

function markOf(manner: Manner | undefined, surface: Surface): Span | undefined {
  switch (manner) {
    case "good":
      return span(surface.unicode ? "✔ " : "ok ", manner);
    case "bad":
      return span(`${drawn("✗", surface)} `, manner);
    case "warning":
      return span("! ", manner);
    case "item":
      return span("- ", "quiet");
    default:
      return undefined;
  }
}

/** Of the text; where there is a mark, the mark alone is coloured. */
function toneOf(manner: Manner | undefined): Tone | undefined {
  if (manner === "heading") return "strong";
  return manner === "quiet" || manner === "item" ? "quiet" : undefined;
}

/** Where a screen reader speaks, a word instead of a mark. */
export function saidPlainly(text: string, manner: Manner | undefined): string {
  const word = manner === "good" ? "OK: " : manner === "bad" ? "Problem: " : manner === "warning" ? "Warning: " : "";
  return `${word}${shown(text)}${manner === "heading" ? ":" : ""}`;
}
