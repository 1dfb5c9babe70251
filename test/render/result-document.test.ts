import { parse } from "csv-parse/sync";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { askNext } from "../../src/analysis/ask-next.ts";
import { settled } from "../../src/analysis/settled.ts";
import type { Answer, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { csv } from "../../src/render/csv.ts";
import { evaluationRecords } from "../../src/render/evaluation-records.ts";
import { json } from "../../src/render/json.ts";
import { type ResultInParts, resultDocument } from "../../src/render/result-document.ts";
import { type ResultDocument, resultSchema } from "../../src/render/result-schema.ts";
import { anyDecision } from "../any.ts";
import { HOSTILE_NAMES, written } from "./show.ts";
import { decisionOn, PACK, PRIORITY_PACK, TOUR } from "./tour.ts";

const PROVENANCE = {
  tool: "partner-score 1.0.0",
  criteria: { id: "better-together", version: "1.0.0" },
  inputs: [{ path: "-", sha256: "0".repeat(64) }],
};

/** With lists as lists. */
function documentOf(decision: Decision, top?: number): ResultDocument {
  return JSON.parse(JSON.stringify(inParts(decision, top)));
}

function inParts(decision: Decision, top?: number): ResultInParts {
  const warnings = [{ code: "range-says-nothing", message: "A sentence.", candidate: "c1" }];
  return resultDocument(decision, evaluate(decision), PROVENANCE, warnings, top === undefined ? {} : { top });
}

const tour = decisionOn(PRIORITY_PACK, TOUR, {
  title: "Partners 2027",
  reasons: ["tap-assets"],
  readiness: { "formal-process": "no" },
});

describe("the JSON result", () => {
  it("of any decision is as its schema says, and survives being written and read", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const read: unknown = JSON.parse(written(json, { document: inParts(decision) }));
        expect(v.safeParse(resultSchema, read).issues).toBeUndefined();
        expect(read).toEqual(documentOf(decision));
      }),
    );
  });

  it("has an entry for each criterion of each candidate, whatever the criterion's id", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { criteria, ranking, tooLittleKnown, knockedOut } = documentOf(decision);
        for (const { answers } of [...ranking, ...tooLittleKnown, ...knockedOut]) {
          expect(new Set(Object.keys(answers))).toEqual(new Set(criteria.map(({ id }) => id)));
        }
        expect(ranking.length + tooLittleKnown.length + knockedOut.length).toBe(decision.candidates.length);
      }),
    );
  });

  it("has the keys that scripts rely on, in their order", () => {
    const document = documentOf(tour);
    expect(Object.keys(document)).toEqual([
      ...["schemaVersion", "provenance", "decision", "criteria", "ranking", "tooLittleKnown", "knockedOut"],
      ...["disagreements", "abstentions", "summary", "warnings"],
    ]);
    expect(Object.keys(document.ranking[0])).toEqual([
      ...["rank", "id", "name", "kind", "held", "score", "base", "priority", "low", "high", "coverage"],
      ...["provisional", "level", "blocked", "answers"],
    ]);
    expect(document.decision).toEqual({
      title: "Partners 2027",
      reasons: ["tap-assets"],
      raters: [],
      readiness: { "formal-process": "no" },
    });
    expect(document.knockedOut).toMatchObject([
      { name: "Acme Payday Loans", reasons: [{ criterion: "mission", answer: 1, minimum: 2 }] },
    ]);
    expect(document.knockedOut[0]).not.toHaveProperty("level");
    expect(document.knockedOut[0]).not.toHaveProperty("rank");
    expect(document.tooLittleKnown[0]).not.toHaveProperty("rank");
  });

  it("writes each form of an answer, with what the score used and what stands beside it", () => {
    const ballot = {
      rater: "Ann",
      answers: {
        zoo: {
          mission: { kind: "score", score: 5, basis: "read", note: "Plan", evidence: "Page 3" },
          position: { kind: "range", low: 2, high: 4 },
          audience: { kind: "abstain" },
        },
      },
    } as const;
    const decision = { ...decisionOn(PACK, []), candidates: [{ id: "zoo", name: "Zoo" }], ballots: [ballot] };
    const { tooLittleKnown, decision: about } = documentOf(decision);
    const [{ answers }] = tooLittleKnown;
    expect(about.raters).toEqual(["Ann"]);
    expect(answers.mission).toEqual({
      score: 5,
      value: 1,
      contribution: 15,
      basis: "read",
      note: "Plan",
      evidence: "Page 3",
    });
    expect(answers.position).toMatchObject({ range: [2, 4], value: 0.5 });
    expect(answers.audience).toMatchObject({ abstain: true, value: 0.5 });
    expect(answers.budget).toMatchObject({ unknown: true, value: 0.5 });
  });

  it("has what raters disagree on as they said it, the furthest apart first, and who abstains", () => {
    const said = (culture: Answer, budget: Answer, rater: string) => ({ rater, answers: { zoo: { culture, budget } } });
    const score = (number: number): Answer => ({ kind: "score", score: number });
    const decision = {
      ...decisionOn(PACK, []),
      candidates: [{ id: "zoo", name: "Zoo" }],
      ballots: [
        said({ ...score(5), note: "A good year", basis: "seen" }, { kind: "range", low: 4, high: 5 }, "Ann"),
        said({ kind: "abstain", note: "My brother works there" }, score(1), "Bo"),
        said(score(3), { kind: "unknown" }, "Cy"),
      ],
    };
    const { disagreements, abstentions, decision: about } = documentOf(decision);
    expect(disagreements).toEqual([
      {
        candidate: "zoo",
        criterion: "budget",
        steps: 3.5,
        answers: [
          { rater: "Ann", range: [4, 5] },
          { rater: "Bo", score: 1 },
          { rater: "Cy", unknown: true },
        ],
      },
      {
        candidate: "zoo",
        criterion: "culture",
        steps: 2,
        answers: [
          { rater: "Ann", score: 5, basis: "seen", note: "A good year" },
          { rater: "Bo", abstain: true, note: "My brother works there" },
          { rater: "Cy", score: 3 },
        ],
      },
    ]);
    expect(abstentions).toEqual([{ rater: "Bo", count: 1 }]);
    expect(about.raters).toEqual(["Ann", "Bo", "Cy"]);
    expect(documentOf(decision, 1).disagreements).toHaveLength(1);
  });

  it("makes the entries of its lists while they are read, as often as they are", () => {
    const { ranking } = inParts(tour);
    expect([...ranking]).toEqual([...ranking]);
    expect([...ranking]).toEqual(documentOf(tour).ranking);
  });

  it("rounds nothing", () => {
    const [{ score, answers }] = documentOf(
      decisionOn({ ...PACK, coverageFloor: 0 }, [{ name: "Zoo", given: [4] }]),
    ).ranking;
    const sum = Object.values(answers).reduce((total, { contribution }) => total + contribution, 0);
    expect(score).toBe(sum);
  });

  it("with top has so many of each list and the same summary", () => {
    const [whole, cut] = [documentOf(tour), documentOf(tour, 1)];
    expect([cut.ranking, cut.tooLittleKnown, cut.knockedOut].map((list) => list.length)).toEqual([1, 1, 1]);
    expect(cut.ranking[0]).toEqual(whole.ranking[0]);
    expect(cut.summary).toEqual(whole.summary);
  });

  it("says null and nobody where nobody is ranked", () => {
    expect(documentOf(decisionOn(PACK, [])).summary).toEqual({
      leader: null,
      leaders: [],
      margin: null,
      closeCall: false,
      settled: false,
      flip: {},
      askNext: [],
    });
  });

  it("has what would change the leader, each part only where there is one", () => {
    const [first, second] = PACK.criteria;
    const pack = { ...PACK, criteria: [first, second].map((each) => ({ ...each, importance: 1 })), levels: [] };
    const flipOf = (zoo: readonly number[], park: readonly number[]) => {
      const rows = [
        { name: "Zoo", given: zoo },
        { name: "Park", given: park },
      ];
      return documentOf(decisionOn(pack, rows)).summary.flip;
    };
    const { id, minimum } = first;
    expect(minimum).toBe(2);
    expect(flipOf([5, 4], [2, 5])).toEqual({
      answer: { candidate: "c1", criterion: id, from: 5, to: 2 },
      importance: { criterion: id, factor: expect.closeTo(1 / 3, 12) },
    });
    expect(flipOf([5, 5], [2, 2])).toEqual({ answer: { candidate: "c1", criterion: id, from: 5, to: 1 } });
    expect(flipOf([5, 3], [3, 5])).toEqual({});
  });

  it("lists all that is worth asking, the most useful first, and whether the lead is settled", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const { summary } = documentOf(decision);
        expect(summary.settled).toBe(settled(decision, evaluation).settled);
        expect(summary.askNext).toEqual(
          askNext(decision, evaluation).map(({ candidate, criterion }) => ({ candidate, criterion })),
        );
      }),
    );
    const { summary } = documentOf(
      decisionOn({ ...PACK, levels: [] }, [
        { name: "Zoo", given: [5] },
        { name: "Park", given: [4] },
      ]),
    );
    expect(summary).toMatchObject({ leader: null, settled: false });
    expect(summary.askNext).toHaveLength(18);
  });

  it("is the same bytes for the same input", () => {
    expect(written(json, { document: inParts(tour) })).toBe(written(json, { document: inParts(tour) }));
  });
});

