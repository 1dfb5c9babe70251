const PATIENCE = 1000;

/** What of standard error this needs. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly columns?: number;
}

/**
 * One line at the bottom of a terminal that says what a long run is at: each replaces the one before, and an empty one takes
 * it away. Nothing is shown while the run is younger than a second, but for what is known to take longer. `age` is that
 * of the run, in milliseconds.
 */
export function progressLine(output: ProgressOutput, age: () => number): (line: string, takesLong: boolean) => void {
  let last = "";
  return (line, takesLong) => {
    if (line === last || (line !== "" && age() < PATIENCE && !takesLong)) return;
    // A line that wraps could not be taken away. Some terminals claim to have no columns.
    const shown = line.slice(0, (output.columns || DEFAULT_COLUMNS) - 1);
    output.write(`\r${shown}${ERASE_TO_END_OF_LINE}`);
    last = line;
  };
}

const DEFAULT_COLUMNS = 80;
const ERASE_TO_END_OF_LINE = "\x1b[K";
