import { withAddresses } from "../addresses.ts";
import type { Span, Text } from "../page.ts";
import { isRightToLeft, type Names, turns } from "./direction.ts";
import { inAttribute, inHtml } from "./escape.ts";

/**
 * A text of a page between tags: addresses lead where they say, names that are read from right to left are set apart, and
 * a piece with a tone is emphasized or has a class of that name.
 *
 * @example
 * textInHtml([{ text: "Zoo", tone: "strong" }, { text: " & https://zoo.example" }], undefined) // → "<strong>Zoo</strong> &amp; <a href=\"https://zoo.example\" rel=\"noreferrer\">https://zoo.example</a>"
 */
export function textInHtml(text: Text, names: Names): string {
  if (typeof text === "string") return pieceInHtml(text, names);
  return text.map((span) => spanInHtml(span, names)).join("");
}

/** ` dir="rtl"` where a text as a whole is read from right to left. */
export function directionOf(text: Text, names: Names): string {
  const whole = typeof text === "string" ? text : text.map((span) => span.text).join("");
  return isRightToLeft(whole, names) ? ' dir="rtl"' : "";
}

function spanInHtml({ text, tone }: Span, names: Names): string {
  const inside = pieceInHtml(text, names);
  if (tone === undefined) return inside;
  return tone === "strong" ? `<strong>${inside}</strong>` : `<span class="${tone}">${inside}</span>`;
}

function pieceInHtml(text: string, names: Names): string {
  return withAddresses(text)
    .map(({ text: piece, href }) =>
      href === undefined
        ? turns(piece, names)
            .map((turn) => (turn.isApart ? `<bdi>${inHtml(turn.text)}</bdi>` : inHtml(turn.text)))
            .join("")
        : `<a href="${inAttribute(href)}" rel="noreferrer">${inHtml(piece)}</a>`,
    )
    .join("");
}
