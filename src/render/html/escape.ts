import { harmless, harmlessLines } from "../clean.ts";

/**
 * The one place where text becomes a part of a page of HTML. What a reader could not see is shown as what it is; what would
 * mean something to the browser is written as an entity.
 */

/**
 * Somebody's text between tags; a line break stays one.
 *
 * @example
 * inHtml("Zoo & <b>\"Garden\"</b>") // → "Zoo &amp; &lt;b&gt;&quot;Garden&quot;&lt;/b&gt;"
 * inHtml("one\ntwo\u202e") // → "one<br>two&lt;U+202E&gt;"
 */
export function inHtml(text: string): string {
  return escaped(harmlessLines(text)).replaceAll("\n", "<br>");
}

/**
 * Somebody's text as the value of an attribute, between double quotes.
 *
 * @example
 * inAttribute("two\nlines \"or\" 'more'") // → "two&lt;U+000A&gt;lines &quot;or&quot; &#39;more&#39;"
 */
export function inAttribute(text: string): string {
  return escaped(harmless(text));
}

/**
 * Plain data inside `<script type="application/json">`. Nothing in it ends the script, begins a comment or another script,
 * or breaks a line where an old reader of JSON sees one. Lone surrogates are written by their code, since a file of UTF-8
 * cannot hold them.
 *
 * @example
 * embeddedJson({ name: "</script><!--\u2028" }) // → "{\"name\":\"\\u003c/script\\u003e\\u003c!--\\u2028\"}"
 */
export function embeddedJson(data: unknown): string {
  return JSON.stringify(data).replace(IN_A_SCRIPT, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const IN_A_SCRIPT = /[<>&\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text;
}
