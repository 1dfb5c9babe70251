import type { Diagnostic } from "../documents/problems.ts";

/** What was found wrong, as scripts read it. */
export interface ProblemDocument {
  readonly schemaVersion: 1;
  readonly errors: readonly ProblemEntry[];
  readonly warnings: readonly ProblemEntry[];
}

export interface ProblemEntry {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  readonly hint?: string;
  readonly path?: string;
  /** From 1, in code points. */
  readonly line?: number;
  readonly column?: number;
  readonly didYouMean?: string;
  /** The other place, where two do not fit together. */
  readonly also?: { readonly path: string; readonly line: number; readonly column: number };
}

/** Warnings stand apart from errors, so that counting errors tells whether the input is good. */
export function problemDocument(problems: readonly Diagnostic[]): ProblemDocument {
  const entries = (severity: Diagnostic["severity"]) =>
    problems.filter((problem) => problem.severity === severity).map(problemEntry);
  return { schemaVersion: 1, errors: entries("error"), warnings: entries("warning") };
}

function problemEntry({ code, severity, message, hint, path, place, also, didYouMean }: Diagnostic): ProblemEntry {
  const file = place?.path ?? path;
  return {
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(file !== undefined && { path: file }),
    ...(place !== undefined && { line: place.line, column: place.column }),
    ...(didYouMean !== undefined && { didYouMean }),
    ...(also !== undefined && { also: { path: also.path, line: also.line, column: also.column } }),
  };
}