describe("the CSV result", () => {
  const read = (decision: Decision): readonly Readonly<Record<string, string>>[] =>
    parse(written(csv, { records: evaluationRecords(evaluate(decision)) }), { columns: true });

  it("has a row for each candidate in the order of the lists, and answers as they are written", () => {
    const lines = written(csv, { records: evaluationRecords(evaluate(tour)) });
    expect(lines).toMatchInlineSnapshot(`
      "status,rank,id,name,kind,held,score,base,priority,low,high,coverage,level,mission,position,audience,resources,strategy,leadership,timing,culture,budget,opportunity
      ranked,1,c1,Natural History Museum,museum,date,82.07801418439716,79.07801418439716,3,80.83687943262412,83.31914893617021,1,date,5,4,4,5,4,4,4,3-4,2,4
      ranked,2,c2,国立科学博物館・北分館,museum,,67.71631205673759,64.71631205673759,3,58.49645390070922,76.93617021276596,0.8156028368794326,glance,4,4,3,4,unknown,4,4,unknown,3,3
      ranked,3,c3,Friends of the River,civic-group,glance,64.00709219858157,64.00709219858157,0,64.00709219858157,64.00709219858157,1,date,4,3,4,3,4,4,3,4,4,2
      ranked,3,c4,Park District,government-agency,,64.00709219858157,64.00709219858157,0,64.00709219858157,64.00709219858157,1,date,4,3,4,3,4,4,3,4,4,2
      too-little-known,,c5,Radio Este,public-broadcaster,,59.73758865248227,56.73758865248227,3,19.666666666666664,99.80851063829788,0.19858156028368795,glance,4,5,unknown,unknown,unknown,unknown,unknown,unknown,unknown,unknown
      set-aside,,c6,Acme Payday Loans,business,,59.39716312056737,59.39716312056737,0,59.39716312056737,59.39716312056737,1,,1,2,4,4,3,4,5,3,5,3
      "
    `);
  });

  it("has the numbers of the JSON, unrounded", () => {
    const document = documentOf(tour);
    const rows = read(tour);
    expect(rows.map(({ status }) => status)).toEqual([
      ...["ranked", "ranked", "ranked", "ranked", "too-little-known", "set-aside"],
    ]);
    for (const [place, { score, low, name }] of document.ranking.entries()) {
      expect(rows[place]).toMatchObject({
        name,
        score: String(score),
        low: String(low),
        rank: String(document.ranking[place].rank),
      });
    }
  });

  it("with top has so many of each list", () => {
    const records = evaluationRecords(evaluate(tour), { top: 1 });
    expect([...records.rows].map(([status, , , name]) => [status, name])).toEqual([
      ["ranked", "Natural History Museum"],
      ["too-little-known", "Radio Este"],
      ["set-aside", "Acme Payday Loans"],
    ]);
  });

  it("keeps a criterion apart from a column of the same name", () => {
    const [first] = PACK.criteria;
    const pack = { ...PACK, levels: [], criteria: ["score", "constructor"].map((id) => ({ ...first, id })) };
    const [row] = read(decisionOn(pack, [{ name: "Zoo", given: [5, "2-4"] }]));
    expect(row).toMatchObject({ "answer.score": "5", constructor: "2-4", score: "75" });
  });

  it.each(Object.entries(HOSTILE_NAMES))("%s stays in its cell", (_what, name) => {
    const rows = read(decisionOn(PACK, [{ name, given: [5] }]));
    expect(rows).toHaveLength(1);
    expect(rows[0].name).not.toMatch(/^\s*[=+\-@]/);
    expect(rows[0].mission).toBe("5");
  });
});
