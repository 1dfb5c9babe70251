import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openPack } from "../src/documents/open-pack.ts";
import type { Pack } from "../src/engine/decision.ts";
import { nodeMachine } from "../src/machine/node-machine.ts";
import { root, runInClone } from "./in-clone.ts";

let questions: Pack;
let together: Pack;

beforeAll(async () => {
  questions = await shippedPack("partnering-with-purpose");
  together = await shippedPack("better-together");
});

describe("partnering-with-purpose", () => {
  it("asks the ten questions of the guideline, word for word", () => {
    expect(questions.criteria.map(({ id, question }) => [id, question])).toEqual([
      ["mission", "What is the partner's mission, and does it overlap with the library's?"],
      ["position", "What is the partner's position in the community?"],
      ["audience", "Who are the groups or segments of the community served by the partner?"],
      [
        "resources",
        "What sort of resources (assets and strengths) might this partnership bring to the relationship and the project's goals?",
      ],
      ["strategy", "What are the partner's strategic directions?"],
      ["leadership", "Who are the leaders in this organization?"],
      ["timing", "Does the timing seem right?"],
      ["culture", "What is the partner's corporate culture, and can you work together?"],
      ["budget", "Is the partner's planning and budget cycle one you can work with?"],
      ["opportunity", "Are unique opportunities arising?"],
    ]);
  });

  it("gives them 60 points, so that a point is 1/60 of the weight", () => {
    expect(questions.criteria.map(({ id, importance }) => [id, importance])).toEqual([
      ["mission", 9],
      ["position", 5],
      ["audience", 8],
      ["resources", 8],
      ["strategy", 6],
      ["leadership", 6],
      ["timing", 4],
      ["culture", 7],
      ["budget", 4],
      ["opportunity", 3],
    ]);
    expect(sum(questions.criteria.map(({ importance }) => importance))).toBe(60);
  });

  it("holds 39 points for why we would want a partner and 21 for whether it can be done", () => {
    const pointsOf = (group: string) =>
      sum(questions.criteria.filter((criterion) => criterion.group === group).map(({ importance }) => importance));
    expect([pointsOf("worth"), pointsOf("workable")]).toEqual([39, 21]);
  });

  it("gives no question more than three times the points of another", () => {
    const points = questions.criteria.map(({ importance }) => importance);
    expect(Math.max(...points)).toBeLessThanOrEqual(3 * Math.min(...points));
  });

  it("sets a candidate aside for a 1 on mission or culture, and for nothing else", () => {
    const minimums = questions.criteria.filter(({ minimum }) => minimum !== undefined);
    expect(minimums.map(({ id, minimum }) => [id, minimum])).toEqual([
      ["mission", 2],
      ["culture", 2],
    ]);
  });

  it("measures every question on one scale from 1 to 5, in equal steps, higher being better", () => {
    const same = { scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
    for (const criterion of questions.criteria) {
      expect(criterion).toMatchObject(same);
      expect(criterion).not.toHaveProperty("values");
    }
  });

  it("has one word for each answer and four rules", () => {
    expect(questions.scale.words.map(({ answer, text }) => [answer, text])).toEqual([
      [1, "against us"],
      [2, "weak"],
      [3, "acceptable"],
      [4, "good"],
      [5, "exceptional"],
    ]);
    expect(questions.scale.rules).toHaveLength(4);
  });

  it("counts an unknown as a half, and ranks from 60 % known", () => {
    expect([questions.unknown, questions.coverageFloor]).toEqual(["neutral", 0.6]);
  });

  it("describes every answer to every question, and says how to find it", () => {
    for (const { id, anchors, probes, evidence, why, notThis, trap } of questions.criteria) {
      expect(anchors.map(({ answer }) => answer)).toEqual([1, 2, 3, 4, 5]);
      expect(probes, id).toHaveLength(4);
      expect(evidence.length, id).toBeGreaterThanOrEqual(3);
      expect([why, notThis, trap].map((text) => typeof text)).toEqual(["string", "string", "string"]);
    }
  });

  it("says something in each text, once", () => {
    const texts = questions.criteria.flatMap(({ question, why, notThis, trap, anchors, probes, evidence }) =>
      [question, why, notThis, trap, ...anchors.map(({ text }) => text), ...probes, ...evidence].map(
        (text) => `${text}`,
      ),
    );
    expect(texts.filter((text) => text.trim() !== text || text.length < 15)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("names the four levels from most to least committed, with the conditions of each", () => {
    expect(questions.levels.map(({ id, label, conditions }) => [id, label, conditions])).toEqual([
      [
        "marriage",
        "Marriage",
        {
          score: 75,
          coverage: 1,
          answers: {
            mission: 4,
            strategy: 4,
            culture: 4,
            leadership: 4,
            resources: 4,
            budget: 3,
            timing: 3,
            position: 3,
          },
          held: "engagement",
          basis: { mission: "read", culture: "seen", leadership: "seen", resources: "read", budget: "read" },
        },
      ],
      [
        "engagement",
        "Engagement",
        {
          score: 62.5,
          coverage: 0.8,
          answers: {
            mission: 3,
            strategy: 3,
            culture: 3,
            leadership: 3,
            resources: 3,
            timing: 3,
            budget: 2,
            position: 2,
          },
          basis: { leadership: "told", resources: "told" },
        },
      ],
      [
        "date",
        "Date",
        {
          score: 50,
          coverage: 0.6,
          answers: { mission: 2, culture: 2, leadership: 2, timing: 3, position: 2 },
          basis: {},
        },
      ],
      ["glance", "Glance", { answers: {}, basis: {} }],
    ]);
  });

  it("advises a date before an engagement, and nothing else", () => {
    expect(questions.levels.map(({ id, advised }) => [id, advised?.held])).toEqual([
      ["marriage", undefined],
      ["engagement", "date"],
      ["date", undefined],
      ["glance", undefined],
    ]);
  });

  it("says of each level what it means, why, who decides and what to write down", () => {
    for (const { meaning, why, decidedBy, writeDown } of questions.levels) {
      expect([meaning, why, decidedBy, writeDown].map((text) => typeof text)).toEqual(Array(4).fill("string"));
    }
  });

  it("knows six reasons, each with what it stresses", () => {
    expect(questions.reasons.map(({ id, label, emphasis }) => [id, label, emphasis])).toEqual([
      ["reach-new-users", "Reach new library users", { audience: 2, position: 1.5 }],
      [
        "reach-patrons-new-way",
        "Reach current library patrons in a new way",
        { resources: 1.5, audience: 1.25, culture: 1.25 },
      ],
      ["tap-assets", "Tap into community assets and strengths", { resources: 2, leadership: 1.25, budget: 1.25 }],
      [
        "gain-support",
        "Gain support for library resources and programs",
        { position: 1.75, leadership: 1.5, strategy: 1.25 },
      ],
      ["gain-feedback", "Gain valuable feedback", { audience: 1.5, culture: 1.5, position: 1.25 }],
      [
        "create-resources",
        "Create new library resources",
        { resources: 1.5, strategy: 1.5, budget: 1.5, culture: 1.25 },
      ],
    ]);
  });

  it("says why each reason stresses what it does", () => {
    for (const { why } of questions.reasons) expect(why).toMatch(/\.$/);
  });

  it("reads audience the other way round when the reason is present patrons", () => {
    expect(questions.reasons.map(({ id, readings }) => [id, Object.keys(readings)])).toEqual([
      ["reach-new-users", ["audience"]],
      ["reach-patrons-new-way", ["audience"]],
      ["tap-assets", []],
      ["gain-support", []],
      ["gain-feedback", []],
      ["create-resources", []],
    ]);
  });

  it("knows the guideline's kinds of partner and gives none of them priority", () => {
    expect(questions.kinds?.map(({ id, label }) => [id, label])).toEqual([
      ["business", "Business"],
      ["civic-group", "Civic group"],
      ["nonprofit", "Nonprofit organization"],
      ["school-or-college", "School or college"],
      ["library", "Library"],
      ["museum", "Museum"],
      ["public-broadcaster", "Public broadcaster"],
      ["government-agency", "Government agency"],
    ]);
    expect(questions).not.toHaveProperty("priority");
  });

  it("checks the four readiness statements; a no to coordination or process advises at most a date", () => {
    expect(questions.readiness.map(({ id, whenNo }) => [id, whenNo])).toEqual([
      ["mission-and-vision", undefined],
      ["library-wide", undefined],
      ["centrally-coordinated", "date"],
      ["formal-process", "date"],
    ]);
    for (const { statement, ask, yes, partly, no, remedy } of questions.readiness) {
      for (const text of [statement, ask, yes, partly, no, remedy]) expect(text).toMatch(/[.?]$/);
    }
  });
});

describe("better-together", () => {
  it("gives museums and public broadcasters less than one step on mission", () => {
    expect(together.priority).toMatchObject({ kinds: ["museum", "public-broadcaster"], points: 3 });
    const [mission] = together.criteria;
    const stepOnMission = ((mission.importance / 60) * 100) / (mission.scale.max - mission.scale.min);
    expect(together.priority?.points).toBeLessThan(stepOnMission);
  });

  it("is otherwise the ten questions, unchanged", () => {
    expect(questionsOf(together)).toEqual(questionsOf(questions));
  });

  it("has a name and a source of its own, and says why", () => {
    const { id, title, source, priority } = together;
    expect(id).toBe("better-together");
    expect(title).not.toBe(questions.title);
    expect(source).not.toBe(questions.source);
    expect(priority?.why).toMatch(/\.$/);
  });
});

it.each(["partnering-with-purpose", "better-together", "examples/own-criteria/criteria.yaml"])(
  "%s reads as its golden file does, at 80 columns",
  async (pack) => {
    const { status, out, err } = await runInClone(["criteria", pack], { width: 80 });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const folder = join(root, "test/golden/criteria");
    const file = join(folder, `${pack.replaceAll("/", "-")}.txt`);
    if (process.env.GOLDEN === "write") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, out);
    }
    expect(out).toBe(readFileSync(file, "utf8"));
  },
);

/** All of a pack but what it says of itself, and the priority. */
function questionsOf({ id, title, version, source, priority, ...rest }: Pack) {
  return rest;
}

async function shippedPack(id: string): Promise<Pack> {
  const opened = await openPack(id, nodeMachine());
  if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join("\n"));
  expect(opened.warnings).toEqual([]);
  return opened.value.pack;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
