import { type Decision, entryOf, type ReadinessAnswer, type ReadinessStatement } from "../../../engine/decision.ts";
import { counted } from "../../numbers.ts";
import type { Block, Cell } from "../../page.ts";
import { paragraph } from "../blocks.ts";

/** How ready the library is to partner at all: each statement, what was answered, and what would help where it is no yes. */
export function readinessBlocks(decision: Decision): readonly Block[] {
  const { pack, readiness } = decision;
  if (pack.readiness.length === 0 || Object.keys(readiness).length === 0) return [];
  return [
    paragraph("It never enters a score: a partner cannot make up for what the library lacks."),
    {
      kind: "table",
      columns: [
        { title: "Statement", align: "left", flexible: true },
        { title: "Answer", align: "left" },
        { title: "What that means", align: "left", flexible: true },
        { title: "What would help", align: "left", flexible: true },
      ],
      rows: pack.readiness.map((statement) => rowOf(statement, entryOf(readiness, statement.id))),
    },
  ];
}

/** As in `2 of 4 in place, 2 partly`; undefined where nobody has answered. */
export function readinessInWords({ pack, readiness }: Decision): string | undefined {
  const answers = pack.readiness.map(({ id }) => entryOf(readiness, id));
  const count = (answer: ReadinessAnswer | undefined) => answers.filter((each) => each === answer).length;
  const [yes, partly, no, open] = [count("yes"), count("partly"), count("no"), count(undefined)];
  if (open === answers.length) return undefined;
  return [
    `${yes} of ${counted(answers.length, "statement holds", "statements hold")}`,
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(no > 0 ? [`${no} not yet`] : []),
    ...(open > 0 ? [`${open} not answered`] : []),
  ].join(", ");
}

const MARKS = { yes: "✔ yes", partly: "◐ partly", no: "✗ no" } as const;

function rowOf(statement: ReadinessStatement, answer: ReadinessAnswer | undefined): readonly Cell[] {
  const tone = answer === "no" ? ({ tone: "bad" } as const) : {};
  return [
    { text: statement.statement },
    answer === undefined ? { text: "not answered" } : { text: MARKS[answer], ...tone },
    { text: answer === undefined ? (statement.ask ?? "") : (statement[answer] ?? "") },
    { text: answer === "yes" ? "" : (statement.remedy ?? "") },
  ];
}
