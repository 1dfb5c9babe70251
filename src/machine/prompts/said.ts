import type { Ask } from "../../interview/ask.ts";
import { drawn, flowed, painted, type Surface, shown, span, widthOf } from "./surface.ts";

type SaidTone = Parameters<Ask["say"]>[1];

/** A line that stays, in as many as it needs. A mark says what the colour says. */
export function saidLines(text: string, tone: SaidTone, surface: Surface): readonly string[] {
  const mark = markOf(tone, surface);
  const lead = mark === "" ? [] : [span(`${mark} `, tone)];
  const all = tone === "quiet" ? tone : undefined;
  return painted(flowed({ text: shown(text), tone: all, width: widthOf(surface), lead }, surface), surface);
}

function markOf(tone: SaidTone, surface: Surface): string {
  if (tone === "good") return surface.unicode ? "✔" : "ok";
  if (tone === "bad") return drawn("✗", surface);
  return tone === "warning" ? "!" : "";
}

/** Where a screen reader speaks, a word instead of a mark. */
export function saidPlainly(text: string, tone: SaidTone): string {
  const word = tone === "good" ? "OK: " : tone === "bad" ? "Problem: " : tone === "warning" ? "Warning: " : "";
  return `${word}${shown(text)}`;
}
