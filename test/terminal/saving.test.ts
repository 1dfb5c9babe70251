import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canMount, fill, smallDisk } from "../durability/small-disk.ts";
import {
  answersIn,
  asks,
  atTerminal,
  confirmed,
  FIT,
  leftBehind,
  NEAR,
  neighbours,
  OWN_PACK,
  TRUST,
} from "./at-terminal.ts";

const INTERVIEW = ["interview", "partners.yaml", "--order", "partner"];
const DOWN = "\u001b[B";

/** What an editor does: writes the whole text anew. */
function edit(folder: string, from: string, to: string): void {
  const text = readFileSync(join(folder, "partners.yaml"), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, "partners.yaml"), text.replace(from, to));
}

describe("a save that fails", () => {
  it("says what is not saved, and saves it when it is tried again after the file may be written", async () => {
    const folder = neighbours("Zoo");
    const file = join(folder, "partners.yaml");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    chmodSync(file, 0o444);
    terminal.type("7\r");
    await terminal.shows("✗ Not saved yet: Zoo, Fit: 7.");
    await terminal.shows("Try to save again");
    expect(confirmed(terminal)).toEqual([]);
    expect(answersIn(folder)).toEqual({ Zoo: {} });
    terminal.type("\r");
    await terminal.until((window) => window.split("✗ Not saved yet: Zoo, Fit: 7.").length === 3);
    await terminal.shows("❯ Try to save again");
    chmodSync(file, 0o644);
    terminal.type("\r");
    await asks(terminal, "Zoo", NEAR);
    expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7"]);
    terminal.type("3\r4\r");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 3, trust: 4 } });
    expect(leftBehind(folder)).toEqual([]);
  });

  it("keeps the answer while the person goes on, and saves it with the next", async () => {
    const folder = neighbours("Zoo");
    const file = join(folder, "partners.yaml");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    chmodSync(file, 0o444);
    terminal.type("7\r");
    await terminal.shows("❯ Try to save again");
    terminal.type(`${DOWN}\r`);
    await asks(terminal, "Zoo", NEAR);
    chmodSync(file, 0o644);
    terminal.type("3\r");
    await asks(terminal, "Zoo", TRUST);
    expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7", "Zoo, Distance: 3"]);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 3 } });
  });

  it("to the end is a failure, and what is lost is there to be written down", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7\r");
    await asks(terminal, "Zoo", NEAR);
    chmodSync(join(folder, "partners.yaml"), 0o444);
    terminal.type("3\r");
    await terminal.shows("❯ Try to save again");
    terminal.type(`${DOWN}${DOWN}\r`);
    expect(await terminal.ended).toBe(1);
    expect(terminal.everything()).toContain("✗ Not saved, so write it down: Zoo, Distance: 3.");
    expect(terminal.everything()).toContain("All else is saved in partners.yaml.");
    expect(terminal.everything()).not.toMatch(/Everything is saved|What you answered is saved/);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
  });

  it.skipIf(!canMount)(
    "for want of room is mended by making some (skipped where nobody may mount a disk)",
    async () => {
      const folder = smallDisk();
      writeFileSync(join(folder, "own.yaml"), OWN_PACK);
      // Longer than what is left of the last block that is taken.
      const comment = `# ${"long ".repeat(1000)}\n`;
      writeFileSync(join(folder, "partners.yaml"), `${comment}criteria: ./own.yaml\ncandidates:\n  - name: Zoo\n`);
      const terminal = atTerminal(INTERVIEW, { folder });
      await asks(terminal, "Zoo", FIT);
      fill(join(folder, "filler"), 0);
      terminal.type("7\r");
      await terminal.shows("the disk is full");
      await terminal.shows("✗ Not saved yet: Zoo, Fit: 7.");
      await terminal.shows("❯ Try to save again");
      expect(answersIn(folder)).toEqual({ Zoo: {} });
      rmSync(join(folder, "filler"));
      terminal.type("\r");
      await asks(terminal, "Zoo", NEAR);
      terminal.type("q");
      expect(await terminal.ended).toBe(0);
      expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7"]);
      expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
      expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toContain(comment);
      expect(leftBehind(folder)).toEqual([]);
    },
  );
});

describe("another program that writes into the file meanwhile", () => {
  it("has its answers joined by the next one, comments and all", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    edit(folder, "# ours", "# ours, and theirs");
    edit(folder, '- name: "Radio Este"', '- name: "Radio Este"\n    answers: {near: 5}   # they wrote');
    terminal.type("7\r");
    await asks(terminal, "Zoo", NEAR);
    await terminal.shows("2/6 answered, 4 left");
    terminal.type("sss");
    await asks(terminal, "Radio Este", TRUST);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 }, "Radio Este": { near: 5 } });
    expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toMatch(/^# ours, and theirs\n[\s\S]*# they wrote\n$/);
  });

  it.each([
    ["theirs stays", "\r", 2],
    ["mine goes over it", `${DOWN}\r`, 7],
  ])("and answers the same question is asked about: %s", async (_what, keys, kept) => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    edit(folder, '- name: "Zoo"', '- name: "Zoo"\n    answers: {fit: 2}');
    terminal.type("7\r");
    await terminal.shows("Zoo, Fit was changed in the file meanwhile: it says 2, your answer is 7.");
    await terminal.shows("❯ The one in the file");
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 2 } });
    terminal.type(keys);
    await asks(terminal, "Zoo", NEAR);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: kept } });
  });

  it("and breaks it is left alone, and the answer is saved once it is mended", async () => {
    const folder = neighbours("Zoo");
    const file = join(folder, "partners.yaml");
    const good = readFileSync(file, "utf8");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    writeFileSync(file, "candidates: [");
    terminal.type("7\r");
    await terminal.shows("✗ Not saved yet: Zoo, Fit: 7.");
    await terminal.shows("❯ Try to save again");
    expect(readFileSync(file, "utf8")).toBe("candidates: [");
    writeFileSync(file, good);
    terminal.type("\r");
    await asks(terminal, "Zoo", NEAR);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
  });
});

it("two interviews on one file at once save every answer of both", async () => {
  const folder = neighbours("Zoo", "Radio Este");
  const [one, other] = ["Zoo", "Radio Este"].map((name) =>
    atTerminal(["interview", "partners.yaml", "--candidate", name], { folder }),
  );
  await asks(one, "Zoo", FIT);
  await asks(other, "Radio Este", FIT);
  one.type("7\r3\r4\r");
  other.type("6\r2\r5\r");
  expect([await one.ended, await other.ended]).toEqual([0, 0]);
  expect(answersIn(folder)).toEqual({
    Zoo: { fit: 7, near: 3, trust: 4 },
    "Radio Este": { fit: 6, near: 2, trust: 5 },
  });
  expect(leftBehind(folder)).toEqual([]);
});
