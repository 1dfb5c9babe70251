import type { Diagnostic } from "../documents/problems.ts";

/** What a person is told when the program itself is wrong, and what to do about it. */
export function bugProblem(error: unknown): Diagnostic {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: "bug",
    severity: "error",
    message: `This is a mistake in partner-score, not in your files (${what}).`,
    hint: "Please report it: run it again with DEBUG=partner-score in front, and send the command and all it prints.",
  };
}

/** The same as plain text, for when nothing else can be relied upon. */
export function bugReport(error: unknown, debug: boolean): string {
  const { message, hint } = bugProblem(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : "";
  return `${message}\n  ${hint}\n${stack}`;
}
