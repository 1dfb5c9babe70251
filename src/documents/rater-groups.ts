import type { Id } from "../engine/decision.ts";
import { textAt } from "./document-kind.ts";
import { formOf, type NameForm, nearness } from "./near-names.ts";
import type { Tree } from "./tree.ts";

/**
 * Which of several decisions read as the files of raters of one: those that name a rater, and have one title or, where a
 * title is missing, a candidate in common, by its id or by a name that is the same or nearly so. A slip in a title or a name
 * does not part them, so that it can be found. What names no rater may be another decision, or a copy of the same one, and
 * is alone. Returns the numbers of the trees, group by group, in the order in which they begin.
 */
export function raterGroups(trees: readonly Tree[]): readonly (readonly number[])[] {
  const groups: Group[] = [];
  for (const [number, tree] of trees.entries()) {
    const isRaters = namesRater(tree);
    const title = textAt(tree, "decision");
    const candidates = isRaters ? candidatesOf(tree) : NO_CANDIDATES;
    const group = isRaters ? groups.find((other) => other.isRaters && belong(title, candidates, other)) : undefined;
    if (group === undefined) {
      groups.push({ isRaters, title, candidates: [candidates], members: [number] });
      continue;
    }
    group.title ??= title;
    group.candidates.push(candidates);
    group.members.push(number);
  }
  return groups.map(({ members }) => members);
}

interface Group {
  readonly isRaters: boolean;
  title: string | undefined;
  readonly candidates: Candidates[];
  readonly members: number[];
}

/** A table does so with a column. */
function namesRater(tree: Tree): boolean {
  return textAt(tree, "rater") !== undefined || tree.columns?.includes("rater") === true;
}

function belong(title: string | undefined, candidates: Candidates, group: Group): boolean {
  if (title !== undefined && group.title !== undefined) return isOneTitle(title, group.title);
  return group.candidates.some((others) => haveOneInCommon(candidates, others));
}

function isOneTitle(title: string, other: string): boolean {
  return title === other || nearness(formOf(title), formOf(other)) !== undefined;
}

/** What the candidates of a file are called. */
interface Candidates {
  readonly ids: ReadonlySet<Id>;
  readonly names: ReadonlySet<string>;
  /** Empty where they are many: nobody slips in every name of a long list. */
  readonly forms: readonly NameForm[];
}

const MOST_FORMS = 10;

function candidatesOf({ value }: Tree): Candidates {
  const ids = new Set<Id>();
  const names = new Set<string>();
  for (const candidate of listIn(value)) {
    const id = textIn(candidate, "id");
    const name = textIn(candidate, "name");
    if (id !== undefined) ids.add(id);
    if (name !== undefined) names.add(name);
  }
  return { ids, names, forms: names.size > MOST_FORMS ? [] : [...names].map(formOf) };
}

function haveOneInCommon(one: Candidates, other: Candidates): boolean {
  return (
    meet(one.ids, other.ids) ||
    meet(one.names, other.names) ||
    one.forms.some((form) => other.forms.some((otherForm) => nearness(form, otherForm) !== undefined))
  );
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const text of one) if (other.has(text)) return true;
  return false;
}

const NO_CANDIDATES: Candidates = { ids: new Set(), names: new Set(), forms: [] };

/** The texts are those of a tree that nobody has checked yet. */
function listIn(value: unknown): readonly unknown[] {
  const candidates = isMap(value) ? value.candidates : undefined;
  return Array.isArray(candidates) ? candidates : [];
}

function textIn(candidate: unknown, key: string): string | undefined {
  const text = isMap(candidate) && Object.hasOwn(candidate, key) ? candidate[key] : undefined;
  return typeof text === "string" || typeof text === "number" ? String(text).trim() : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
