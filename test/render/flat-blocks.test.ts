import { expect, it } from "vitest";
import { markdown } from "../../src/render/markdown.ts";
import type { Block } from "../../src/render/page.ts";
import { blocks, written } from "./show.ts";

const page: readonly Block[] = [
  { kind: "facts", facts: [{ label: "Date", text: "January 31, 2027" }] },
  {
    kind: "section",
    id: "zoo",
    title: "Zoo",
    blocks: [
      { kind: "heading", text: "Fit" },
      { kind: "heading", text: "Of the first", minor: true },
      { kind: "picture", picture: { title: "Fit and time", across: "Fit", up: "Time", points: [] } },
      { kind: "section", id: "pond", title: "Pond", blocks: [{ kind: "text", text: "Open on Sundays." }] },
      { kind: "section", id: "pool", title: "Pool", blocks: [] },
    ],
  },
];

it("Markdown has each heading one deeper than the section it stands in, and nothing of what is empty", () => {
  expect(written(markdown, { page: { title: "Partners", blocks: page } })).toBe(
    `# Partners

- **Date:** January 31, 2027

## Zoo

### Fit

#### Of the first

### Pond

Open on Sundays.
`,
  );
});

it("a terminal has the same one after another", () => {
  expect(blocks(page)).toBe("Date: January 31, 2027\n\nZoo\n\nFit\n\nOf the first\n\nPond\nOpen on Sundays.\n");
});
