import type { PotentialWinner } from "../../../analysis/potential-winners.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { oneDecimal, perCent } from "../../numbers.ts";
import { capital, labelOf, listed } from "../../words.ts";
import type { Place } from "../place-words.ts";

/** Whether any weighting puts a candidate first, and which does so by most: whom to choose for what one cares about. */
export function couldWinSentence(
  { pack }: Pick<Decision, "pack">,
  { ranking, lead, criteria }: Evaluation,
  place: Place,
  couldWin: PotentialWinner | undefined,
): string {
  if (couldWin === undefined || place.kind === "set-aside") {
    return "It is set aside, and no weight makes up for a minimum.";
  }
  const { verdict, margin, weights } = couldWin;
  if (margin === undefined) {
    return ranking.length === 0
      ? "Nobody is ranked, so there is nobody to weigh it against."
      : "Nobody else is ranked, so it is first whatever the weights.";
  }
  const shares = criteria.flatMap(({ id }) => {
    const share = Object.hasOwn(weights, id) ? weights[id] : 0;
    return share < LEAST_NAMED ? [] : [{ label: labelOf(pack, id), share }];
  });
  shares.sort((one, other) => other.share - one.share);
  const [only, ...others] = shares;
  const cares =
    others.length === 0
      ? `only about ${only.label}`
      : `most about ${listed(shares.map(({ label, share }, at) => `${label} (${perCent(share)}${at === 0 ? " of the weight" : ""})`))}`;
  const points = `${oneDecimal(Math.abs(100 * margin))} points`;
  const said = place.kind === "too-little-known" ? (words: string) => `As it is counted now, ${words}` : capital;
  switch (verdict) {
    case "alone":
      return lead.leaders.length === 1 && lead.leaders[0] === couldWin.candidate
        ? `It leads as the questions weigh now, and by most, ${points}, if you care ${cares}.`
        : said(`choose it if you care ${cares}: then it leads by ${points}.`);
    case "shared":
      return lead.leaders.includes(couldWin.candidate)
        ? "It shares first place as the questions weigh now, and no weighting puts it first alone."
        : said(`no weighting puts it first alone. At best it shares first place, for example if you care ${cares}.`);
    case "never":
      return said(
        `no weighting puts it first: under each one, somebody is ahead. It comes nearest, ${points} behind, if you care ${cares}.`,
      );
  }
}

/** A smaller share of the weight is what a solver leaves over. */
const LEAST_NAMED = 0.005;
