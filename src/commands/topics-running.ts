import { formats } from "../render/formats.ts";
import type { Block, Page } from "../render/page.ts";
import { bullets, gap, heading, paragraph } from "../render/pages/blocks.ts";
import { capital } from "../render/words.ts";

/** What `help` says about how the program runs: its environment, how it ends, what it writes and for whom. */

/** Columns that read well. */
const MEASURE = 80;

export const environmentPage: Page = {
  title: "Environment",
  measure: MEASURE,
  blocks: [
    gap,
    paragraph(
      "The program needs none of these variables. What you say on the command line wins over all of them. It reads no settings file.",
    ),
    ...term("NO_COLOR", "Any text: no color. The same as --no-color."),
    ...term("FORCE_COLOR", "Any text: color, even in a pipe; 0 or false: no color. Wins over NO_COLOR and TERM."),
    ...term(
      "COLUMNS",
      "How many columns to write in, from 20 to 1000. Without it, as many as the terminal has; in a pipe, as many as the text needs, so that nothing is cut.",
    ),
    ...term("TERM", "dumb: no color, and questions as plain text."),
    ...term(
      "ACCESSIBLE",
      "Any text: questions as plain text with typed answers, and no color, for a screen reader. The same as --plain.",
    ),
    ...term(
      "LC_ALL, LC_CTYPE, LANG",
      "The first that is set says whether the terminal shows UTF-8. If it does not, what the program itself draws is ASCII, as with --ascii. Where none is set, UTF-8.",
    ),
    ...term(
      "SOURCE_DATE_EPOCH",
      "Seconds since 1970: the day that stands on a report. Without it, today, so that the same file gives another page tomorrow.",
    ),
    ...term("DISPLAY, WAYLAND_DISPLAY", "On Linux, one of them says that report --open can show a page."),
    ...term(
      "DEBUG",
      "partner-score: where the program itself is wrong, also show where in its code, for a report to its developers.",
    ),
  ],
};

export const exitCodesPage: Page = {
  title: "Exit codes",
  measure: MEASURE,
  blocks: [
    gap,
    {
      kind: "list",
      items: [
        {
          mark: "0",
          text: "Done. A warning never changes this, and neither does a reader that has had enough, as head.",
        },
        {
          mark: "1",
          text: "The input or the run failed: a mistake in a file, a file that is missing, a full disk. What is wrong stands on standard error. Nothing stands on standard output, and a file to write into is as it was.",
        },
        {
          mark: "2",
          text: "Wrong usage: a command or an option that does not exist, or a question to ask and no terminal to ask it at.",
        },
        { mark: "130", text: "Stopped by Ctrl-C. What was answered before is saved." },
        { mark: "143", text: "Stopped by the signal TERM." },
        { mark: "129", text: "Stopped by the signal HUP: the terminal has gone." },
      ],
    },
    gap,
    paragraph(
      "With --json, what is wrong is one JSON document on standard error, with a code for each problem. For validate --json that document is the result, so it stands on standard output.",
    ),
    heading("Example"),
    paragraph("partner-score validate partners.yaml &&", 1),
    paragraph("partner-score evaluate partners.yaml", 2),
  ],
};

export const formatsPage: Page = {
  title: "Formats",
  measure: MEASURE,
  blocks: [
    gap,
    paragraph("--format says how a result is written:"),
    ...formats.flatMap(({ name, summary }) => term(name, `${capital(summary)}.`)),
    gap,
    paragraph(
      "--json is short for --format json. Results go to standard output and everything else to standard error, so a pipe gets nothing but the result. The same input gives the same bytes.",
    ),
    gap,
    paragraph(
      "-o FILE writes a file whole or not at all, as wide as it needs and without color. --top 3 shows at most three of each list; the summary still speaks of everybody.",
    ),
    gap,
    paragraph(
      "The JSON is described by a schema: criteria --schema result. Its numbers are not rounded, and it stays as it is within a major version.",
    ),
    gap,
    paragraph(
      "In CSV, a text that a spreadsheet would take for a formula begins with an apostrophe. --bom helps Excel to see that the file is UTF-8.",
    ),
    heading("Examples"),
    paragraph("partner-score evaluate partners.yaml --json |", 1),
    paragraph("jq '.ranking[0].name'", 2),
    paragraph("partner-score evaluate partners.yaml \\", 1),
    paragraph("--format csv -o result.csv", 2),
  ],
};

export const accessibilityPage: Page = {
  title: "Accessibility",
  measure: MEASURE,
  blocks: [
    heading("With a screen reader"),
    bullets([
      "Add --plain to interview, init or evaluate --interview, or set ACCESSIBLE=1 once. A question is then plain text that stays where it is, and you type the answer. Nothing is drawn again, and no menu wants arrow keys.",
      "evaluate has a part called In short, below the table: who leads and by how much, what would change that, and what holds back the next level, in sentences.",
      "The bars only repeat the numbers beside them. --format json and --format csv have no bars at all.",
    ]),
    heading("Without color"),
    bullets([
      "No meaning rests on color alone: every mark is also a character or a word. --no-color or NO_COLOR=1 takes all color away.",
      "The colors are the terminal’s own, so a theme with more contrast changes them too.",
    ]),
    heading("On a narrow or a large-print screen"),
    bullets([
      "Text wraps at the width of the terminal, down to 20 columns. No name is lost.",
      "--ascii draws with # = . and -, for fonts and devices without other signs.",
    ]),
    heading("At your own pace"),
    bullets([
      "No question has a time limit. Every answer is saved at once: stop when you like, and interview goes on where you stopped.",
    ]),
  ],
};

/** A word on a line of its own, and below it what it means: that reads well however narrow. */
function term(word: string, meaning: string): readonly Block[] {
  return [gap, { kind: "text", text: [{ text: word, tone: "strong" }], indent: 1 }, paragraph(meaning, 2)];
}
