import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isSeq, type Pair, parse, parseDocument, type YAMLMap } from "yaml";
import { type Edit, editsInTurn } from "../../src/documents/edit-decision.ts";
import type { WrittenAnswer } from "../../src/documents/written-answer.ts";
import { anyAnswer, anyJson, anyYaml, CRITERIA } from "./any-decision-text.ts";

/** A wider search: EDIT_RUNS=5000 EDIT_SEED=7 npx vitest run test/documents/edit-decision.property.test.ts */
const RUNS = Number(process.env.EDIT_RUNS ?? 200);
const SEED = Number(process.env.EDIT_SEED ?? 4);

const anyEdits = fc.array(fc.record({ candidate: fc.nat(2), criterion: fc.constantFrom(...CRITERIA), to: anyAnswer }), {
  minLength: 1,
  maxLength: 4,
});

for (const [input, anyDecision] of [
  ["yaml", anyYaml],
  ["json", anyJson],
] as const) {
  test(`any edits of any ${input} text give what was meant, and leave each other line and each comment as it was`, () => {
    fc.assert(
      fc.property(fc.gen(), anyEdits, (generate, edits) => {
        const start = anyDecision(generate);
        const meant = start.candidates.map(({ answers }) => new Map(answers));
        let before = start.text;
        const applyEdit = editsInTurn(input);
        for (const { candidate, criterion, to } of edits) {
          const index = candidate % meant.length;
          const { id = "made-from-the-name", name } = start.candidates[index];
          const from = meant[index].get(criterion);
          const edit: Edit = { kind: "answer", candidate: { id, name }, criterion, from, to };
          const result = applyEdit({ path: "any", text: before, sha256: "" }, edit);
          const after = result.ok ? result.value : "";
          const shown = `${JSON.stringify(edit)}\n\n${before}\n\n${after}`;
          expect(result, shown).toMatchObject({ ok: true });
          meant[index].set(criterion, to ?? { kind: "unanswered" });
          expect(answersIn(after), shown).toEqual(answersMeant(meant));
          expect(restOf(after), shown).toEqual(restOf(before));
          expect(after.match(/# comment \d+\./g), shown).toEqual(before.match(/# comment \d+\./g));
          expect(/[^\r]\n/.test(after), shown).toBe(/[^\r]\n/.test(before));
          expectOtherLinesKept(before, after, index, criterion, shown);
          before = after;
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 600_000);
}

// ---- what a text means, by a reader of its own ----

type Written = Record<string, unknown>;

const READ = { version: "1.2", schema: "core", stringKeys: true, logLevel: "silent" } as const;

function readCandidates(text: string): readonly Written[] {
  return parse(text.replace(/^\uFEFF/, ""), READ).candidates;
}

function answersIn(text: string) {
  return readCandidates(text).map(({ answers }) =>
    answersMap(Object.entries((answers ?? {}) as Written).map(([key, value]) => [key, answerFrom(value)] as const)),
  );
}

function answersMeant(meant: readonly ReadonlyMap<string, WrittenAnswer>[]) {
  return meant.map((answers) =>
    answersMap([...answers].map(([key, { kind, ...rest }]) => [key, { ...rest, kind }] as const)),
  );
}

/** Without what says nothing: blank notes, and questions with neither an answer nor a note. */
function answersMap(answers: readonly (readonly [string, Written])[]): ReadonlyMap<string, Written> {
  const kept = answers.map(([key, answer]): [string, Written] => [
    key,
    Object.fromEntries(Object.entries(answer).filter(([, value]) => typeof value !== "string" || value.trim() !== "")),
  ]);
  return new Map(kept.filter(([, answer]) => answer.kind !== "unanswered" || Object.keys(answer).length > 1));
}

function answerFrom(value: unknown): Written {
  if (typeof value === "number") return { kind: "score", score: value };
  if (value === "unknown" || value === "abstain") return { kind: value };
  if (typeof value === "string" && value !== "") {
    const [, low, high = low] = /^(-?[\d.]+)(?: ?- ?(-?[\d.]+))?$/.exec(value) ?? [];
    return rangeFrom(Number(low), Number(high));
  }
  if (typeof value !== "object" || value === null) return { kind: "unanswered" };
  const { score, range, unknown, abstain, ...ground } = value as Written;
  if (unknown === true) return { kind: "unknown", ...ground };
  if (abstain === true) return { kind: "abstain", ...ground };
  if (Array.isArray(range)) return { ...rangeFrom(range[0], range[1]), ...ground };
  return { ...answerFrom(range ?? score), ...ground };
}

function rangeFrom(low: number, high: number): Written {
  return low === high ? { kind: "score", score: low } : { kind: "range", low, high };
}

function restOf(text: string): unknown {
  const root = parse(text.replace(/^\uFEFF/, ""), READ);
  return { ...root, candidates: readCandidates(text).map(({ answers, ...rest }) => rest) };
}

// ---- which lines an edit may touch ----

function expectOtherLinesKept(before: string, after: string, index: number, criterion: string, shown: string): void {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/));
  const lines = linesOf(before, index, criterion);
  if (lines !== undefined) {
    const below = old.slice(lines.last + 1);
    expect(now.slice(0, lines.first), shown).toEqual(old.slice(0, lines.first));
    expect(below.length === 0 ? [] : now.slice(-below.length), shown).toEqual(below);
    return;
  }
  // A new answer is a line of its own, or goes into one line, in which all that was there stays.
  const same = old.findIndex((line, at) => line !== now[at]);
  const first = same === -1 ? old.length : same;
  let last = old.length;
  while (last > first && old[last - 1] === now[now.length - old.length + last - 1]) last--;
  expect(last - first, shown).toBeLessThanOrEqual(1);
  const added = now.slice(first, now.length - old.length + last).join("");
  const kept = old
    .slice(first, last)
    .join("")
    .replace(/(answers["']? *: *)(?:null|~)/, "$1");
  expect(holdsInOrder(added, kept), shown).toBe(true);
}

/** Whether a text still has all letters of another, in their order. */
function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  return [...letters].every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
}

/** The lines of an answer, with the comma or the key above it that may have to go or change with it. */
function linesOf(text: string, index: number, criterion: string) {
  const list = parseDocument(text, READ).get("candidates");
  const candidate = isSeq(list) ? list.items[index] : undefined;
  if (!isMap(candidate)) throw new Error("The candidate is not there.");
  const place = candidate.items.find((pair) => String(pair.key) === "answers");
  const answers = place?.value;
  if (place === undefined || !isMap(answers)) return undefined;
  const at = answers.items.findIndex((pair) => String(pair.key) === criterion);
  if (at === -1) return undefined;
  const above = answers.items.length === 1 ? startOf(place) : endOf(answers, at - 1);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  const first = lineOf(startOf(answers.items[at]));
  return {
    first: answers.flow || answers.items.length === 1 ? Math.min(first, lineOf(above)) : first,
    last: lineOf(endOf(answers, at)),
  };
}

function startOf(pair: Pair): number {
  return (pair.key as { range: [number, number, number] }).range[0];
}

function endOf(map: YAMLMap, at: number): number {
  const pair = map.items[at];
  if (pair === undefined) return map.range?.[0] ?? 0;
  const range = (pair.value as { range?: [number, number, number] } | null)?.range;
  // The range of a block scalar, or of a map that ends with one, goes to the start of the next line.
  return range === undefined
    ? (pair.key as { range: [number, number, number] }).range[1]
    : Math.max(range[1] - 1, range[0]);
}
