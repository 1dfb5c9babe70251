import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { acceptability } from "../src/analysis/acceptability.ts";
import { concordance } from "../src/analysis/agreement.ts";
import { answerFlips, type Flip } from "../src/analysis/answer-flips.ts";
import { askNext } from "../src/analysis/ask-next.ts";
import { comparison } from "../src/analysis/comparison.ts";
import { dominance } from "../src/analysis/dominance.ts";
import { explanation } from "../src/analysis/explanation.ts";
import { leadFlip } from "../src/analysis/lead-flip.ts";
import { pairwiseShares } from "../src/analysis/pairwise-share.ts";
import { potentialWinners } from "../src/analysis/potential-winners.ts";
import { rankEntropy } from "../src/analysis/rank-entropy.ts";
import { rankIntervalIn, rankIntervals } from "../src/analysis/rank-intervals.ts";
import { restsUpon } from "../src/analysis/rests-upon.ts";
import { lowestIn, settled } from "../src/analysis/settled.ts";
import { weightStability } from "../src/analysis/weight-stability.ts";
import { abstentions } from "../src/engine/abstentions.ts";
import { mergeAnswers } from "../src/engine/ballots.ts";
import type { Answer, Criterion, Decision, Level } from "../src/engine/decision.ts";
import { disagreements } from "../src/engine/disagreements.ts";
import { evaluate } from "../src/engine/evaluate.ts";
import type { BlockedLevel, Standing } from "../src/engine/evaluation.ts";
import { valueFunction } from "../src/engine/values.ts";
import { ABSTAIN, decisionOn, packOf, question, range, score, UNKNOWN } from "./engine/small.ts";

/** The page is the fixture: its tables are read, computed and compared. */
const PAGE = readFileSync("docs/method.md", "utf8");

type Row = Readonly<Record<string, string>>;

const CRITERIA = table("question", "importance").map(criterionOf);
const LEVELS = table("level", "score", "coverage").map(levelOf);
const DECISION = exampleDecision();
const EVALUATION = evaluate(DECISION);
const EVERYONE = [...EVALUATION.ranking, ...EVALUATION.tooLittleKnown, ...EVALUATION.knockedOut];

