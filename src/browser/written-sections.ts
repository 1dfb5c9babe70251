import { insideOfSection, type Writing } from "../render/html/blocks.ts";
import type { Section } from "../render/page.ts";
import { element } from "./elements.ts";

/**
 * Writes sections where they stand in the page. A section that reads as before is not touched, and of another only what differs:
 * of two hundred rows nearly every number changes and nearly nothing else, and to make them anew takes twice as long.
 */
export function sectionWriter(writing: Writing): (sections: readonly Section[]) => void {
  const written = new Map<string, string>();
  return (sections) => {
    for (const section of sections) {
      const inside = insideOfSection(section, writing);
      if (written.get(section.id) === inside) continue;
      written.set(section.id, inside);
      const template = document.createElement("template");
      template.innerHTML = inside;
      match(element(section.id), template.content);
    }
  };
}

/** Makes the children of a node like those of a model, which is used up. */
function match(node: Node, model: Node): void {
  let child = node.firstChild;
  let like = model.firstChild;
  while (like !== null) {
    const next = like.nextSibling;
    if (child === null) {
      node.appendChild(like);
    } else {
      const following = child.nextSibling;
      if (child.nodeName !== like.nodeName) node.replaceChild(like, child);
      else if (child instanceof Element && like instanceof Element) matchElement(child, like);
      else if (child.nodeValue !== like.nodeValue) child.nodeValue = like.nodeValue;
      child = following;
    }
    like = next;
  }
  while (child !== null) {
    const following = child.nextSibling;
    node.removeChild(child);
    child = following;
  }
}

function matchElement(element: Element, model: Element): void {
  const names = model.getAttributeNames();
  for (const name of names) {
    const value = model.getAttribute(name) ?? "";
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const name of element.getAttributeNames()) if (!names.includes(name)) element.removeAttribute(name);
  match(element, model);
}
