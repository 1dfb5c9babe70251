import type { Id, Pack, ReadinessAnswer } from "../engine/decision.ts";
import { quotedText } from "./answer-text.ts";

/** What is known of a decision when its file is begun. */
export interface NewDecision {
  readonly title?: string;
  readonly purpose?: string;
  readonly reasons: readonly Id[];
  readonly readiness: readonly { readonly id: Id; readonly answer: ReadinessAnswer }[];
  /** As it is to stand in the file: a pack's id or path. */
  readonly criteria: string;
  /** At least one. */
  readonly candidates: readonly { readonly name: string; readonly kind?: Id }[];
  /** A JSON Schema beside the file, for editors. */
  readonly schema?: string;
}

/**
 * The text of a new decision: every question of the pack is there with room for an answer, and comments say what may stand
 * where, so that it can be filled in by the interview or in an editor. What people wrote is quoted, so that none of it
 * turns into something else.
 */
export function newDecisionText(begun: NewDecision, pack: Pack): string {
  return [
    ...(begun.schema === undefined ? [] : [`# yaml-language-server: $schema=${begun.schema}`]),
    "# A decision for partner-score. What stands after a # is for people; the program passes over it.",
    "format: 1",
    ...textLine("decision", begun.title, "what is to be decided, in a few words"),
    ...textLine("purpose", begun.purpose, "what you want to achieve, and for whom"),
    ...reasonLines(begun.reasons, pack),
    ...readinessLines(begun.readiness, pack),
    `criteria: ${quotedText(begun.criteria)}`,
    "",
    ...answerHelp(pack),
    "candidates:",
    ...begun.candidates.flatMap((candidate) => candidateLines(candidate, pack)),
    "",
  ].join("\n");
}

/** A decision to be filled in: everything that may be said, with a word on each. */
export function templateDecision(criteria: string, schema?: string): NewDecision {
  return {
    reasons: [],
    readiness: [],
    criteria,
    candidates: [{ name: "First candidate" }, { name: "Second candidate" }],
    ...(schema !== undefined && { schema }),
  };
}

/** What was not said stays as a comment that shows how to say it. */
function textLine(key: string, text: string | undefined, meaning: string): string[] {
  return [text === undefined ? `# ${key}: …   # ${meaning}` : `${key}: ${quotedText(text)}`];
}

function reasonLines(chosen: readonly Id[], pack: Pack): string[] {
  if (pack.reasons.length === 0) return [];
  const offered = pack.reasons.map(({ id, label }) => `#   ${id}: ${comment(label)}`);
  return [
    "# Why you look for a partner; at most two are advised:",
    ...offered,
    chosen.length === 0 ? `# reasons: [${pack.reasons[0].id}]` : `reasons: [${chosen.join(", ")}]`,
  ];
}

function readinessLines(answered: NewDecision["readiness"], pack: Pack): string[] {
  if (pack.readiness.length === 0) return [];
  const offered = pack.readiness.map(({ id, statement }) => `#   ${id}: ${comment(statement)}`);
  const pairs = (answered.length > 0 ? answered : pack.readiness.map(({ id }) => ({ id, answer: "yes" }))).map(
    ({ id, answer }) => `${id}: ${answer}`,
  );
  const line = `readiness: {${pairs.join(", ")}}`;
  return [
    "# Are you ready to partner? yes, partly or no. It never enters a score:",
    ...offered,
    answered.length > 0 ? line : `# ${line}`,
  ];
}

function answerHelp({ scale: { min, max, step }, kinds }: Pack): string[] {
  const [low, high] = [min + step, max - step];
  const range = low < high ? `, a range such as ${low}-${high}` : "";
  return [
    `# An answer is a number from ${min} to ${max}${range}, or unknown.`,
    '# A note may stand beside it: {score: 4, basis: read, note: "what you saw"}.',
    ...(kinds === undefined ? [] : [`# A kind is one of ${kinds.map(({ id }) => id).join(", ")}.`]),
  ];
}

function candidateLines({ name, kind }: NewDecision["candidates"][number], pack: Pack): string[] {
  return [
    `  - name: ${quotedText(name)}`,
    ...(kind === undefined ? [] : [`    kind: ${kind}`]),
    "    answers:",
    ...pack.criteria.map(({ id }) => `      ${id}:`),
  ];
}

/** On one line, and without anything that could end it. */
function comment(text: string): string {
  return quotedText(text).slice(1, -1).replaceAll('\\"', '"');
}
