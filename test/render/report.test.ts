import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Block, Section } from "../../src/render/page.ts";
import { reportPage } from "../../src/render/pages/report/page.ts";
import { shownReport } from "../../src/render/shown-report.ts";
import { decisionOn, PACK, PRIORITY_PACK, type Row, TOUR } from "./tour.ts";

const options = {
  heading: "Partners",
  date: "2027-01-31",
  provenance: { tool: "partner-score 1.2.3", criteria: { id: "small" }, inputs: [] },
};

function sectionOf(decision: Decision, id: string): Section {
  const { blocks } = reportPage(decision, evaluate(decision), options);
  const found = blocks.find((block): block is Section => block.kind === "section" && block.id === id);
  if (found === undefined) throw new Error(`There is no section ${id}.`);
  return found;
}

const textsIn = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));

const ZOO: Row = { name: "Zoo", kind: "museum", given: [5, 4, 4, 4, 4, 4, 4, "?", 4, 4] };
const many = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({ name: `Partner ${at}`, given: ZOO.given }));

describe("in short", () => {
  const decision = decisionOn(PRIORITY_PACK, [ZOO, ...TOUR]);

  it("is the recommendation alone; what a mark means and which points are priority stand below the ranking", () => {
    const [short, ranking] = ["in-short", "ranking"].map((id) => textsIn(sectionOf(decision, id).blocks).join(" "));
    expect(short).toMatch(/Zoo .*Find out next: /);
    for (const remark of ["? marks a candidate", "3 points of the score are priority"]) {
      expect(short).not.toContain(remark);
      expect(ranking).toContain(remark);
    }
  });
});

describe("the first sheet", () => {
  const agreeingOn = (count: number) => sectionOf(decisionOn(PACK, many(count)), "to-agree");

  it("stands alone where everybody has room on it", () => {
    expect(agreeingOn(14).onNewSheet).toBe(true);
  });

  it("is followed at once where somebody has not, so that no sheet stays empty", () => {
    expect(agreeingOn(15).onNewSheet).toBeUndefined();
  });

  it("is followed at once where nobody is ranked", () => {
    expect(sectionOf(decisionOn(PACK, [{ name: "Zoo", given: [] }]), "to-agree").onNewSheet).toBeUndefined();
  });
});

describe("a candidate's answers", () => {
  const rowsOf = (decision: Decision): readonly (readonly string[])[] => {
    const [candidate] = sectionOf(decision, "candidates").blocks;
    const table = candidate.kind === "section" ? candidate.blocks.find(({ kind }) => kind === "table") : undefined;
    if (table?.kind !== "table") throw new Error("There is no table.");
    return Array.from(table.rows, (row) => row.map(({ text }) => String(text)));
  };

  it.each([
    ["with priority", PRIORITY_PACK, 3],
    ["without", PACK, 0],
  ])("%s, the points shown add up to the score shown", (_, pack, priority) => {
    const decision = decisionOn(pack, [ZOO, ...TOUR]);
    const rows = rowsOf(decision);
    const points = rows.map((row) => Number.parseFloat(row.at(-1) ?? ""));
    const score = points.at(-1);
    expect(rows.at(-1)?.[0]).toBe("Score");
    expect(rows.filter(([label]) => label === "Priority")).toHaveLength(priority > 0 ? 1 : 0);
    expect(points.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeCloseTo(score ?? Number.NaN, 9);
  });
});

describe("where nobody is ranked", () => {
  const nobody = decisionOn(PACK, [{ name: "Zoo", given: [4, "?", "-"] }]);
  const { blocks } = sectionOf(nobody, "find-out");

  it("the heaviest open questions are to be asked, and none from which a rater abstains", () => {
    const open = PACK.criteria
      .slice(3)
      .toSorted((one, other) => other.importance - one.importance)
      .slice(0, 3);
    const asked = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(asked).toEqual(open.map(({ label }) => `${label} of Zoo`));
  });

  it("the page says that no contact is known", () => {
    expect(JSON.stringify(blocks)).toContain("Zoo, of whom no contact is known yet");
  });
});

it("the decision in the page keeps what an evaluation and the live sections look at, and no notes of candidates", () => {
  const rows = [{ ...ZOO, contact: "Ann", notes: "Parking is dear", city: "Porto" }, ...TOUR];
  const decision = decisionOn(PACK, rows);
  const { decision: held } = shownReport(decision, evaluate(decision), options);
  expect(JSON.stringify(held)).toContain("Ann");
  expect(JSON.stringify(held)).not.toMatch(/Parking|Porto/);
});

it("the decision in the page keeps anchors and what to ask for questions on which an answer is open, and no others", () => {
  const rows = [4, "?"].map((mission, place) => ({
    name: `Zoo ${place}`,
    given: [mission, 4, 4, 4, 4, 4, 4, 4, 4, 4],
  }));
  const decision = decisionOn(PACK, rows);
  const { decision: held } = shownReport(decision, evaluate(decision), options);
  const [mission, position] = held?.pack.criteria ?? [];
  expect(mission?.anchors).toEqual(PACK.criteria[0].anchors);
  expect(mission?.probes).toHaveLength(2);
  expect(position).toMatchObject({ id: "position", anchors: [], probes: [], evidence: [] });
});
