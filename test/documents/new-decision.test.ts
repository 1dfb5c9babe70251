import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NewDecision, newDecisionText, templateDecision } from "../../src/documents/new-decision.ts";
import { openDecision, type Reader } from "../../src/documents/open-decision.ts";
import { openPack } from "../../src/documents/open-pack.ts";
import type { Checked } from "../../src/documents/problems.ts";
import type { Source } from "../../src/documents/source.ts";
import type { Decision, Pack } from "../../src/engine/decision.ts";

const ID = "partnering-with-purpose";

function reading(text: string): Reader {
  const sourceOf = (path: string, content: string): Source => ({ path, text: content, sha256: "" });
  return {
    read: async (path) => ({ ok: true, value: sourceOf(path, text), warnings: [] }),
    resolve: (_, path) => path,
    shippedPack: async (id) =>
      sourceOf(id, readFileSync(new URL(`../../criteria/${id}.yaml`, import.meta.url), "utf8")),
    shippedPackIds: [ID],
  };
}

function the<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, undefined, 2));
  return checked.value;
}

async function pack(): Promise<Pack> {
  return the(await openPack(ID, reading(""))).pack;
}

async function decisionIn(text: string): Promise<Decision> {
  return the(await openDecision(["new.yaml"], {}, reading(text))).decision;
}

const BEGUN: NewDecision = {
  title: "Family learning",
  purpose: "Bring families: all of them",
  reasons: ["reach-new-users"],
  readiness: [{ id: "formal-process", answer: "partly" }],
  criteria: ID,
  candidates: [{ name: "Natural History Museum", kind: "museum" }, { name: "Radio Este" }],
};

describe("the text of a new decision", () => {
  it("means what was said, and has room for every answer", async () => {
    const text = newDecisionText(BEGUN, await pack());
    const decision = await decisionIn(text);
    expect(decision).toMatchObject({
      title: "Family learning",
      purpose: "Bring families: all of them",
      reasons: ["reach-new-users"],
      readiness: { "formal-process": "partly" },
    });
    expect(decision.candidates.map(({ name, kind }) => [name, kind])).toEqual([
      ["Natural History Museum", "museum"],
      ["Radio Este", undefined],
    ]);
    expect(text.match(/^ {6}mission:$/gm)).toHaveLength(2);
  });

  it("keeps every text as it was typed, however odd", async () => {
    const anyPack = await pack();
    const odd = fc.oneof(
      // Whole characters: a file in UTF-8 holds no half of one.
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        "null",
        "1.00",
        "- a",
        "a: b # c",
        "line\nbreak",
        "\u202Etxet",
        "'",
        '"',
        "{",
        "---",
        "\u001B[31m",
      ),
    );
    await fc.assert(
      fc.asyncProperty(odd, odd, async (title, name) => {
        fc.pre(title.trim() !== "" && name.trim() !== "");
        const decision = await decisionIn(newDecisionText({ ...BEGUN, title, candidates: [{ name }] }, anyPack));
        expect(decision.title).toBe(title.trim());
        expect(decision.candidates[0].name).toBe(name.trim());
      }),
    );
  });

  it("is a template that says what may stand where, and is a decision already", async () => {
    const text = newDecisionText(templateDecision(ID), await pack());
    expect(text).toContain("# reasons: [reach-new-users]");
    expect(text).toContain("# readiness: {mission-and-vision: yes");
    expect(text).toContain("# decision: …");
    expect((await decisionIn(text)).candidates).toHaveLength(2);
  });

  it("stays whole under a pack whose labels try to end their comment", async () => {
    const anyPack = await pack();
    const attack = "Reach\ncandidates: [{name: X}]\u0085\u2028#";
    const hostile = { ...anyPack, reasons: anyPack.reasons.map((reason) => ({ ...reason, label: attack })) };
    expect((await decisionIn(newDecisionText(BEGUN, hostile))).candidates).toHaveLength(2);
  });

  it("points editors at a schema beside it, where one was put there", async () => {
    const text = newDecisionText({ ...BEGUN, schema: "./decision.schema.json" }, await pack());
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./decision.schema.json");
  });
});
