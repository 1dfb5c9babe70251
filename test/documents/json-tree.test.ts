import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/documents/json-tree.ts";
import { pathsOf, problemsOf, shownAt, sourceOf, treeOf } from "./places-of-tree.ts";

const read = (text: string) => parseJson(sourceOf(text, "decision.json"));

describe("a JSON text", () => {
  test("means what it means to JSON.parse", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const text = JSON.stringify({ value }, null, indent);
        expect(treeOf(read(text)).value).toEqual(JSON.parse(text));
      }),
    );
  });

  test("keeps a key __proto__ as any other", () => {
    const { value } = treeOf(read('{"__proto__": {"polluted": 1}}'));
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
  });

  test("may start with a byte order mark, which moves no column", () => {
    const tree = treeOf(read('\uFEFF{"a": 1}'));
    expect(tree.placeOf(["a"], "value")).toMatchObject({ line: 1, column: 7, lineText: '{"a": 1}' });
  });

  test("is refused with every repeated name, however it is written, at any depth", () => {
    const text = '{"a": 1, "\\u0061": 2, "b": [{"c": 1, "c": 2, "c": 3}], "b": 4}';
    expect(problemsOf(read(text))).toEqual([
      "duplicate-key 1:10",
      "duplicate-key 1:38",
      "duplicate-key 1:46",
      "duplicate-key 1:56",
    ]);
  });

  test("may have the same name in two maps, and a colon in a text", () => {
    expect(treeOf(read('[{"a": "b: c"}, {"a": "\\":"}]'.replace(/^(.*)$/, '{"x": $1}'))).value).toEqual({
      x: [{ a: "b: c" }, { a: '":' }],
    });
  });
});

describe("what JSON.parse refuses", () => {
  test("is refused here too, with one problem that has a place inside the text", () => {
    const pieces = fc.constantFrom(
      ...[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"a"',
        '"',
        "1",
        "-",
        "0",
        "true",
        "nul",
        " ",
        "\n",
        "\\",
        "\t",
        "'",
        "//",
        "é",
        "🎪",
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const text = parts.join("");
        const checked = read(text);
        if (isJson(text)) return;
        expect(checked.ok).toBe(false);
        if (checked.ok || text.trim() === "") return;
        for (const { message, place } of checked.problems) {
          expect(message).not.toBe("");
          const line = text.split("\n")[(place?.line ?? 0) - 1];
          expect(place?.lineText).toBe(line);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("is shown where the mistake is, not where the text ends", () => {
    expect(problemsOf(read('{"a": [1, 2,\n "b": 3}'))).toEqual(["missing-comma 2:5"]);
    expect(problemsOf(read('{"a": "x,\n "b": 3}'))).toEqual(["open-quote 1:7"]);
    expect(problemsOf(read('{"a": {"b": 1}'))).toEqual(["open-bracket 1:1"]);
  });
});

describe("a place in a JSON text", () => {
  test("points at the characters of each name and each value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
        const tree = treeOf(read(JSON.stringify({ "🎪": value }, null, indent)));
        for (const [path, at] of pathsOf(tree.value)) {
          const key = path[path.length - 1];
          if (typeof key === "string") expect(JSON.parse(shownAt(tree, path, "key"))).toBe(key);
          if (typeof at !== "object" || at === null) expect(JSON.parse(shownAt(tree, path, "value"))).toBe(at);
          else expect(shownAt(tree, path, "value")).toBe(Array.isArray(at) ? "[" : "{");
        }
      }),
    );
  });

  test("of something that is not there is that of the nearest thing that is", () => {
    const tree = treeOf(read('{"candidates": [{"id": "a"}, {"id": "b"}]}'));
    expect(tree.placeOf(["candidates", 1, "name"], "key")).toMatchObject({ line: 1, column: 30, length: 1 });
    expect(shownAt(tree, ["candidates", 1, "id", "x"], "value")).toBe('"b"');
    expect(tree.placeOf(["candidates", 2], "value")).toMatchObject({ line: 1, column: 16 });
  });
});

describe("the text of a JSON value", () => {
  test("is what stands there, or what a text means", () => {
    const tree = treeOf(read('{"a": 1.00, "b": true, "c": "x\\ty", "d": [1], "e": null}'));
    expect(["a", "b", "c", "d", "e"].map((key) => tree.textOf([key]))).toEqual([
      "1.00",
      "true",
      "x\ty",
      undefined,
      "null",
    ]);
  });
});

describe("the limits of JSON", { timeout: 60_000 }, () => {
  test("100 lists in one another are read, 101 are not", () => {
    expect(read(`{"a": ${"[".repeat(99)}${"]".repeat(99)}}`).ok).toBe(true);
    expect(problemsOf(read(`{"a": ${"[".repeat(100)}${"]".repeat(100)}}`))).toEqual(["too-deep 1:106"]);
    expect(problemsOf(read("[".repeat(1_000_000)))).toEqual(["too-deep 1:101"]);
  });

  test("1,000 names in a map are read, 1,001 are not", () => {
    const map = (count: number) => `{${Array.from({ length: count }, (_, key) => `"k${key}": 1`).join()}}`;
    expect(read(map(1000)).ok).toBe(true);
    expect(problemsOf(read(map(1001)))).toEqual(["too-many-keys 1:1"]);
  });

  test("a million candidates are read, one more is not", () => {
    const list = (count: number) => `{"candidates": [${"1,".repeat(count - 1)}1]}`;
    expect(read(list(1_000_000)).ok).toBe(true);
    expect(problemsOf(read(list(1_000_001)))).toEqual(["too-many-candidates 1:16"]);
  });

  test("each number beyond counting is refused", () => {
    expect(problemsOf(read('{"a": 1e400, "b": [-1e999, 1e5]}'))).toEqual([
      "number-out-of-range 1:7",
      "number-out-of-range 1:20",
    ]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
