import type { Place, Source } from "./source.ts";

export type PathKey = string | number;
/** From the root to a value, as in `["candidates", 0, "answers", "mission"]`. */
export type Path = readonly PathKey[];

/** A plain value that remembers where each key and value stood. YAML, JSON and CSV all become one. */
export interface Tree {
  readonly source: Source;
  readonly value: unknown;
  /** The columns of a table as its first line names them; absent where the text is no table. */
  readonly columns?: readonly string[];
  /** The nearest thing that is there, where the path leads to nothing. */
  placeOf(path: Path, part: "key" | "value"): Place;
  /** The characters that stand there: `1.00`, where the value is 1. */
  textOf(path: Path): string | undefined;
}
