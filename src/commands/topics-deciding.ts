import { DEFAULT_PACK } from "../documents/open-decision.ts";
import { openPack } from "../documents/open-pack.ts";
import type { Block, Page } from "../render/page.ts";
import { bullets, gap, heading, paragraph } from "../render/pages/blocks.ts";
import type { Machine } from "./machine.ts";

/** What `help` says about decisions: how to write one, and what the program makes of it. */

/** Columns that read well. */
const MEASURE = 80;

export async function filesPage(machine: Machine): Promise<Page> {
  const opened = await openPack(DEFAULT_PACK, machine);
  if (!opened.ok) throw new Error("The criteria pack that ships is not valid.");
  const [first, second, third] = opened.value.pack.criteria.map(({ id }) => id);
  return {
    title: "Files",
    measure: MEASURE,
    blocks: [
      gap,
      paragraph(
        "A decision is one text file. init writes one to fill in, interview fills it in by asking, and validate finds every mistake in it.",
      ),
      heading("YAML"),
      ...sample([
        "candidates:",
        "  - name: City Zoo",
        "    answers:",
        `      ${first}: 4`,
        `      ${second}: 3-4`,
        `      ${third}: unknown`,
        "  - name: Corner Bookshop",
        `    answers: {${first}: 3, ${third}: 5}`,
      ]),
      gap,
      paragraph("Only candidates with a name are needed. Further lines at the top, all of them optional:"),
      bullets([
        "decision: a title.",
        "purpose: what you want to achieve.",
        "reasons: why you look for a partner. They shift what counts.",
        "criteria: the criteria pack, by its id or its path.",
        "importance: points that replace those of the pack.",
        "readiness: yes, partly or no to each statement.",
        "rater: who gave the answers.",
        "format: 1, the only one there is so far.",
      ]),
      gap,
      paragraph("And of a candidate, besides name and answers:"),
      bullets([
        "id: a short name that stays. Made from the name where it is missing.",
        "kind: one of the pack’s kinds of partner.",
        "held: the level of relationship that exists today.",
        "website, contact, city, scope and notes: for whoever reads it.",
        "source: where the candidate comes from, as a register and its id.",
      ]),
      heading("An answer"),
      bullets([
        "4: a score on the scale of the question.",
        "3-4: a range, where you cannot say more exactly.",
        "unknown: nobody knows yet. A question that is left out is unknown too.",
        "abstain: this rater may not or cannot judge.",
        "{score: 4, basis: read, note: In their report}: with how good the ground is (seen, read, told or guess), a note, and evidence.",
      ]),
      heading("JSON"),
      paragraph("The same keys, each only once. $schema may name a schema for an editor."),
      heading("CSV"),
      paragraph("A row for each candidate and a column for each question, with commas, as a spreadsheet saves it:"),
      ...sample([`name,${first},${second},${third}`, "City Zoo,4,3-4,unknown", "Corner Bookshop,3,,5"]),
      gap,
      paragraph(
        "Other columns may be id, kind, held, rater, website, contact, city, scope and notes. An empty cell is unknown. Rows about one candidate with different raters are several raters’ answers.",
      ),
      heading("Which of the three"),
      paragraph("The file’s ending says it, or --input yaml, json or csv. A single - is standard input."),
      heading("Several files"),
      paragraph(
        "evaluate takes several files as several raters of one decision, and shows first what they disagree on. The files must have the same criteria, reasons and importance, and each a rater of its own; title, purpose and readiness are those of the first. Candidates belong together by a stated id, else by exactly the same name; whom a file leaves out, its rater abstains from. validate finds what does not fit, in both files.",
      ),
      heading("Questions of your own"),
      paragraph(
        "A criteria pack is a YAML file too. criteria shows the packs there are; extends: partnering-with-purpose begins with the ten questions and changes what you name.",
      ),
      heading("In an editor"),
      paragraph("init --editor puts a schema beside the file, so that an editor checks it as you type."),
    ],
  };
}

export const methodPage: Page = {
  title: "How the score is made",
  measure: MEASURE,
  blocks: [
    gap,
    {
      kind: "list",
      items: [
        ...[
          "Every question has points. A reason for partnering multiplies the points of the questions it depends on; several reasons are averaged. What you state under importance replaces both.",
          "A question’s weight is its share of all points.",
          "An answer becomes a value from 0 for the worst to 1 for the best, in equal steps unless the pack says otherwise: on a scale from 1 to 5, 3 is a half.",
          "A range counts half way between its ends. An unknown counts a half, or nothing where the pack says so.",
          "The score is 100 times the sum of weight times value.",
          "A pack may add priority points for some kinds of partner. They are always shown apart.",
          "Low and high are the score with every open answer at its worst and at its best.",
          "Where less of the weight is answered than the pack’s floor, a candidate is too little known: scored and shown apart, not ranked.",
          "An answer beyond a question’s minimum sets the candidate aside, whatever its score. A ? marks one with an open answer that may still do so.",
          "The level of relationship is the best whose conditions all hold: the score without priority, the share that is answered, single answers, the relationship so far, and how good the ground is.",
        ].map((text, place) => ({ mark: `${place + 1}.`, text })),
      ],
    },
    heading("What follows from that"),
    bullets([
      "Adding or removing a candidate never changes another’s score.",
      "A better answer never lowers a score or a level.",
      "Nothing is rounded before it is compared; tables round for people.",
      "Where one answer a step different would undo the lead, it is called too close to call.",
    ]),
    heading("Several raters"),
    bullets([
      "An answer is the mean of those who gave one; a range where anyone gave a range; unknown where nobody answered.",
      "A minimum applies to that mean. A single answer beyond it is named.",
      "What raters are two steps apart on, or more, comes before the ranking.",
    ]),
    heading("What it does not do"),
    paragraph(
      "It does not decide, and it does not check what is true. It adds up what people answered, says how, and says what is not known.",
    ),
    gap,
    paragraph(
      "criteria partnering-with-purpose shows the questions, their points and the levels. docs/method.md, beside the source of the program, has each formula with its source and a worked example.",
    ),
  ],
};

/** Lines of a file as they stand: the space before one is more than a paragraph keeps. */
function sample(lines: readonly string[]): readonly Block[] {
  return lines.map((line) => paragraph(line.trimStart(), 1 + line.search(/\S/) / 2));
}
