import type { Places } from "./places.ts";
import type { Diagnostic } from "./problems.ts";

/** Something wrong with a text as YAML. */
export interface Finding {
  readonly offset: number;
  /** What comes after it cannot be trusted: most of it would be an effect of this cause. */
  readonly breaksOff: boolean;
  tell(places: Places): Diagnostic;
}

/** An error as the YAML library states it. Its message tells its causes apart and is never shown. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** More than is ever shown: follow-ups are sorted out later. */
export const MOST_FINDINGS = 100;
