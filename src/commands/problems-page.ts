import type { Diagnostic } from "../documents/problems.ts";
import type { Place } from "../documents/source.ts";
import type { Block, Page, Span, Text } from "../render/page.ts";

/** Every problem with its place, the line it stands in, and the likely fix; those of one file together. */
export function problemsPage(problems: readonly Diagnostic[]): Page {
  const blocks = byFile(problems).flatMap((problem, at) => [
    ...(at === 0 ? [] : [EMPTY_LINE]),
    ...problemBlocks(problem),
  ]);
  return { title: "", blocks };
}

const EMPTY_LINE: Block = { kind: "text", text: "" };

/** The warnings of a run that went well: a line each, because they come beside a result. */
export function warningsPage(warnings: readonly Diagnostic[]): Page {
  return { title: "", blocks: byFile(warnings).map((warning) => ({ kind: "text", text: headline(warning) })) };
}

function problemBlocks(problem: Diagnostic): readonly Block[] {
  const { place, also, hint, didYouMean } = problem;
  return [
    { kind: "text", text: headline(problem) },
    ...(place === undefined ? [] : [{ kind: "excerpt", ...place } as const]),
    ...(also === undefined ? [] : otherPlace(also, place)),
    ...(hint === undefined ? [] : [{ kind: "text", text: hint, indent: 1 } as const]),
    ...(didYouMean === undefined || hint?.includes(didYouMean)
      ? []
      : [{ kind: "text", text: `Did you mean ${didYouMean}?`, indent: 1 } as const]),
  ];
}

/** The lines of one file need no name between them: their numbers tell. */
function otherPlace(also: Place, place: Place | undefined): readonly Block[] {
  const excerpt = { kind: "excerpt", ...also } as const;
  return also.path === place?.path ? [excerpt] : [{ kind: "text", text: `${linkTo(also)}:`, indent: 1 }, excerpt];
}

function headline(problem: Diagnostic): Text {
  const { severity, message } = problem;
  const told: Span =
    severity === "error" ? { text: message, tone: "bad" } : { text: `warning: ${message}`, tone: "warning" };
  return [{ text: where(problem), tone: "strong" }, told];
}

/** As editors and terminals make it a link; nothing where the message names the file itself. */
function where({ place, path, message }: Diagnostic): string {
  if (place !== undefined) return `${linkTo(place)}: `;
  return path === undefined || path === "-" || message.includes(path) ? "" : `${path}: `;
}

function linkTo({ path, line, column }: Place): string {
  return `${nameOf(path)}:${line}:${column}`;
}

function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

function byFile(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string | undefined, Diagnostic[]>();
  for (const problem of problems) {
    const file = problem.place?.path ?? problem.path;
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flat();
}
