import type { Place } from "./source.ts";

/** What is wrong, as a value: where, what was expected, the likely fix. Codes are stable; words may improve. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly didYouMean?: string;
  readonly place?: Place;
  /** The file concerned, where there is no line to point at. */
  readonly path?: string;
  readonly candidate?: string;
}

/** Never throws for what a person wrote. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };
