import { closeSync, fstatSync } from "node:fs";
import { isatty } from "node:tty";

const STREAMS = [0, 1, 2];

/**
 * As it exits, Node puts each terminal that it was started in back into its old mode, and aborts where that fails, as it
 * does when somebody has closed the window. It passes over a stream that is closed: so those of a terminal that is gone
 * are closed before.
 */
export function outliveClosedTerminal(): void {
  process.on("exit", () => {
    for (const stream of STREAMS) if (isTerminalGone(stream)) closeSync(stream);
  });
}

/** Also true of /dev/null, which nobody misses at the very end. */
function isTerminalGone(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice() && !isatty(stream);
  } catch {
    return false;
  }
}
