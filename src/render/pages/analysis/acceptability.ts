import type { Acceptability, CandidateAcceptability } from "../../../analysis/acceptability.ts";
import { counted, grouped, shownNumber } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { acceptabilityDetail } from "./acceptability-detail.ts";
import { shareCell, shareInWords } from "./simulated-shares.ts";
import { CANDIDATE, sentence, topTable, type View } from "./view.ts";

/** How often each takes which rank when weights and open answers vary. */
export function acceptabilityBlocks(view: View, found: Acceptability): readonly Block[] {
  const { candidates, runs } = found;
  const shown = columnsFor(view, found);
  const lower = candidates.length > RANKS_SHOWN && !view.detail ? [sentence(leftOut(view))] : [];
  return [
    sentence(drawnSentence(view, found), firstSentence(view, found), MEANING),
    ...certaintySentence(found),
    ...topTable(
      shown.map(({ column }) => column),
      candidates,
      view.top,
      (candidate) => shown.map(({ cell }) => cell(candidate)),
    ),
    sentence(
      `± is the standard error of the first share, in points of a per cent. None is below ${limitOf(runs)}, all is all but that.`,
    ),
    ...lower,
    ...(view.detail ? acceptabilityDetail(view, found) : []),
  ];
}

/** A report has a picture of all ranks beside the table, where a format has pictures. */
function leftOut({ inReport }: View): string {
  return inReport
    ? `The table goes to the ${ORDINALS.at(-1)} rank.`
    : `Ranks below ${RANKS_SHOWN} are left out; --detail has them.`;
}

const MEANING = "Such a share says how much rests on the weights and on what is open, not how right a choice is.";

/** With more, a row of 80 columns has no room for the name. */
const RANKS_SHOWN = 5;
const ORDINALS = ["1st", "2nd", "3rd", "4th", "5th"];

interface Fact {
  readonly column: Column;
  cell(about: CandidateAcceptability): Cell;
}

function columnsFor({ decision }: View, { candidates }: Acceptability): readonly Fact[] {
  const [first, ...others] = ORDINALS.slice(0, candidates.length).map(
    (title, rank): Fact => ({ column: { title, align: "right" }, cell: ({ ranks }) => shareCell(ranks[rank]) }),
  );
  return [
    { column: CANDIDATE, cell: ({ candidate }) => ({ text: nameOf(decision, candidate) }) },
    first,
    {
      column: { title: "±", align: "right" },
      cell: ({ standardErrors: [error] }) => ({ text: error > 0 ? shownNumber(100 * error) : "–", value: error }),
    },
    ...others,
    ...(candidates.some(({ out }) => out > 0)
      ? [{ column: { title: "Set aside", align: "right" }, cell: ({ out }) => shareCell(out) } satisfies Fact]
      : []),
  ];
}

function drawnSentence({ evaluation }: View, { model, spread = 0, runs }: Acceptability): string {
  const isOpen = evaluation.ranking.some(({ low, high }) => low < high);
  const answers = isOpen ? ", and each open answer lies anywhere from its worst to its best" : "";
  const weights = {
    around: `the importance of each question moves by up to ${shownNumber(100 * spread)}% either way`,
    any: "the questions have any weights at all",
    ranked: "the questions have any weights that keep them in their order of importance",
  }[model];
  return `In each of ${counted(runs, "run", "runs")} ${weights}${answers}.`;
}

function firstSentence({ decision }: View, { candidates, runs }: Acceptability): string {
  const [most, next] = candidates.toSorted((one, other) => other.ranks[0] - one.ranks[0]);
  const said = `${nameOf(decision, most.candidate)} comes first in ${shareInWords(most.ranks[0], runs)} of them`;
  return next.ranks[0] > 0
    ? `${said}, ${nameOf(decision, next.candidate)} in ${shareInWords(next.ranks[0], runs)}.`
    : `${said}.`;
}

function certaintySentence({ certain, runs }: Acceptability): readonly Block[] {
  if (certain === undefined) return [];
  return [
    sentence(
      certain
        ? `After ${grouped(runs)} runs every whole per cent is certain at three standard errors.`
        : `After ${grouped(runs)} runs not every whole per cent is certain at three standard errors: some lie too near a half. More --runs may settle them.`,
    ),
  ];
}

function limitOf(runs: number): string {
  return `${shownNumber(300 / runs)}% (3 in ${grouped(runs)} runs)`;
}
