import type { Answer } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import type { Records } from "./formats.ts";

const COLUMNS = [
  ...["status", "rank", "id", "name", "kind", "held"],
  ...["score", "base", "priority", "low", "high", "coverage", "level"],
];

/**
 * A row for each candidate: the ranked, then those too little known, then those set aside; with `top`, at most so many of
 * each. After the columns about the candidate comes one a criterion, with the answer as it is written.
 */
export function evaluationRecords(
  { criteria, ranking, tooLittleKnown, knockedOut }: Evaluation,
  { top = Number.POSITIVE_INFINITY }: { readonly top?: number } = {},
): Records {
  return {
    columns: [...COLUMNS, ...criteria.map(({ id }) => criterionColumn(id))],
    rows: {
      *[Symbol.iterator]() {
        for (const ranked of ranking.slice(0, top)) yield row("ranked", ranked, ranked.rank);
        for (const standing of tooLittleKnown.slice(0, top)) yield row("too-little-known", standing);
        for (const standing of knockedOut.slice(0, top)) yield row("set-aside", standing);
      },
    },
  };
}

/** A criterion may have the name of a column: no id has a dot. */
function criterionColumn(id: string): string {
  return COLUMNS.includes(id) ? `answer.${id}` : id;
}

function row(status: string, standing: Standing, rank?: number): readonly (string | number | undefined)[] {
  const { candidate, score, base, priority, low, high, coverage, level, answers } = standing;
  const { id, name, kind, held } = candidate;
  const cells = [status, rank, id, name, kind, held, score, base, priority, low, high, coverage, level];
  for (const { answer } of answers) cells.push(answerCell(answer));
  return cells;
}

function answerCell(answer: Answer): string | number {
  switch (answer.kind) {
    case "score":
      return answer.score;
    case "range":
      return `${answer.low}-${answer.high}`;
    case "unknown":
    case "abstain":
      return answer.kind;
  }
}