describe("docs/method.md agrees with the engine on", () => {
  test("the points and weights of each question", () => {
    const shown = table("question", "points", "weight").map(({ question: label, points, weight }) => [
      label,
      Number(points),
      Number(weight),
    ]);
    expect(shown).toEqual(
      EVALUATION.criteria.map(({ id, importance, emphasis, weight }) => [id, importance * emphasis, weight]),
    );
  });

  test.each(table("question", "answer", "value"))("the value of $question $answer", (row) => {
    expect(valueFunction(criterionNamed(row.question))(Number(row.answer))).toBeCloseTo(Number(row.value), 12);
  });

  test("every contribution of the Science Museum", () => {
    const shown = table("question", "answer", "value", "weight", "contribution");
    const museum = EVERYONE.filter(({ candidate }) => candidate.name === "Science Museum")[0];
    expect(shown.map(({ question: label, value, contribution }) => [label, value, contribution])).toEqual(
      museum.answers.map(({ criterion, value, contribution }) => [criterion, String(value), String(contribution)]),
    );
  });

  test("where every candidate stands, in the order listed", () => {
    const shown = table("candidate", "standing").map((row) => ({
      candidate: row.candidate,
      standing: row.standing,
      numbers: ["base", "score", "low", "high", "coverage"].map((column) => expect.closeTo(Number(row[column]), 9)),
      level: row.level,
    }));
    expect(
      EVERYONE.map((standing) => ({
        candidate: standing.candidate.name,
        standing: standingInWords(standing),
        numbers: [standing.base, standing.score, standing.low, standing.high, standing.coverage],
        level: standing.level ?? "",
      })),
    ).toEqual(shown);
  });

  test("what blocks the better levels", () => {
    const shown = table("candidate", "level", "what blocks the next");
    expect(shown).toEqual(
      [...EVALUATION.ranking, ...EVALUATION.tooLittleKnown].map(({ candidate, level, blocked }) => ({
        candidate: candidate.name,
        level,
        "what blocks the next": blocked.map(blockedInWords).join("; "),
      })),
    );
  });

  test.each(table("three raters on", "say"))("what three raters make of it who say $say", (row) => {
    const id = row["three raters on"];
    const pack = packOf(CRITERIA.filter((criterion) => criterion.id === id));
    const committee = decisionOn(
      pack,
      { candidate: [] },
      {
        ballots: row.say.split("; ").map((answer, rater) => ({
          rater: `Rater ${rater + 1}`,
          answers: { candidate: { [id]: answerOf(answer) } },
        })),
      },
    );
    const steps = row["steps apart, where disputed"];
    expect(disagreements(committee).map((dispute) => String(dispute.steps))).toEqual(steps === "" ? [] : [steps]);
    const { ranking, warnings } = evaluate(committee);
    const beyond = warnings.flatMap((warning) =>
      warning.code === "rater-beyond-minimum" ? String(warning.answer) : [],
    );
    expect(beyond.join("; ")).toBe(row["beyond the minimum"]);
    expect(ranking[0].answers[0].answer).toEqual(answerOf(row["all together"]));
    const abstaining = row.say
      .split("; ")
      .flatMap((answer, rater) => (answer === "abstain" ? `Rater ${rater + 1}` : []));
    expect(abstentions(committee).map(({ rater }) => rater)).toEqual(abstaining);
  });

  test.each(table("raters", "answer"))("the answer of raters who say $raters", ({ raters, answer }) => {
    expect(mergeAnswers(raters.split("; ").map(answerOf))).toEqual(answerOf(answer));
  });

  test("the lead, and that it is not close", () => {
    expect(EVALUATION.lead).toEqual({ leaders: ["Science Museum"], margin: 19.5, closeCall: false });
    expect(PAGE).toContain("leads Radio Este by 19.5 points");
  });

  test("who may lead, and between what", () => {
    const shown = table("candidate", "lowest", "high", "may be knocked out", "may lead");
    const lowest = lowestIn(DECISION, EVALUATION);
    const { mayLead } = settled(DECISION, EVALUATION);
    const word = (is: boolean) => (is ? "yes" : "no");
    const standing = [...EVALUATION.ranking, ...EVALUATION.tooLittleKnown];
    expect(
      standing.map((each) => [
        each.candidate.name,
        lowest(each),
        each.high,
        word(each.provisional.length > 0),
        word(mayLead.includes(each.candidate.id)),
      ]),
    ).toEqual(
      shown.map((row) => [
        row.candidate,
        expect.closeTo(Number(row.lowest), 9),
        expect.closeTo(Number(row.high), 9),
        row["may be knocked out"],
        row["may lead"],
      ]),
    );
  });

  test("what to ask next, in order", () => {
    const shown = table("candidate", "question", "A", "B", "M", "chance", "gain");
    expect(askNext(DECISION, EVALUATION)).toEqual(
      shown.map(({ candidate, question: criterion, chance, gain }) => ({
        candidate,
        criterion,
        chance: expect.closeTo(Number(chance), 9),
        ...(gain !== "" && { gain: expect.closeTo(Number(gain), 9) }),
      })),
    );
  });

  test("how far each weight can move, and who leads beyond", () => {
    const shown = table("question", "weight", "from", "to", "importance to", "leads beyond");
    expect(
      weightStability(EVALUATION).map((each) => [
        each.criterion,
        each.weight,
        each.from,
        each.to,
        each.importanceTo ?? "",
        each.leaders[1]?.ids.join() ?? "",
      ]),
    ).toEqual(
      shown.map((row) => [
        row.question,
        near(row.weight),
        near(row.from),
        near(row.to),
        near(row["importance to"]),
        row["leads beyond"],
      ]),
    );
  });

  test("what would bring each challenger past the leader", () => {
    const shown = table("challenger", "steps to pass", "answers that would have to be better");
    expect(
      answerFlips(DECISION, EVALUATION).map(({ challenger, past }) => ({
        challenger,
        "steps to pass": String(past?.steps ?? ""),
        "answers that would have to be better": past === undefined ? "" : changesInWords(past),
      })),
    ).toEqual(shown);
  });

  test("the one answer and the one importance that would change the leader", () => {
    expect(leadFlip(DECISION, EVALUATION)).toEqual({
      answer: { candidate: "Science Museum", criterion: "Mission", from: 5, to: 3 },
      importance: { criterion: "Distance", factor: expect.closeTo(9.86, 2) },
    });
    expect(PAGE).toContain("if its Mission fell from 5 to 3");
    expect(PAGE).toContain("Distance would have to be 9.86 times as important");
  });

  test("how far two ranks of three are spread", () => {
    expect(rankEntropy([0.5, 0.5, 0])).toBeCloseTo(0.63, 2);
    expect(PAGE).toContain("have ln 2 / ln 3 = 0.63.");
  });

  test("which ranks are still possible", () => {
    const shown = table("candidate", "best rank", "worst rank", "may be out");
    expect(
      rankIntervals(DECISION, EVALUATION).map(({ candidate, best, worst, mayBeOut }) => ({
        candidate,
        "best rank": String(best),
        "worst rank": String(worst),
        "may be out": mayBeOut ? "yes" : "no",
      })),
    ).toEqual(shown);
    const [bakery] = EVALUATION.tooLittleKnown;
    expect(rankIntervalIn(DECISION, EVALUATION)(bakery)).toMatchObject({ best: 1, worst: 5, mayBeOut: true });
    expect(PAGE).toContain("between 50 and 100, could come first to fifth, or be out");
  });

  test("who dominates whom", () => {
    const found = dominance(DECISION, EVALUATION);
    expect(found.map((each) => ({ ...each, necessary: each.necessary ? "yes" : "no" }))).toEqual(
      table("dominates", "dominated", "necessary"),
    );
  });

  test("who can ever win, and under which weighting", () => {
    const shown = table("candidate", "verdict", "margin", "weighting");
    expect(
      potentialWinners(EVALUATION).map(({ candidate, verdict, margin, weights }) => [
        candidate,
        verdict,
        margin,
        Object.entries(weights),
      ]),
    ).toEqual(
      shown.map((row) => [
        row.candidate,
        row.verdict,
        near(row.margin),
        row.weighting
          .split(", ")
          .map((each) => each.split(" "))
          .map(([id, weight]) => [id, near(weight)]),
      ]),
    );
  });

  test("the shares of weightings of each pair", () => {
    const shown = table("ahead", "of", "share of all weightings", "share that keeps the order");
    const inOrder = pairwiseShares(EVALUATION, "ranked");
    expect(
      pairwiseShares(EVALUATION).map(({ a, b, share }, place) => [
        a,
        b,
        share,
        inOrder[place].tie ? "tie" : inOrder[place].share,
      ]),
    ).toEqual(
      shown.map((row) => [
        row.ahead,
        row.of,
        near(row["share of all weightings"]),
        row["share that keeps the order"] === "tie" ? "tie" : near(row["share that keeps the order"]),
      ]),
    );
  });

  test.each(["any", "ranked", "around"] as const)("the ranks that are taken by weights drawn as %s", (model) => {
    const shown = table("drawn", "candidate", "first", "second", "third").filter(({ drawn }) => drawn === model);
    const pack = packOf([question("Fit", { importance: 3 }), question("Time")]);
    const [both, aquarium] = [
      [score(3), score(4)],
      [score(5), score(1)],
    ];
    const decision = decisionOn(pack, { Aquarium: aquarium, Zoo: both, Park: both });
    const found = acceptability(decision, evaluate(decision), { model, spread: 0.5, runs: 40_000, seed: 1 });
    for (const { candidate, ranks, centralWeights } of found.candidates) {
      const [row] = shown.filter((each) => each.candidate === candidate);
      for (const [rank, column] of ["first", "second", "third"].entries()) {
        expect(Math.abs(ranks[rank] - Number(row[column]))).toBeLessThan(4 * 0.5 * Math.sqrt(1 / 40_000));
      }
      const central = row["central weight of Fit"];
      if (central !== "") expect(centralWeights?.Fit).toBeCloseTo(Number(central), 2);
    }
  });

  test("the ranks that are taken, and being out, where a minimum is at stake", () => {
    const decision = decisionOn(packOf([question("Fit", { minimum: 2 })]), { Aquarium: [UNKNOWN], Zoo: [score(3)] });
    const options = { model: "any", spread: 0.5, runs: 40_000, seed: 1 } as const;
    const { candidates } = acceptability(decision, evaluate(decision), options);
    for (const row of table("with a minimum at stake", "first", "second", "out")) {
      const [found] = candidates.filter(({ candidate }) => candidate === row["with a minimum at stake"]);
      const shares = { first: found.ranks[0], second: found.ranks[1], out: found.out };
      for (const [column, share] of Object.entries({ ...shares, "confidence factor": found.confidence ?? 0 })) {
        expect(Math.abs(share - Number(row[column]))).toBeLessThan(4 * 0.5 * Math.sqrt(1 / 40_000));
      }
    }
  });

  test("what the result rests upon", () => {
    const shown = table("without", "then leads").map((row) => ({
      change: { kind: "importance-zero", criterion: row.without.replace("importance of ", "") },
      leader: row["then leads"],
      leaders: [row["then leads"]],
    }));
    expect(restsUpon(DECISION, EVALUATION)).toEqual(shown);
  });

  test("what lifts City College to the next level", () => {
    const [college] = EVERYONE.filter(({ candidate }) => candidate.name === "City College");
    const { nextLevel } = explanation(DECISION, EVALUATION, college);
    expect(nextLevel?.flip && changesInWords(nextLevel.flip)).toBe("Mission 3 to 4");
    expect(PAGE).toContain("City College needs one step: Mission from 3 to 4");
  });

  test("the smallest shift of weight that makes the first two level", () => {
    const [museum, radio] = EVALUATION.ranking;
    expect(comparison(DECISION, EVALUATION, museum, radio).shift).toEqual({
      weight: near("0.39"),
      moves: [{ from: "Audience", to: "Distance", weight: near("0.39") }],
    });
    expect(PAGE).toContain("so 0.39 of all weight would have to move");
  });

  test.each(table("ranks by one rater", "ranks by another", "12 S", "m² (n³ − n) − m T"))(
    "how far two rankings agree",
    (row) => {
      const ranks = [row["ranks by one rater"], row["ranks by another"]].map((text) => text.split(", ").map(Number));
      const expected = Number(row["12 S"]) / Number(row["m² (n³ − n) − m T"]);
      expect(concordance(ranks).concordance).toBeCloseTo(expected, 12);
    },
  );

  test("who is provisional", () => {
    const provisional = EVERYONE.filter((standing) => standing.provisional.length > 0);
    expect(provisional.map(({ candidate }) => candidate.name)).toEqual(["Corner Bakery"]);
  });
});

