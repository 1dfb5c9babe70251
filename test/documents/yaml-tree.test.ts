import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/documents/yaml-tree.ts";
import { pathsOf, problemsOf, shownAt, sourceOf, treeOf } from "./places-of-tree.ts";

const read = (text: string) => parseYaml(sourceOf(text));
const meaningOf = (text: string): unknown => treeOf(read(text)).value;

describe("a YAML text", () => {
  test("is read by the core schema, where yes, no and dates are text", () => {
    const text = "a: yes\nb: No\nc: 2026-01-31\nd: 12:30\ne: true\nf: null\ng:\nh: 4\ni: 0x10\nj: 1_000\n";
    expect(meaningOf(text)).toEqual({
      a: "yes",
      b: "No",
      c: "2026-01-31",
      d: "12:30",
      e: true,
      f: null,
      g: null,
      h: 4,
      i: 16,
      j: "1_000",
    });
  });

  test("has keys that are text, negative answers of a scale among them", () => {
    expect(meaningOf("values: {-2: 0, 1: 0.5, true: 1}")).toEqual({ values: { "-2": 0, "1": 0.5, true: 1 } });
  });

  test("keeps a key __proto__ as any other", () => {
    const value = meaningOf("__proto__: {polluted: 1}\nconstructor: 2\n");
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test("may start with a byte order mark, which moves no column", () => {
    const tree = treeOf(read("\uFEFFname: A\nkind: b\n"));
    expect(tree.value).toEqual({ name: "A", kind: "b" });
    expect(tree.placeOf(["name"], "value")).toMatchObject({ line: 1, column: 7, lineText: "name: A" });
  });

  test("may have one document mark before it and one after it", () => {
    expect(meaningOf("%YAML 1.2\n---\na: 1\n...\n")).toEqual({ a: 1 });
  });

  test("written as JSON means what the JSON means", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = asciiJson({ value });
        expect(meaningOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("a place in a YAML text", () => {
  test("points at the characters of each key and each scalar", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = asciiJson({ "🎪": value }, 1);
        const tree = treeOf(read(text));
        for (const [path, at] of pathsOf(tree.value)) {
          const key = path[path.length - 1];
          if (typeof key === "string") expect(JSON.parse(shownAt(tree, path, "key"))).toBe(key);
          if (typeof at !== "object" || at === null) expect(JSON.parse(shownAt(tree, path, "value"))).toBe(at);
        }
      }),
    );
  });

  test("counts columns in characters, not in their halves", () => {
    const tree = treeOf(read("- x\n".replace("- x", "a: {name: 🎪🎪, kind: b}")));
    expect(tree.placeOf(["a", "kind"], "value")).toMatchObject({ line: 1, column: 21, length: 1 });
  });

  test("of something that is not there is that of the nearest thing that is", () => {
    const tree = treeOf(read("candidates:\n  - id: a\n    answers: {mission: 4}\n"));
    expect(shownAt(tree, ["candidates", 0, "name"], "value")).toBe("id");
    expect(shownAt(tree, ["candidates", 0, "answers", "position"], "key")).toBe("{");
    expect(shownAt(tree, ["candidates", 7], "value")).toBe("-");
    expect(shownAt(tree, ["purpose"], "value")).toBe("candidates");
  });

  test("of an empty value is that of its name", () => {
    const tree = treeOf(read("candidates:\n  - name:\n    kind: b\n"));
    expect(shownAt(tree, ["candidates", 0, "name"], "value")).toBe("name");
  });

  test("of a text over several lines ends with its first line", () => {
    const tree = treeOf(read("purpose: >-\r\n  Bring families\r\n  in\r\nname: 'a\r\n  b'\r\n"));
    expect(shownAt(tree, ["purpose"], "value")).toBe(">-");
    expect(shownAt(tree, ["name"], "value")).toBe("'a");
    expect(tree.value).toEqual({ purpose: "Bring families in", name: "a b" });
  });
});

describe("the text of a YAML scalar", () => {
  test("is what stands there when it is plain", () => {
    const tree = treeOf(read("a: 1.00\nb: True\nc: 0x10\nd: ~\n"));
    expect(["a", "b", "c", "d"].map((key) => tree.textOf([key]))).toEqual(["1.00", "True", "0x10", "~"]);
  });

  test("is what it means when it is quoted", () => {
    expect(treeOf(read('a: "x\\ty"\n')).textOf(["a"])).toBe("x\ty");
  });

  test("is not there for lists, maps and paths that lead nowhere", () => {
    const tree = treeOf(read("a: [1]\nb: 2\n"));
    expect([tree.textOf(["a"]), tree.textOf([]), tree.textOf(["b", "c"])]).toEqual([undefined, undefined, undefined]);
  });
});

describe("the limits of YAML", { timeout: 60_000 }, () => {
  test("100 lists in one another are read, 101 are not", () => {
    expect(read(`a: ${"[".repeat(99)}${"]".repeat(99)}`).ok).toBe(true);
    expect(problemsOf(read(`a: ${"[".repeat(100)}${"]".repeat(100)}`))).toEqual(["too-deep 1:103"]);
    expect(read(`${nestedMaps(100)} 1`).ok).toBe(true);
    expect(problemsOf(read(`${nestedMaps(101)} 1`))).toEqual(["too-deep 101:101"]);
  });

  test("1,000 keys in a map are read, 1,001 are not", () => {
    const keys = (count: number) => Array.from({ length: count }, (_, key) => `k${key}: 1\n`).join("");
    expect(read(keys(1000)).ok).toBe(true);
    expect(problemsOf(read(keys(1001)))).toEqual(["too-many-keys 1:1"]);
  });

  test("2 MB are read, and a byte more gets the advice to use CSV or JSON", () => {
    const text = (bytes: number) => `a: "${"x".repeat(bytes - 5)}"`;
    expect(read(text(2_000_000)).ok).toBe(true);
    const refused = read(text(2_000_001));
    expect(problemsOf(refused)).toEqual(["yaml-too-large"]);
    expect(refused.ok ? "" : refused.problems[0].hint).toContain("CSV or JSON");
    expect(problemsOf(read(`a: "${"é".repeat(1_000_000)}"`))).toEqual(["yaml-too-large"]);
  });

  test("a text too dense to read in time is refused before anything is built of it", () => {
    expect(problemsOf(read(`a: [${"1,".repeat(990_000)}1]`))).toEqual(["yaml-too-large 1:799999"]);
  });

  test("2 MB of blank lines, 100,000 documents and 100,000 brackets are answered at once", () => {
    expect(problemsOf(read("\n".repeat(2_000_000)))).toEqual(["too-many-blank-lines 1001:1"]);
    expect(problemsOf(read("---\n".repeat(100_000)))).toEqual(["two-documents 2:1"]);
    expect(problemsOf(read("[".repeat(100_000)))).toEqual(["too-deep 1:101"]);
    expect(problemsOf(read("- ".repeat(1_000_000)))).toEqual(["too-deep 1:201"]);
    expect(problemsOf(read("}".repeat(2_000_000)))).toEqual(["stray-bracket 1:1"]);
  });

  test("blank lines and comments by the thousand cost no more than their length", () => {
    const text = `a:\n${`${"\n".repeat(900)}#\n${" #\n".repeat(2000)}`.repeat(50)} b: 1\n`;
    expect(meaningOf(text)).toEqual({ a: { b: 1 } });
  });

  test("no more than ten of a million errors are kept, and none of the library's words", () => {
    const quotes = read(Array.from({ length: 20_000 }, (_, line) => `k${line}: "a" b\n`).join(""));
    expect(problemsOf(quotes)).toHaveLength(10);
    const commas = read(`a: [${",".repeat(1_000_000)}]`);
    expect(problemsOf(commas)).toEqual(["extra-comma 1:6"]);
  });

  test("control characters and halves of characters are refused, quoted or not", () => {
    expect(problemsOf(read("a: \u0000\nb: \u001B[1m\nc: '\uD800'\nd: \u007F\ne: \u0085\u2028\n"))).toEqual([
      "control-character 1:4",
      "control-character 2:4",
      "control-character 3:5",
      "control-character 4:4",
    ]);
  });

  test("a number beyond counting is refused, and quoted it is a text", () => {
    expect(problemsOf(read("a: 1e400\nb: .inf\nc: .nan\n"))).toHaveLength(3);
    expect(meaningOf('a: "1e400"\nb: ".inf"\n')).toEqual({ a: "1e400", b: ".inf" });
  });
});

describe("a bracket that stays open", () => {
  const toldOf = (text: string) => {
    const checked = read(text);
    return checked.ok ? [] : checked.problems.map(({ message }) => message);
  };

  test("at the end of the text is never closed", () => {
    expect(toldOf("a: [1, 2\n\n")).toEqual(["The [ here is never closed."]);
    expect(toldOf("a: {b: [1, 2]")).toEqual(["The { here is never closed."]);
  });

  test("before a line that is not indented may be closed later, where YAML does not look", () => {
    expect(toldOf("a: [\n1,\n2\n]\n")).toEqual(["The [ here is not closed before a line that is not indented."]);
  });
});

describe("any text at all", { timeout: 60_000 }, () => {
  test("is read or refused, and every problem has words, a hint and a place inside the text", () => {
    const pieces = fc.constantFrom(
      ..."a |b: |: |- |\n|  |\t|\"|'|[|]|{|}|,|#|&x|*x|!t |---\n|...\n|>|| |%|?|@|`|\\|é|🎪|1e999|<<: |\r\n|\uFEFF".split(
        "|",
      ),
      "|",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const checked = read(text);
        if (checked.ok) return;
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const { message, hint, place } of checked.problems) {
          expect(message).not.toBe("");
          expect(hint).not.toBe("");
          if (place === undefined) continue;
          const line = text
            .replace(/^\uFEFF/, "")
            .split("\n")
            [place.line - 1].replace(/\r$/, "");
          expect(place.lineText).toBe(line);
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(place.column).toBeLessThanOrEqual([...line].length + 1);
          expect(place.length).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function nestedMaps(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

/** JSON in which nothing but ASCII and the circus tent stands raw, as YAML has no control characters. */
function asciiJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[\u007F-\uD7FF\uE000-\uFFFF]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
