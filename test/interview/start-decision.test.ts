import { describe, expect, it } from "vitest";
import { startDecision } from "../../src/interview/start-decision.ts";
import { packOf, question } from "../engine/small.ts";
import { Starter } from "./starter.ts";

const PACK = packOf([question("fit"), question("time")], {
  reasons: [
    {
      id: "reach",
      label: "Reach new users",
      emphasis: { fit: 2, time: 1.5 },
      readings: { fit: "Score high where few come." },
    },
    { id: "tap", label: "Tap assets", emphasis: {}, readings: {} },
  ],
  readiness: [
    {
      id: "formal",
      statement: "It is formal.",
      ask: "Who decides?",
      no: "Nobody knows.",
      remedy: "Settle the deciders.",
    },
  ],
  kinds: [{ id: "museum", label: "Museum" }],
});

describe("starting a decision", () => {
  it("asks what for, why, whether the library is ready, and who the candidates are", async () => {
    const ask = new Starter(
      "Family learning",
      "  ",
      ["reach"],
      "no",
      ["Zoo", "", " Zoo ", "Café"],
      "museum",
      undefined,
    );
    const started = await startDecision({ ask, packs: [{ criteria: "small", pack: PACK }] });
    expect(started).toMatchObject({
      given: true,
      value: {
        begun: {
          title: "Family learning",
          reasons: ["reach"],
          readiness: [{ id: "formal", answer: "no" }],
          criteria: "small",
          candidates: [{ name: "Zoo", kind: "museum" }, { name: "Café" }],
        },
      },
    });
    expect(ask.shown).toMatchInlineSnapshot(`
      [
        "What is to be decided, in a few words?",
        "What do you want to achieve, and for whom?",
        "Why do you look for a partner? / Two reasons at the most. / Reach new users: Label of fit counts 2 times, Label of time 1.5 times. / Tap assets: Every question counts as it does anyway. / 2",
        "Reach new users: under Label of fit, score high where few come.",
        "It is formal. / Who decides? / Yes / Partly / No",
        "Settle the deciders.",
        "Who are the candidates?",
        "What kind of organization is Zoo? / Museum / None of these, or not known",
        "What kind of organization is Café? / Museum / None of these, or not known",
      ]
    `);
  });

  it("asks which pack only where there are several", async () => {
    const ask = new Starter();
    const packs = [
      { criteria: "small", pack: PACK },
      { criteria: "other", pack: { ...PACK, title: "Another pack" } },
    ];
    expect(await startDecision({ ask, packs })).toEqual({ given: false, why: "quit" });
    expect(ask.shown).toEqual(["Which criteria? / A small pack / Another pack"]);
  });

  it.each([0, 1, 2, 3, 4, 5])("begins nothing where the person leaves after %i answers", async (count) => {
    const answers = ["Title", "Purpose", [], "yes", ["Zoo"], "museum"].slice(0, count);
    const started = await startDecision({ ask: new Starter(...answers), packs: [{ criteria: "small", pack: PACK }] });
    expect(started).toEqual({ given: false, why: "quit" });
  });

  it("asks nothing that the pack does not have", async () => {
    const bare = packOf([question("fit")]);
    const ask = new Starter("Title", "Purpose", ["Zoo"]);
    await startDecision({ ask, packs: [{ criteria: "bare", pack: bare }] });
    expect(ask.shown).toHaveLength(3);
  });
});
