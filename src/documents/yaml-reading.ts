import { Composer, type Document } from "yaml";
import type { Places } from "./places.ts";
import type { Diagnostic } from "./problems.ts";
import { MOST_SYNTAX_PROBLEMS } from "./text-limits.ts";
import { causeOf, unreadable } from "./yaml-causes.ts";
import { type Finding, type LibraryError, MOST_FINDINGS } from "./yaml-findings.ts";
import { type Tokens, tokensOf } from "./yaml-tokens.ts";

/** A document of the YAML library, or why the text is none. */
type YamlReading =
  | { readonly ok: true; readonly document: Document.Parsed }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** `yes`, `no` and dates stay text (core schema); keys are text; repeated keys are looked for elsewhere, in linear time. */
const OPTIONS = {
  version: "1.2",
  schema: "core",
  strict: true,
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

export function readYaml(text: string, places: Places): YamlReading {
  const read = tokensOf(text);
  if (read.refused) return { ok: false, problems: read.findings.map(({ tell }) => tell(places)) };
  const { document, errors } = compose(read, text.length);
  if (document !== undefined && errors.length === 0 && read.findings.length === 0) return { ok: true, document };
  return { ok: false, problems: causes(read, errors, text).map(({ tell }) => tell(places)) };
}

interface Composed {
  /** Absent where there were too many errors to go on. */
  readonly document?: Document.Parsed;
  readonly errors: readonly LibraryError[];
}

function compose({ tokens, errors: found }: Tokens, length: number): Composed {
  const errors = [...found];
  const composer = new Composer(OPTIONS);
  // The library makes an Error with its stack for each of a million commas, one gigabyte in all. Its handler is private and
  // there is no option for it; this one, of the same shape, counts and gives up. Version 2.9.1 is pinned, and a test with a
  // million commas would run out of memory if the handler were no longer asked.
  Object.assign(composer, { onError: collectInto(errors) });
  let document: Document.Parsed | undefined;
  try {
    for (const token of tokens) for (const composed of composer.next(token)) document ??= composed;
    for (const composed of composer.end(true, length)) document ??= composed;
  } catch (reason) {
    if (reason !== ENOUGH) throw reason;
    return { errors };
  }
  return document === undefined ? { errors } : { document, errors };
}

const ENOUGH = Symbol("more errors than are ever shown");

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: string };

function collectInto(errors: LibraryError[]) {
  return (source: ErrorSource, code: string, message: string): void => {
    if (errors.length >= MOST_FINDINGS) throw ENOUGH;
    errors.push({ code, message, ...stretchOf(source) });
  };
}

function stretchOf(source: ErrorSource): { readonly start: number; readonly end: number } {
  if (typeof source === "number") return { start: source, end: source + 1 };
  if ("offset" in source) return { start: source.offset, end: source.offset + (source.source?.length ?? 1) };
  return { start: source[0], end: source[1] };
}

/**
 * The causes among what was found, as the text is read: one a line, none after one that throws the reading off, and never
 * more than a person wants to see.
 */
function causes({ findings, longQuotes }: Tokens, errors: readonly LibraryError[], text: string): readonly Finding[] {
  const found = [...findings];
  const seen = new Set<number>();
  for (const error of errors) {
    if (seen.has(error.start)) continue;
    seen.add(error.start);
    const cause = causeOf(error, text, longQuotes);
    if (cause !== undefined) found.push(cause);
  }
  if (found.length === 0) return errors.slice(0, 1).map(({ start }) => unreadable(start));

  const kept: Finding[] = [];
  for (const cause of found.toSorted((one, other) => one.offset - other.offset)) {
    const last = kept[kept.length - 1];
    if (last !== undefined && !text.slice(last.offset, cause.offset).includes("\n")) continue;
    kept.push(cause);
    if (cause.breaksOff || kept.length === MOST_SYNTAX_PROBLEMS) break;
  }
  return kept;
}
