import { describe, expect, it } from "vitest";
import { loadDecision } from "../../src/documents/load-decision.ts";

const PACK = "id: own\ntitle: Own\ncriteria: [{id: size, label: Size, question: How big?}]\n";

describe("a decision from a text in memory", () => {
  it("is resolved against the default pack, an id, or a path, as the text says", async () => {
    for (const [named, key] of [
      ["", "partnering-with-purpose"],
      ["criteria: own\n", "own"],
      ["criteria: ../own.yaml\n", "../own.yaml"],
    ]) {
      const loaded = await loadDecision(`${named}candidates: [{name: A}]\n`, { packs: { [key]: PACK } });
      expect(loaded).toMatchObject({
        ok: true,
        value: { decision: { pack: { id: "own" }, candidates: [{ id: "a" }] } },
      });
    }
  });

  it("may name a pack that extends another", async () => {
    const packs = { own: PACK, mine: "extends: own\nid: mine\n" };
    const loaded = await loadDecision("candidates: [{name: A}]", { packs, criteria: "mine" });
    expect(loaded).toMatchObject({ ok: true, value: { decision: { pack: { id: "mine", title: "Own" } } } });
  });

  it("may be a table or JSON, by what it looks like, its name or what is said", async () => {
    const packs = { "partnering-with-purpose": PACK };
    for (const [text, options] of [
      ["name,size\nA,4\n", {}],
      ["name,size\nA,4\n", { path: "a.csv" }],
      ['{"candidates": [{"name": "A", "answers": {"size": 4}}]}', { input: "json" }],
    ] as const) {
      const loaded = await loadDecision(text, { packs, ...options });
      expect(loaded).toMatchObject({
        ok: true,
        value: { decision: { ballots: [{ answers: { a: { size: { score: 4 } } } }] } },
      });
    }
  });

  it("comes back with its problems, and never throws", async () => {
    const missing = await loadDecision("criteria: ./own.yaml\ncandidates: [{name: A}]", { packs: {} });
    expect(missing).toMatchObject({
      ok: false,
      problems: [{ code: "missing-file", place: { path: "decision", line: 1 } }],
    });
    const unknown = await loadDecision("candidates: [{name: A}]", { packs: { other: PACK } });
    expect(unknown).toMatchObject({ ok: false, problems: [{ code: "unknown-pack" }] });
    const broken = await loadDecision("candidates: [", {
      packs: { "partnering-with-purpose": PACK },
      path: "mine.yaml",
    });
    expect(broken).toMatchObject({ ok: false, problems: [{ place: { path: "mine.yaml" } }] });
  });
});