/** A number as the page prints it, to six decimals at the most; nothing where it prints none. */
function near(text: string): unknown {
  return text === "" ? "" : expect.closeTo(Number(text), 6);
}

function changesInWords({ changes }: Flip): string {
  return changes.map(({ criterion, from, to }) => `${criterion} ${from} to ${to}`).join(", ");
}

function exampleDecision(): Decision {
  const reasons = [{ id: "reach", label: "Reach", emphasis: emphasisInPage(), readings: {} }];
  const priority = { kinds: ["museum"], points: 3 };
  const pack = packOf(CRITERIA, { coverageFloor: 0.6, reasons, priority, levels: LEVELS });
  const rows = table("candidate", "kind");
  const answers = rows.map((row) => [row.candidate, CRITERIA.map(({ id }) => answerOf(row[id]))]);
  const about = rows.map((row) => [row.candidate, { kind: row.kind }]);
  return decisionOn(pack, Object.fromEntries(answers), { reasons: ["reach"], about: Object.fromEntries(about) });
}

function emphasisInPage(): Readonly<Record<string, number>> {
  return Object.fromEntries(table("question", "importance").map((row) => [row.question, Number(row.emphasis)]));
}

function criterionOf(row: Row): Criterion {
  const [min, max, step] = row.scale.split(/ to | by /).map(Number);
  const points = row["value points"].split(", ").filter(Boolean);
  return question(row.question, {
    label: row.question,
    importance: Number(row.importance),
    scale: { min, max, step },
    direction: row.better === "higher" ? "higher-is-better" : "lower-is-better",
    ...(row.minimum !== "" && { minimum: Number(row.minimum) }),
    ...(points.length > 0 && {
      values: points.map((point) => point.split(": ").map(Number)).map(([answer, value]) => ({ answer, value })),
    }),
  });
}

