import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Moving } from "../../src/machine/moving.ts";
import { replaceFile } from "../../src/machine/replace-file.ts";
import { shelfFor } from "../../src/machine/shelf.ts";

let folder = "";
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "partner-score-moving-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(at("file"), "old");
});

const PAUSES = [1, 1, 1];

function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: operation not permitted, rename`), { code });
}

/** A system that refuses the first moves of some kind, as Windows does while another program holds a file open. */
function refusing(
  times: number,
  { code = "EPERM", onto = "file", pauses = PAUSES as readonly number[], meanwhile = () => {} } = {},
): Moving & { readonly refused: readonly string[] } {
  const refused: string[] = [];
  return {
    refused,
    pauses,
    rename(from, to) {
      if (refused.length < times && basename(to).endsWith(onto)) {
        refused.push(basename(to));
        meanwhile();
        throw refusal(code);
      }
      renameSync(from, to);
    },
  };
}

const write = (moving: Moving) => replaceFile(at("file"), ["new"], () => false, moving);

describe("where the system refuses to move a file while another program holds it", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("it is tried again until it goes: %s", async (code) => {
    const moving = refusing(3, { code });
    expect(await write(moving)).toEqual({ ok: true });
    expect(moving.refused).toHaveLength(3);
    expect(readFileSync(at("file"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("the new text, too, may be held for a moment, as by a virus scanner", async () => {
    const moving = refusing(2, { code: "EACCES", onto: "-next.tmp" });
    expect(await write(moving)).toEqual({ ok: true });
    expect(moving.refused).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it.each([
    ["the file", "file"],
    ["the new text", "-next.tmp"],
  ])("and given up after some tries: the old file stays, whole, and a sentence says why: %s", async (_, onto) => {
    const moving = refusing(Number.POSITIVE_INFINITY, { onto });
    expect(await write(moving)).toEqual({
      ok: false,
      problem: {
        code: "not-written",
        severity: "error",
        path: at("file"),
        message: `“${at("file")}” cannot be written: another program is using it, or it may not be replaced.`,
        hint: "Close it there, then try again. It is as it was.",
      },
    });
    expect(moving.refused).toHaveLength(PAUSES.length + 1);
    expect(readFileSync(at("file"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("anything else is said at once", async () => {
    const moving = refusing(1, { code: "ENOSPC" });
    expect(await write(moving)).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/the disk is full\.$/) },
    });
    expect(moving.refused).toHaveLength(1);
    expect(readFileSync(at("file"), "utf8")).toBe("old");
  });

  it("and where such a refusal is one for good, too", async () => {
    const moving = refusing(1, { pauses: [] });
    expect(await write(moving)).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/permission denied\.$/) },
    });
    expect(readFileSync(at("file"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});

describe("an answer that is saved on top of a file that somebody holds", () => {
  it("is saved once it is free", async () => {
    const shelf = shelfFor(at("file"), refusing(2));
    const source = await shelf.read();
    const sha256 = source.ok ? source.value.sha256 : "";
    expect(await shelf.replace("new", sha256)).toMatchObject({ kind: "replaced" });
    expect(readFileSync(at("file"), "utf8")).toBe("new");
  });

  it("does not go over what was written meanwhile", async () => {
    const moving = refusing(1, { meanwhile: () => writeFileSync(at("file"), "theirs") });
    const shelf = shelfFor(at("file"), moving);
    const source = await shelf.read();
    const sha256 = source.ok ? source.value.sha256 : "";
    expect(await shelf.replace("new", sha256)).toEqual({ kind: "changed" });
    expect(readFileSync(at("file"), "utf8")).toBe("theirs");
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("waits with the person, who is told why", async () => {
    const shelf = shelfFor(at("file"), refusing(Number.POSITIVE_INFINITY));
    const source = await shelf.read();
    const sha256 = source.ok ? source.value.sha256 : "";
    expect(await shelf.replace("new", sha256)).toMatchObject({
      kind: "failed",
      problem: { message: expect.stringMatching(/another program is using it/) },
    });
    expect(readFileSync(at("file"), "utf8")).toBe("old");
  });
});
