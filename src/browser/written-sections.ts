import { insideOfSection, type Writing } from "../render/html/blocks.ts";
import type { Section } from "../render/page.ts";
import { element } from "./elements.ts";

/** Writes sections where they stand in the page, and touches only those that read otherwise than before. */
export function sectionWriter(writing: Writing): (sections: readonly Section[]) => void {
  const written = new Map<string, string>();
  return (sections) => {
    for (const section of sections) {
      const inside = insideOfSection(section, writing);
      if (written.get(section.id) === inside) continue;
      written.set(section.id, inside);
      element(section.id).innerHTML = inside;
    }
  };
}
