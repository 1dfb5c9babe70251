import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { evaluationPage } from "../../src/render/pages/evaluation.ts";
import { root, runInClone } from "../in-clone.ts";
import { screen } from "./show.ts";
import { decisionOn, PRIORITY_PACK, type Row } from "./tour.ts";

const WIDTHS = [30, 40, 60, 80, 100, 120, 200];
const golden = join(root, "test/golden/screens");

describe("the tour on a screen of", () => {
  const renewed = process.env.GOLDEN === "write";
  const cases = [
    ...WIDTHS.map((width) => ({ name: `${width} columns`, file: `family-learning-${width}.txt`, width, ascii: false })),
    ...[30, 80, 120].map((width) => ({
      name: `${width} columns in ASCII`,
      file: `family-learning-${width}-ascii.txt`,
      width,
      ascii: true,
    })),
  ];

  beforeAll(() => {
    if (renewed) rmSync(golden, { recursive: true, force: true });
    mkdirSync(golden, { recursive: true });
  });

  it.each(cases)("$name is as the golden file has it, and no line is wider", async ({ file, width, ascii }) => {
    const args = ["evaluate", "examples/family-learning.yaml", ...(ascii ? ["--ascii"] : [])];
    const { status, out } = await runInClone(args, { width });
    expect(status).toBe(0);
    if (renewed) writeFileSync(join(golden, file), out);
    expect(out).toBe(readFileSync(join(golden, file), "utf8"));
    expect(Math.max(...out.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
  });

  it("no other size has a golden file", () => {
    expect(readdirSync(golden).sort()).toEqual(cases.map(({ file }) => file).sort());
  });
});

/** Names whose characters are not a column each; the terminal decides how they look, we where the next column begins. */
const NAMES: Readonly<Record<string, string>> = {
  "of ideographs": "国立科学博物館・北分館",
  "of syllables": "국립중앙박물관 어린이관",
  "with emoji of several": "Family 👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 House",
  "with flags": "🇺🇳 Room 🇧🇷",
  "with combining marks": "Ze\u0301\u0323bra Gale\u0301ria",
  "from right to left": "متحف العلوم للأطفال",
  "from right to left, with points": "מוזיאון שָׁלוֹם",
  "of Thai": "พิพิธภัณฑ์วิทยาศาสตร์",
  "of Devanagari": "राष्ट्रीय संग्रहालय",
  "in full width": "ＺＯＯ　ＰＡＲＫ",
  plain: "Natural History Museum",
};

function shown(setting: { readonly width?: number; readonly ascii?: boolean }): string {
  const rows = Object.values(NAMES).map(
    (name, place): Row => ({ name, kind: "museum", given: [5, 4, 4, "3-5", 4, 4, 3, 3, 3, (place % 5) + 1] }),
  );
  const decision = decisionOn(PRIORITY_PACK, rows);
  return screen(evaluationPage(decision, evaluate(decision), { heading: "Partners" }), setting);
}

describe("names in every script", () => {
  it.each(WIDTHS.flatMap((width) => [false, true].map((ascii) => ({ width, ascii }))))(
    "fit $width columns (ASCII: $ascii), and every column begins and ends where the others do",
    ({ width, ascii }) => {
      const lines = shown({ width, ascii }).split("\n");
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      const rows = lines.filter((line) => /^ +=?\d+ .*\d\.\d .*%/.test(line));
      if (width < 60) {
        expect(rows).toEqual([]);
        expect(lines.filter((line) => /^ {2}0 [▇#]/.test(line))).toHaveLength(Object.keys(NAMES).length);
        return;
      }
      expect(rows).toHaveLength(Object.keys(NAMES).length);
      const [header = ""] = lines.filter((line) => line.startsWith("Rank"));
      const edges = [
        ...(width < 80 ? [] : [{ ofColumn: /0 +100/, ofCell: /[▇#]/ }]),
        { ofColumn: /(?<=Score)/, ofCell: /(?<= \d\d\.\d) / },
        { ofColumn: /Low/, ofCell: / \d\d[–-]/ },
        { ofColumn: /(?<=Known)/, ofCell: /(?<=%)/ },
      ];
      for (const { ofColumn, ofCell } of edges) {
        const places = rows.map((row) => widthBefore(row, ofCell));
        expect(new Set(places)).toEqual(new Set([widthBefore(header, ofColumn)]));
      }
    },
  );

  it.each(Object.entries(NAMES))("%s: nothing of it is lost on a narrow screen", (_what, name) => {
    const text = shown({ width: 30 }).replace(/\s+/g, "");
    expect(text).toContain(name.replace(/\s+/g, ""));
  });

  it("do not turn round the numbers beside them, where a terminal reads some letters from right to left", () => {
    for (const line of shown({ width: 100 }).split("\n")) {
      // The last letter of those is followed by a left-to-right mark before the next column.
      if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(line) && line.includes("▇")) {
        expect(line).toMatch(/[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]\u200e +[▇]/u);
      }
    }
    expect(shown({ width: 100 }).match(/\u200e/g)).toHaveLength(2);
    expect(shown({ width: 100, ascii: true })).not.toContain("\u200e");
  });
});

describe("a pipe", () => {
  it("cuts nothing: each candidate is one line with its whole name and all of its columns", () => {
    const long = "Society for the Encouragement of Reading Aloud to Anybody Who Listens ".repeat(20).trim();
    const decision = decisionOn(PRIORITY_PACK, [
      { name: long, given: [5, 4, 4, 4, 4, 4, 3, 3, 3, 3] },
      { name: "漢".repeat(500), given: [3, 4, 4, 4, 4, 4, 3, 3, 3, 3] },
    ]);
    const text = screen(evaluationPage(decision, evaluate(decision), { heading: "Partners" }));
    expect(text).not.toContain("…");
    expect(text).toMatch(new RegExp(`^   1  ${long}  .*\\d\\.\\d .*100%  \\w+$`, "m"));
    expect(text).toMatch(/^ {3}2 {2}漢{500} .*100% {2}\w+$/m);
  });
});

function widthBefore(line: string, edge: RegExp): number {
  return stringWidth(line.slice(0, line.search(edge)));
}