function criterionNamed(id: string): Criterion {
  return CRITERIA.filter((criterion) => criterion.id === id)[0];
}

function levelOf(row: Row): Level {
  const conditions = {
    answers: row.Mission === "" ? {} : { Mission: Number(row.Mission) },
    basis: {},
    ...(row.score !== "" && { score: Number(row.score) }),
    ...(row.coverage !== "" && { coverage: Number(row.coverage) }),
  };
  return { id: row.level, label: row.level, conditions };
}

function answerOf(text: string): Answer {
  if (text === "unknown") return UNKNOWN;
  if (text === "abstain") return ABSTAIN;
  const [low, high] = text.split(" to ").map(Number);
  return high === undefined ? score(low) : range(low, high);
}

function standingInWords(standing: Standing): string {
  if ("rank" in standing) return `rank ${standing.rank}`;
  return "reasons" in standing ? "knocked out" : "too little known";
}

function blockedInWords({ level, conditions }: BlockedLevel): string {
  const all = conditions.map((condition) => {
    const what = "criterion" in condition ? condition.criterion : condition.kind;
    return `${what} is ${condition.found ?? "unknown"}, ${condition.needed} is needed`;
  });
  return `${level}: ${all.join("; ")}`;
}

/** The rows of the one table whose header starts with these columns and has no more, or whose first columns are unique. */
function table(...columns: readonly string[]): readonly Row[] {
  const tables = PAGE.split("\n\n")
    .filter((block) => block.startsWith("| "))
    .map((block) => block.trimEnd().split("\n").map(cellsOf));
  const starting = tables.filter(([header]) => columns.every((column, at) => header[at] === column));
  const exact = starting.filter(([header]) => header.length === columns.length);
  const [found, ...others] = exact.length > 0 ? exact : starting;
  if (found === undefined || others.length > 0) throw new Error(`There is not one table with ${columns.join(", ")}.`);
  const [header, , ...rows] = found;
  return rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]])));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
