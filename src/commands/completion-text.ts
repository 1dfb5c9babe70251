import { displayWidth } from "../render/width.ts";
import type { Program } from "./command-line.ts";
import type { Shell } from "./completion.ts";
import { completionAnswer, continuing, type Offer } from "./completion-answers.ts";
import { bashLine } from "./completion-bash.ts";
import type { Machine } from "./machine.ts";

/**
 * What `partner-score complete <shell> …` prints, for the scripts of `partner-score completion`. Bash gives its word breaks
 * and the line; the others give `=` and the word that is being typed, then the words before it. While somebody types,
 * nothing that goes wrong is of interest: there is just nothing to offer.
 */
export async function completionText(
  shell: Shell,
  args: readonly string[],
  program: Program,
  machine: Machine,
): Promise<string> {
  try {
    const { files, lines } = await (shell === "bash" ? forBash(args) : forOthers(shell, args));
    return [files ? "files" : "words", ...lines, ""].join("\n");
  } catch (error) {
    if (machine.debug) throw error;
    return "";
  }

  async function forBash([breaks = "", typed = ""]: readonly string[]) {
    const line = bashLine(typed, breaks);
    const { files, offers } = await completionAnswer(line.before, line.current, program, machine);
    return { files, lines: continuing(offers, line.current).map(({ value }) => line.replacement(value)) };
  }

  async function forOthers(shell: Exclude<Shell, "bash">, [marked = "", ...before]: readonly string[]) {
    const current = withoutQuotes(marked.slice(1));
    const { files, offers } = await completionAnswer(before, current, program, machine);
    const fitting = continuing(offers, current);
    // Fish finds a word by its middle, and zsh as its owner has set it: they choose among all.
    const shown = fitting.length > 0 ? fitting : offers;
    return { files, lines: shell === "zsh" ? zshLines(shown) : shown.map(describedLine) };
  }
}

/** Near enough for the beginning of a word: these shells compare it again themselves. */
function withoutQuotes(typed: string): string {
  return typed.replace(/^["']/, "").replace(/\\(.)/gs, "$1");
}

function describedLine({ value, description }: Offer): string {
  return description === undefined ? value : `${value}\t${description}`;
}

/** Zsh shows a text of ours beside each value, so the descriptions are set below one another here. */
function zshLines(offers: readonly Offer[]): readonly string[] {
  const widest = Math.max(0, ...offers.map(({ value }) => displayWidth(value)));
  return offers.map(({ value, description }) => {
    if (description === undefined) return `${value}\t${value}`;
    return `${value}\t${value}${" ".repeat(widest - displayWidth(value))}  ${description}`;
  });
}
