import { indentationOf } from "./block-patch.ts";
import { entryAt, type Laid, type LaidMap, laidAt, leadingSpace, lineStart, opensLine } from "./layout.ts";

/** How the first answer of a candidate is laid out: as the answers of its neighbours are. */
type AnswersShape =
  | { readonly kind: "inline" }
  /** Below `answers:`, with this white space before it. */
  | { readonly kind: "indented"; readonly indentation: string }
  /** In braces, on a line of its own; the closing brace has the white space `outer`. */
  | { readonly kind: "lines"; readonly indentation: string; readonly outer: string };

const TWO_SPACES = "  ";

/** Goes by the nearest candidate before that has answers, else by the first after, else by the candidate itself. */
export function newAnswersShape(text: string, root: Laid | undefined, index: number): AnswersShape {
  const list = laidAt(root, ["candidates"]);
  const maps = list?.kind === "list" ? list.items.map((item) => (item?.kind === "map" ? item : undefined)) : [];
  const candidate = maps[index];
  if (list === undefined || candidate === undefined) return { kind: "inline" };
  const hasAnswers = (other: LaidMap | undefined) => other !== undefined && answersOf(other) !== undefined;
  const neighbour = maps.slice(0, index).findLast(hasAnswers) ?? maps.slice(index + 1).find(hasAnswers);
  const example = neighbour && answersOf(neighbour);
  if (candidate.style === "block") {
    if (example?.style === "flow") return { kind: "inline" };
    const own = indentationOf(text, candidate);
    const step = neighbour && example ? stepBetween(text, neighbour, example) : stepOfList(text, list, candidate);
    return { kind: "indented", indentation: `${own}${step}` };
  }
  const first = candidate.entries[0];
  if (first === undefined || !opensLine(text, first.start)) return { kind: "inline" };
  if (example !== undefined && !opensLine(text, example.entries[0].start)) return { kind: "inline" };
  const outer = leadingSpace(text, first.start);
  const around = leadingSpace(text, candidate.start);
  const step = outer.startsWith(around) && outer !== around ? outer.slice(around.length) : TWO_SPACES;
  return { kind: "lines", indentation: `${outer}${step}`, outer };
}

function answersOf(candidate: LaidMap): LaidMap | undefined {
  const answers = entryAt(candidate, "answers")?.value;
  return answers?.kind === "map" && answers.entries.length > 0 ? answers : undefined;
}

/** How much further in the answers stand than their candidate. */
function stepBetween(text: string, outer: LaidMap, inner: LaidMap): string {
  const width = indentationOf(text, inner).length - indentationOf(text, outer).length;
  return width > 0 ? " ".repeat(width) : TWO_SPACES;
}

/** Where no candidate has answers yet, the list itself shows how far one likes to go in. */
function stepOfList(text: string, list: Laid, candidate: LaidMap): string {
  const dash = list.start - lineStart(text, list.start);
  const width = dash > 0 ? dash : indentationOf(text, candidate).length;
  return width > 0 ? " ".repeat(width) : TWO_SPACES;
}
