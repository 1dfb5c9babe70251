import { formats, type Render, type Setting, type Shown } from "./formats.ts";

/**
 * A result as one text, in the format of that name: `table`, `json`, `csv` and whatever else `formats` lists. Without a
 * setting, as wide as it needs, in UTF-8 and without colour.
 *
 * Throws a RangeError where there is no such format.
 *
 * @example
 * const page = { title: "Zoo", blocks: [{ kind: "text", text: "Open on Sundays." }] };
 * await renderText({ page, document: {} }, "table") // → "Zoo\nOpen on Sundays.\n"
 * await renderText({ page, document: {} }, "table", { width: 8 }) // → "Zoo\nOpen on\nSundays.\n"
 * await renderText({ page, document: { open: true } }, "json") // → "{\n  \"open\": true\n}\n"
 */
export async function renderText(shown: Shown, format: string, setting: Partial<Setting> = {}): Promise<string> {
  const render = await loadFormat(format);
  return [...render(shown, { ascii: false, paint: (_tone, text) => text, ...setting })].join("");
}

/** Throws a RangeError where there is no format of that name. */
export async function loadFormat(name: string): Promise<Render> {
  const format = formats.find((each) => each.name === name);
  if (format !== undefined) return format.load();
  throw new RangeError(`There is no format ${name}: there are ${formats.map((each) => each.name).join(", ")}.`);
}
