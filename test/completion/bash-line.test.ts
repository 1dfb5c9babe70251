import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bashLine } from "../../src/commands/completion-bash.ts";

/** As bash sets it. */
const BREAKS = " \t\n\"'@><=;|&(:";

describe("a line up to the cursor", () => {
  it.each<[typed: string, before: readonly string[], current: string]>([
    ["", [], ""],
    [" ", [], ""],
    ["evaluate", [], "evaluate"],
    ["evaluate ", ["evaluate"], ""],
    ["evaluate  a.yaml\t", ["evaluate", "a.yaml"], ""],
    ["evaluate 'two words.yaml' --for", ["evaluate", "two words.yaml"], "--for"],
    ["evaluate two\\ words.yaml ", ["evaluate", "two words.yaml"], ""],
    ['x "a $b \\" \\x" ', ["x", 'a $b " \\x'], ""],
    ["x 'a\\' ", ["x", "a\\"], ""],
    ["x a'b'\"c\"d", ["x"], "abcd"],
    ["x '' ", ["x", ""], ""],
    ["x ''", ["x"], ""],
    ['x "Radio E', ["x"], "Radio E"],
    ["x Radio\\", ["x"], "Radio"],
    ["x $(touch y) ", ["x", "$(touch", "y)"], ""],
  ])("%j has finished words and one that is begun", (typed, before, current) => {
    expect(bashLine(`partner-score ${typed}`, BREAKS)).toMatchObject({ before, current });
  });

  it.each<[typed: string, word: string, replacement: string]>([
    ["--format=js", "--format=json", "json"],
    ["--format=", "--format=json", "json"],
    ["A:B", "A:B C", "B\\ C"],
    ["A\\:B", "A:B C", "A\\:B\\ C"],
    ["'A:B", "A:B C", "A:B C"],
    ['x"A', "xA B", "A B"],
    ['"A"B', "AB C", "B\\ C"],
    ['"Wow', "Wow! Zoo", "Wow\"'!'\" Zoo"],
    ["'O", "O'Neill", "O'\\''Neill"],
    ["国", "国立 館", "国立\\ 館"],
    ["", "~z", "\\~z"],
  ])("%j becomes %j by putting %j in place of its last piece", (typed, word, replacement) => {
    expect(bashLine(`partner-score ${typed}`, BREAKS).replacement(word)).toBe(replacement);
  });
});

it("bash itself reads every word as it was meant, in all three ways of quoting", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 }),
    fc
      .array(fc.constantFrom(..."'\"\\$`! ~*?[{#&;|<>()=:@国é🌊"), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join("")),
  );
  const quotes = fc.constantFrom("", "'", '"');
  fc.assert(
    fc.property(fc.array(fc.record({ word: text, quote: quotes }), { minLength: 1, maxLength: 40 }), (asked) => {
      const written = asked.map(({ word, quote }) => {
        const line = bashLine(`partner-score ${quote}`, BREAKS);
        return `${quote}${line.replacement(word)}${quote}`;
      });
      // What was written is also read back here.
      const reread = written.map((word) => bashLine(`partner-score ${word} `, BREAKS).before);
      expect(reread).toEqual(asked.map(({ word }) => [word]));
      expect(wordsOf(written)).toEqual(asked.map(({ word }) => word));
    }),
    { numRuns: 40 },
  );
});

/** The words as bash gives them to a program. */
function wordsOf(written: readonly string[]): readonly string[] {
  const input = `printf '%s\\0' ${written.join(" ")}`;
  return spawnSync("bash", ["--norc", "-s"], { input, encoding: "utf8" }).stdout.split("\0").slice(0, -1);
}
