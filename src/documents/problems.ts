import type { Place } from "./source.ts";

/** What is wrong, as a value: where, what was expected, the likely fix. Codes are stable; words may improve. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly didYouMean?: string;
  readonly place?: Place;
  /** The other place, where two do not fit together. */
  readonly also?: Place;
  /** The file concerned, where there is no line to point at. */
  readonly path?: string;
  readonly candidate?: string;
}

/** Never throws for what a person wrote. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** A person mends some of these and runs again; nobody reads more, and a broken column of a million rows must stay small. */
export const PROBLEMS_SHOWN = 100;

/**
 * Gathers what is wrong while the reading goes on, so that a person sees every problem at once. What could not be read is
 * left out of the value being built; `settle` hands that value over only when no error was found.
 */
export interface Problems {
  /** The maker runs only while there is room to show what it makes: places are costly, and there may be a million. */
  error(make: () => Diagnostic): void;
  warn(make: () => Diagnostic): void;
  /** What an earlier step found: its value, or undefined when it found errors. */
  take<T>(checked: Checked<T>): T | undefined;
  readonly errors: number;
  /** Undefined stands for what errors kept from being built. */
  settle<T>(value: T | undefined): Checked<T>;
}

export function gatherProblems(): Problems {
  const errors: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  let errorCount = 0;
  let warningCount = 0;

  const addError = (make: () => Diagnostic): void => {
    errorCount += 1;
    if (errors.length < PROBLEMS_SHOWN) errors.push(make());
  };
  const addWarning = (make: () => Diagnostic): void => {
    warningCount += 1;
    if (warnings.length < PROBLEMS_SHOWN) warnings.push(make());
  };

  return {
    error: addError,
    warn: addWarning,
    take(checked) {
      for (const found of checked.ok ? checked.warnings : checked.problems) {
        if (found.severity === "error") addError(() => found);
        else addWarning(() => found);
      }
      return checked.ok ? checked.value : undefined;
    },
    get errors() {
      return errorCount;
    },
    settle(value) {
      const told = [...inReadingOrder(warnings), ...more(warningCount - warnings.length, "warning")];
      if (errorCount === 0) {
        if (value === undefined) throw new Error("Nothing was built, and no problem says why.");
        return { ok: true, value, warnings: told };
      }
      const shown = inReadingOrder([...errors, ...warnings]);
      return { ok: false, problems: [...shown, ...more(errorCount - errors.length, "error")] };
    },
  };
}

/** One step of the road on its own: what it built, or everything it found wrong. */
export function checked<T>(build: (problems: Problems) => T): Checked<T> {
  const problems = gatherProblems();
  const value = build(problems);
  return problems.settle(value);
}

/** As the files are read from top to bottom; the files stay in the order in which problems were first found in them. */
function inReadingOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, number>();
  for (const { place, path } of found) {
    const file = place?.path ?? path ?? "";
    if (!files.has(file)) files.set(file, files.size);
  }
  const fileOf = ({ place, path }: Diagnostic): number => files.get(place?.path ?? path ?? "") ?? 0;
  return found.toSorted(
    (a, b) =>
      fileOf(a) - fileOf(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

/** Says how many there are besides those that are shown; nothing where there are none. */
export function more(count: number, severity: Diagnostic["severity"]): readonly Diagnostic[] {
  if (count <= 0) return [];
  const say = (what: string) => (count === 1 ? `There is 1 more ${what}.` : `There are ${count} more ${what}s.`);
  if (severity === "warning") return [{ code: "more-warnings", severity, message: say("warning") }];
  const hint = "Mend these first: one cause often has many effects.";
  return [{ code: "more-problems", severity, message: say("problem"), hint }];
}
