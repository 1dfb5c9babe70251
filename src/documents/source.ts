/** A text and where it came from. `path` is as the person wrote it; `-` is standard input. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Of the bytes read, in hexadecimal. */
  readonly sha256: string;
}

/** A stretch of a source as a person finds it in an editor: line and column count from 1, in code points. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Code points on this line that are concerned, at least 1. */
  readonly length: number;
  /** The whole line, without its end. */
  readonly lineText: string;
}
