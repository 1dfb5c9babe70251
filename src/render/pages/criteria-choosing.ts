import { entryOf, type Level, type Pack, type ReadinessStatement, type Reason } from "../../engine/decision.ts";
import { conditionsInWords } from "../conditions.ts";
import { shownNumber } from "../numbers.ts";
import type { Block } from "../page.ts";
import { aLevel, kindName, listed } from "../words.ts";
import { bullets, gap, heading, idBeside, labelled, named, paragraph } from "./blocks.ts";

/** What a pack says beside its questions: levels, reasons, kinds and priority, readiness. Each only where it has some. */
export function choosingBlocks(pack: Pack): readonly Block[] {
  return [
    ...section("Levels of relationship", LEVELS, pack.levels, (level) => levelBlocks(pack, level)),
    ...section("Reasons to partner", REASONS, pack.reasons, (reason) => reasonBlocks(pack, reason)),
    ...kindBlocks(pack),
    ...section("Is the library ready?", READINESS, pack.readiness, (statement) => readinessBlocks(pack, statement)),
  ];
}

const LEVELS =
  "From most to least committed. A candidate reaches the first whose conditions all hold; a range counts at its worse end.";
const REASONS =
  "A reason makes some questions more important. Where there are several, each question takes the mean of what they say.";
const READINESS = "Asked once for the library, before any candidate is scored. It never enters a score.";

function section<Entry>(
  title: string,
  introduction: string,
  entries: readonly Entry[],
  blocksOf: (entry: Entry) => readonly Block[],
): readonly Block[] {
  if (entries.length === 0) return [];
  return [heading(title), paragraph(introduction), ...entries.flatMap((entry) => [gap, ...blocksOf(entry)])];
}

function levelBlocks(
  pack: Pack,
  { id, label, meaning, conditions, advised, why, decidedBy, writeDown }: Level,
): readonly Block[] {
  const needed = conditionsInWords(conditions, pack);
  return [
    named(label, id),
    ...(meaning === undefined ? [] : [paragraph(meaning, 1)]),
    ...labelled("Needs", needed === "" ? "nothing; it is open to everyone who is not set aside." : `${needed}.`),
    ...(advised?.held === undefined ? [] : labelled("Advised", `only after ${aLevel(pack, advised.held)}.`)),
    ...labelled("Why", why),
    ...labelled("Who decides", decidedBy),
    ...labelled("Write down", writeDown),
  ];
}

function reasonBlocks({ criteria }: Pack, { id, label, emphasis, why, readings }: Reason): readonly Block[] {
  const factors = criteria.flatMap(({ id: criterion, label: question }) => {
    const factor = entryOf(emphasis, criterion);
    return factor === undefined ? [] : [`${question} × ${shownNumber(factor)}`];
  });
  const read = criteria.flatMap(({ id: criterion, label: question }) => {
    const reading = entryOf(readings, criterion);
    return reading === undefined ? [] : [`${question}: ${reading}`];
  });
  return [
    named(label, id),
    ...labelled("Importance", factors.length === 0 ? undefined : `${listed(factors)}.`),
    ...labelled("Why", why),
    ...(read.length === 0 ? [] : [bullets(read)]),
  ];
}

function kindBlocks(pack: Pack): readonly Block[] {
  const { kinds = [], priority } = pack;
  return [
    ...(kinds.length === 0
      ? []
      : [
          heading("Kinds of partner"),
          paragraph(`${listed(kinds.map(({ id, label }) => `${label}${idBeside(label, id)}`))}.`, 1),
        ]),
    ...(priority === undefined
      ? []
      : [
          heading("Priority"),
          paragraph(
            `${shownNumber(priority.points)} points on top of the score, always shown apart, for ${listed(priority.kinds.map((kind) => kindName(pack, kind)))}.`,
            1,
          ),
          ...labelled("Why", priority.why),
        ]),
  ];
}

function readinessBlocks(
  pack: Pack,
  { id, statement, ask, yes, partly, no, remedy, whenNo }: ReadinessStatement,
): readonly Block[] {
  return [
    named(statement, id),
    ...(ask === undefined ? [] : [paragraph(ask, 1)]),
    ...labelled("Yes", yes),
    ...labelled("Partly", partly),
    ...labelled("No", no),
    ...labelled("Remedy", remedy),
    ...(whenNo === undefined
      ? []
      : [paragraph(`After a no, any level above ${aLevel(pack, whenNo)} carries a warning.`, 1)]),
  ];
}
