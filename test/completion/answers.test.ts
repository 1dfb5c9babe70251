import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/all.ts";
import { SHELLS } from "../../src/commands/completion.ts";
import { runProgram } from "../../src/commands/program.ts";
import { run } from "../commands/run.ts";
import { memoryMachine } from "../memory-machine.ts";

const DECISION = `candidates:
  - {name: Radio Este, kind: public-broadcaster}
  - {id: zoo-one, name: Zoo}
  - {id: zoo-two, name: Zoo}
  - {name: "Evil \\u202Etxt", id: evil}
  - {name: Zoological Society}
`;
const FILES = {
  "partners.yaml": DECISION,
  "own.yaml": "{id: own, title: Own, criteria: [{id: fit, label: Fit, question: Do we fit?}]}",
  "mine.yaml": "criteria: own.yaml\ncandidates: [{name: Mine}]\n",
  "table.txt": "name,mission\nFrom a table,5\n",
  "broken.yaml": "candidates:\n  - name: [\n",
  "wrong.yaml": "candidates:\n  - {name: Radio Este, answers: {mission: 9}}\n",
  "huge.yaml": `# ${"x".repeat(500_000)}\n${DECISION}`,
};

/** What fish is offered: `files` or `words`, then a value a line, described after a tab. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const [current = "", ...before] = words.toReversed();
  const { status, out, err } = await run(["complete", "fish", `=${current}`, ...before.toReversed()], { files: FILES });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return out.split("\n").slice(0, -1);
}

async function values(...words: readonly string[]): Promise<readonly string[]> {
  return (await offered(...words)).map((line) => line.replace(/\t.*$/s, ""));
}

describe("the first word is offered", () => {
  it("every command and help, each with what it does", async () => {
    const [kind, ...lines] = await offered("");
    expect(kind).toBe("words");
    expect(lines.map((line) => line.split("\t"))).toEqual([
      ...commands.map(({ name, summary }) => [name, summary]),
      ["help", expect.any(String)],
    ]);
  });

  it("only what continues it", async () => {
    expect(await values("in")).toEqual(["words", "interview", "init"]);
    expect(await values("-q", "--no-color", "val")).toEqual(["words", "validate"]);
  });
});

describe("an option", () => {
  it("is offered with those of the program, described", async () => {
    const lines = await offered("validate", "--");
    for (const flag of ["--criteria", "--input", "--format", "--json", "--output", "--quiet", "--help"]) {
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${flag}\t.`)));
    }
    expect(await values("validate", "--top")).not.toContain("--top");
  });

  it.each([
    [
      ["evaluate", "--format", ""],
      ["words", "table", "json", "csv"],
    ],
    [
      ["evaluate", "x.yaml", "--input", "y"],
      ["words", "yaml"],
    ],
    [
      ["evaluate", "--input=j"],
      ["words", "--input=json"],
    ],
    [
      ["interview", "--order", "s"],
      ["words", "shortest"],
    ],
    [
      ["criteria", "--schema", "r"],
      ["words", "result"],
    ],
    [
      ["evaluate", "--criteria", "b"],
      ["files", "better-together"],
    ],
    [
      ["evaluate", "--criteria=p"],
      ["files", "--criteria=partnering-with-purpose"],
    ],
    [
      ["analyze", "--only", "dom"],
      ["words", "dominance"],
    ],
    [
      ["analyze", "--only", "flips,rank-intervals,r"],
      ["words", "flips,rank-intervals,rests-upon"],
    ],
    [
      ["analyze", "--only=flips,st"],
      ["words", "--only=flips,stability"],
    ],
    [["evaluate", "--top", ""], ["words"]],
    [["evaluate", "-o", ""], ["files"]],
    [["evaluate", "--quiet", ""], ["files"]],
    [["evaluate", "--nope", ""], ["files"]],
    [["evaluate", "--nope=x"], ["words"]],
    [["evaluate", "--", "--f"], ["files"]],
  ])("%j may go on with %j", async (words, expected) => {
    expect(await values(...words)).toEqual(expect.arrayContaining(expected));
    expect((await values(...words))[0]).toBe(expected[0]);
  });
});

it("in a list nothing is offered twice", async () => {
  const [, ...names] = await values("analyze", "--only", "flips,");
  expect(names).not.toContain("flips,flips");
  expect(names.length).toBeGreaterThan(5);
});

describe("a parameter", () => {
  it.each([
    [["evaluate", ""], ["files"]],
    [["evaluate", "a.yaml", ""], ["files"]],
    [["validate", "a.yaml", "b.yaml", ""], ["files"]],
    [["interview", "a.yaml", ""], ["words"]],
    [
      ["criteria", ""],
      ["files", "better-together", "partnering-with-purpose"],
    ],
    [
      ["completion", ""],
      ["words", ...SHELLS],
    ],
    [["completion", "bash", ""], ["words"]],
    [
      ["help", "exit"],
      ["words", "exit-codes"],
    ],
    [["help", "evaluate", ""], ["words"]],
    [["frobnicate", ""], ["words"]],
  ])("%j may go on with %j", async (words, expected) => {
    expect(await values(...words)).toEqual(expected);
  });
});

describe("candidates", () => {
  const named = (file: string, current = "", ...more: readonly string[]) =>
    values("interview", file, ...more, "--candidate", current);

  it("are those of the file on the line, by id where a name is another's too or would not be shown as it is", async () => {
    expect(await named("partners.yaml")).toEqual([
      "words",
      "Radio Este",
      "zoo-one",
      "zoo-two",
      "evil",
      "Zoological Society",
    ]);
    expect(await named("./partners.yaml", "Ra")).toEqual(["words", "Radio Este"]);
    expect(await named("mine.yaml")).toEqual(["words", "Mine"]);
    expect(await named("table.txt", "", "--input", "csv")).toEqual(["words", "From a table"]);
    expect(await named("table.txt", "", "--input=csv", "--criteria=partnering-with-purpose")).toEqual([
      "words",
      "From a table",
    ]);
  });

  it("come after the file of explain and compare", async () => {
    expect(await values("explain", "partners.yaml", "Zoolog")).toEqual(["words", "Zoological Society"]);
    expect(await values("compare", "partners.yaml", "Radio Este", "Zoolog")).toEqual(["words", "Zoological Society"]);
    expect(await values("compare", "partners.yaml", "Radio Este", "zoo-one", "")).toEqual(["words"]);
    expect(await values("explain", "")).toEqual(["files"]);
  });

  it("are described by their kind, and by their name where an id stands for it", async () => {
    expect(await offered("interview", "partners.yaml", "--candidate", "")).toEqual([
      "words",
      "Radio Este\tpublic-broadcaster",
      "zoo-one\tZoo",
      "zoo-two\tZoo",
      "evil\tEvil <U+202E>txt",
      "Zoological Society",
    ]);
  });

  it.each(["broken.yaml", "wrong.yaml", "huge.yaml", "gone.yaml", "-", "own.yaml"])(
    "of %s are none, and nothing is said",
    async (file) => {
      expect(await named(file)).toEqual(["words"]);
    },
  );

  it("are none without a file", async () => {
    expect(await values("interview", "--candidate", "")).toEqual(["words"]);
  });
});

describe("questions", () => {
  it("are those of the file's pack, of the pack that is named, or of the default", async () => {
    expect(await offered("interview", "mine.yaml", "--question", "")).toEqual(["words", "fit\tFit"]);
    expect(await offered("interview", "--criteria", "own.yaml", "--question", "")).toEqual(["words", "fit\tFit"]);
    expect((await values("interview", "--question", "")).length).toBe(11);
    expect(await values("interview", "broken.yaml", "--question", "")).toEqual(["words"]);
  });
});

describe("for each shell", () => {
  const interview = ["interview", "partners.yaml", "--candidate"];

  it("bash gets what is to stand in place of the last piece, quoted", async () => {
    const complete = async (line: string) => (await run(["complete", "bash", " =:", line], { files: FILES })).out;
    expect(await complete(`partner-score ${interview.join(" ")} Ra`)).toBe("words\nRadio\\ Este\n");
    expect(await complete(`partner-score ${interview.join(" ")} "ra`)).toBe("words\nRadio Este\n");
    expect(await complete(`partner-score ${interview.join(" ")} No`)).toBe("words\n");
    expect(await complete("partner-score evaluate --format=c")).toBe("words\ncsv\n");
  });

  it("zsh gets texts to show, below one another", async () => {
    const { out } = await run(["complete", "zsh", "=Zoo", ...interview], { files: FILES });
    expect(out).toBe("words\nZoological Society\tZoological Society\n");
    expect(
      (await run(["complete", "zsh", "=zo", "interview", "partners.yaml", "--candidate"], { files: FILES })).out,
    ).toBe("words\nzoo-one\tzoo-one  Zoo\nzoo-two\tzoo-two  Zoo\n");
  });

  it("zsh and fish choose among all where nothing begins so, PowerShell too", async () => {
    for (const shell of ["zsh", "fish", "powershell"]) {
      const { out } = await run(["complete", shell, "=Este", ...interview], { files: FILES });
      expect(out.split("\n")).toHaveLength(7);
    }
  });

  it("a quotation mark or a backslash in what is typed changes nothing", async () => {
    expect(await values(...interview, '"Radio E')).toEqual(["words", "Radio Este"]);
    expect(await values(...interview, "Radio\\ E")).toEqual(["words", "Radio Este"]);
  });

  it.each(SHELLS)("%s has a script, which asks the program and evaluates nothing", async (shell) => {
    const { status, out, err } = await run(["completion", shell]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`partner-score complete ${shell} `);
    expect(out).not.toMatch(/\beval\b|Invoke-Expression|\biex\b/);
  });
});

it("complete is no command: nobody is offered it, and whoever types it is told so", async () => {
  expect(await values("complete")).not.toContain("complete");
  expect((await run(["complete"])).err).toContain("There is no command “complete”.\n  Did you mean completion?");
});

it("a mistake of ours offers nothing and says nothing, unless somebody looks for it", async () => {
  const crash = async (debug: boolean) => {
    const machine = memoryMachine({ debug });
    const broken = Object.defineProperty(machine, "shippedPackIds", {
      get() {
        throw new TypeError("no packs");
      },
    });
    const status = await runProgram(["complete", "fish", "=", "criteria"], broken);
    return { status, out: machine.stdout, err: machine.stderr };
  };
  expect(await crash(false)).toEqual({ status: 0, out: "", err: "" });
  expect(await crash(true)).toMatchObject({ status: 1, out: "", err: expect.stringContaining("no packs") });
});
