import { harmless } from "../render/clean.ts";

/** An element with properties of its own and what stands in it. A text stands there as text, whatever it says. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside.map((each) => (typeof each === "string" ? harmless(each) : each)));
  return element;
}

/** Writes a text only where another stands, so that nothing is read aloud or laid out in vain. */
export function write(element: HTMLElement, text: string): void {
  const shown = harmless(text);
  if (element.textContent !== shown) element.textContent = shown;
}

/** Part of the page, by its id. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
}
