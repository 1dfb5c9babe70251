import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { glanceAt } from "../../src/machine/glance.ts";

const folder = mkdtempSync(join(tmpdir(), "partner-score-glance-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a glance", () => {
  it("sees a small file, by the path that was typed", () => {
    writeFileSync(at("small.yaml"), "name: Zoo\n");
    symlinkSync("small.yaml", at("link.yaml"));
    expect(glanceAt(at("small.yaml"), 10)?.text).toBe("name: Zoo\n");
    expect(glanceAt(at("link.yaml"), 10)?.path).toBe(at("link.yaml"));
  });

  it("sees nothing of a larger one", () => {
    expect(glanceAt(at("small.yaml"), 9)).toBeUndefined();
  });

  it("takes nothing out of a pipe and waits for nobody", () => {
    execFileSync("mkfifo", [at("pipe")]);
    expect(glanceAt(at("pipe"), 10)).toBeUndefined();
  });

  it("sees nothing of a folder, a device, a binary file, standard input or nothing", () => {
    mkdirSync(at("folder"));
    writeFileSync(at("binary"), Buffer.from([0, 1, 2, 255]));
    for (const path of [at("folder"), "/dev/zero", at("binary"), "-", at("gone")]) {
      expect(glanceAt(path, 10)).toBeUndefined();
    }
  });

  it("knows the home folder, which a shell has not put in its place yet", () => {
    expect(glanceAt(`~/${relative(homedir(), at("small.yaml"))}`, 10)?.text).toBe("name: Zoo\n");
  });
});
