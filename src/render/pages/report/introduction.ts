import { raterNamed } from "../../../engine/ballots.ts";
import type { Decision } from "../../../engine/decision.ts";
import { dateInWords } from "../../dates.ts";
import type { Block, Fact } from "../../page.ts";
import { capital, listed } from "../../words.ts";
import { paragraph } from "../blocks.ts";
import type { ReportPageOptions } from "./page.ts";
import { readinessInWords } from "./readiness.ts";

/** A larger committee is counted. */
const RATERS_NAMED = 12;

/** What is being decided, why, by whom, when, and by which questions. */
export function introduction(decision: Decision, { date }: ReportPageOptions): readonly Block[] {
  const { purpose, reasons, pack } = decision;
  const labels = reasons.map((id) => pack.reasons.find((reason) => reason.id === id)?.label ?? id);
  const raters = ratersOf(decision);
  const ready = readinessInWords(decision);
  const facts: readonly Fact[] = [
    ...(labels.length === 0 ? [] : [{ label: labels.length === 1 ? "Reason" : "Reasons", text: reasonWords(labels) }]),
    ...(ready === undefined ? [] : [{ label: "Readiness", text: ready }]),
    ...(raters.length === 0 ? [] : [{ label: "Rated by", text: listed(raters, RATERS_NAMED) }]),
    {
      label: "Questions",
      text: `${pack.title} (${pack.id}${pack.version === undefined ? "" : ` ${pack.version}`})`,
    },
    { label: "Date", text: dateInWords(date) },
  ];
  return [...(purpose === undefined ? [] : [paragraph(purpose)]), { kind: "facts", facts }];
}

function reasonWords(labels: readonly string[]): string {
  return capital(labels.map((label) => label.replace(/\.$/, "")).join("; "));
}

/** One without a name is not named; of several, each has one. */
function ratersOf({ ballots }: Decision): readonly string[] {
  if (ballots.length > 1) return ballots.map((_, rater) => raterNamed(ballots, rater));
  return ballots.flatMap(({ rater }) => rater ?? []);
}
