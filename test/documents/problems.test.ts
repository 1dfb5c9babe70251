import { describe, expect, it } from "vitest";
import { checked, type Diagnostic, gatherProblems, PROBLEMS_SHOWN } from "../../src/documents/problems.ts";

function problem(path: string, line: number, column = 1): Diagnostic {
  const place = { path, line, column, length: 1, lineText: "" };
  return { code: "wrong-type", severity: "error", message: `${path}:${line}:${column}`, place };
}

function warning(path: string, line: number): Diagnostic {
  return { ...problem(path, line), severity: "warning" };
}

describe("problems", () => {
  it("hand over the value when nothing is wrong, with the warnings", () => {
    const found = warning("a.yaml", 1);
    const result = checked((problems) => {
      problems.warn(() => found);
      return 7;
    });
    expect(result).toEqual({ ok: true, value: 7, warnings: [found] });
  });

  it("are read from top to bottom, file after file, wherever they were found first", () => {
    const result = checked((problems) => {
      problems.error(() => problem("b.yaml", 9));
      problems.error(() => problem("a.yaml", 1));
      problems.error(() => problem("b.yaml", 2, 5));
      problems.warn(() => warning("b.yaml", 3));
      problems.error(() => problem("b.yaml", 2, 4));
    });
    const told = result.ok ? [] : result.problems.map(({ message }) => message);
    expect(told).toEqual(["b.yaml:2:4", "b.yaml:2:5", "b.yaml:3:1", "b.yaml:9:1", "a.yaml:1:1"]);
  });

  it("beyond the first hundred are counted, not made", () => {
    let made = 0;
    const result = checked((problems) => {
      for (let line = 1; line <= 1_000_000; line += 1) {
        problems.error(() => {
          made += 1;
          return problem("a.csv", line);
        });
      }
    });
    expect(made).toBe(PROBLEMS_SHOWN);
    expect(result).toMatchObject({ ok: false });
    const last = result.ok ? undefined : result.problems.at(-1);
    expect(last).toMatchObject({ code: "more-problems", message: "There are 999900 more problems." });
  });

  it("of one more than a hundred say so in the singular", () => {
    const result = checked((problems) => {
      for (let line = 0; line <= PROBLEMS_SHOWN; line += 1) problems.error(() => problem("a.yaml", line));
    });
    const last = result.ok ? undefined : result.problems.at(-1);
    expect(last?.message).toBe("There is 1 more problem.");
  });

  it("count many warnings as well, and still hand over the value", () => {
    const result = checked((problems) => {
      for (let line = 0; line < PROBLEMS_SHOWN + 3; line += 1) problems.warn(() => warning("a.yaml", line));
      return "read";
    });
    expect(result).toMatchObject({ ok: true, value: "read" });
    const last = result.ok ? result.warnings.at(-1) : undefined;
    expect(last).toMatchObject({ code: "more-warnings", message: "There are 3 more warnings." });
  });

  it("of an earlier step are taken over, its warnings too", () => {
    const problems = gatherProblems();
    expect(problems.take({ ok: true, value: 1, warnings: [warning("a.yaml", 1)] })).toBe(1);
    expect(problems.errors).toBe(0);
    expect(problems.take({ ok: false, problems: [problem("a.yaml", 2), warning("a.yaml", 3)] })).toBeUndefined();
    expect(problems.errors).toBe(1);
    expect(problems.settle(undefined)).toMatchObject({ ok: false, problems: [{}, {}, {}] });
  });

  it("that are none, with nothing built, are a bug of ours", () => {
    expect(() => gatherProblems().settle(undefined)).toThrow("no problem says why");
  });
});
