import * as v from "valibot";
import { WEIGHT_MODELS } from "../analysis/weightings.ts";
import { candidateId, criterionId, share } from "./parts-schema.ts";

/** The part of the JSON result that `analyze` adds. Candidates and criteria stand by their ids; numbers are unrounded. */

const rank = v.pipe(v.number(), v.integer(), v.minValue(1));
const points = v.pipe(v.number(), v.minValue(0));
const weights = v.record(v.string(), share);

const stability = v.strictObject({
  criterion: criterionId,
  weight: v.pipe(share, v.description("Where it stands now.")),
  from: v.pipe(share, v.description("From this weight on the first listed leads, alone or in a tie.")),
  to: v.pipe(share, v.description("Up to this weight the first listed leads, alone or in a tie.")),
  importanceFrom: v.optional(
    v.pipe(points, v.description("The importance to state to get the weight `from`, all others as they are.")),
  ),
  importanceTo: v.optional(
    v.pipe(points, v.description("The importance that gives the weight `to`; absent where none does, as at 1.")),
  ),
  leaders: v.pipe(
    v.array(v.strictObject({ from: share, to: share, ids: v.array(candidateId) })),
    v.description("Who leads where, from weight 0 to weight 1; at a single weight where `from` is `to`."),
  ),
});

export const changes = v.strictObject({
  steps: v.pipe(v.number(), v.integer(), v.minValue(0), v.description("Steps of the scales, in all.")),
  changes: v.array(
    v.strictObject({ candidate: candidateId, criterion: criterionId, from: v.number(), to: v.number() }),
  ),
});

const reach = { level: v.optional(changes), past: v.optional(changes) };

export const flip = v.pipe(
  v.strictObject({
    challenger: v.pipe(v.string(), v.description("Another candidate's id, knocked-out ones last.")),
    ...reach,
    oneQuestion: v.pipe(v.strictObject(reach), v.description("The same on one question alone.")),
  }),
  v.description(
    "The fewest steps of better answers that make it level with the leader, and past; absent where none do.",
  ),
);

const settled = v.strictObject({
  settled: v.pipe(v.boolean(), v.description("Whether exactly one may lead.")),
  mayLead: v.pipe(v.array(candidateId), v.description("Who may lead, too little known included.")),
  askNext: v.pipe(
    v.array(
      v.strictObject({
        candidate: candidateId,
        criterion: criterionId,
        chance: v.pipe(share, v.description("That its answer changes the leader, if any value is as likely.")),
        gain: v.optional(v.pipe(v.number(), v.description("What knowing it is worth, in points of the leader."))),
      }),
    ),
    v.description("The open questions that can still change the leader, the most useful first."),
  ),
});

export const rankInterval = v.strictObject({
  candidate: candidateId,
  best: v.pipe(rank, v.description("The best rank that open answers leave it.")),
  worst: v.pipe(rank, v.description("The worst one, while it is not out.")),
  mayBeOut: v.pipe(v.boolean(), v.description("Whether an open answer may turn out beyond a minimum.")),
});

export const dominance = v.strictObject({
  dominates: candidateId,
  dominated: candidateId,
  necessary: v.pipe(v.boolean(), v.description("Whether that holds however the open answers turn out.")),
});

export const canWin = v.strictObject({
  candidate: candidateId,
  verdict: v.pipe(
    v.picklist(["alone", "shared", "never"]),
    v.description("Whether some weighting puts it first: alone, in a tie at best, or none does."),
  ),
  margin: v.optional(
    v.pipe(v.number(), v.description("The largest lead it can have, as a difference of values; 0.2 is 20 points.")),
  ),
  weights: v.pipe(weights, v.description("A weighting with that lead, by criterion; those above 0.")),
});

const pairwise = v.strictObject({
  a: candidateId,
  b: candidateId,
  share: v.pipe(share, v.description("Of the weightings, those under which a is ahead of b. Not a probability.")),
  tie: v.pipe(v.boolean(), v.description("Whether they are level under every weighting.")),
});

const acceptability = v.strictObject({
  model: v.pipe(v.picklist(WEIGHT_MODELS), v.description("Which weightings were drawn.")),
  spread: v.optional(v.pipe(share, v.description("How far each importance moved up and down, as a share of it."))),
  runs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  certain: v.optional(
    v.pipe(
      v.boolean(),
      v.description("Whether the whole per cent of every share is certain at three standard errors."),
    ),
  ),
  candidates: v.array(
    v.strictObject({
      id: candidateId,
      ranks: v.pipe(
        v.array(share),
        v.description("For each rank from the first the share of runs in which it takes it."),
      ),
      standardErrors: v.pipe(v.array(v.number()), v.description("Of those shares.")),
      out: v.pipe(share, v.description("The share of runs in which a drawn answer is beyond a minimum.")),
      outStandardError: v.number(),
      centralWeights: v.optional(
        v.pipe(weights, v.description("The mean of the weightings under which it is first; absent where it never is.")),
      ),
      confidence: v.optional(
        v.pipe(share, v.description("Under those weights, the share of draws of open answers in which it is first.")),
      ),
    }),
  ),
});

const change = v.variant("kind", [
  v.strictObject({ kind: v.literal("importance-zero"), criterion: criterionId }),
  v.strictObject({ kind: v.literal("no-priority") }),
  v.strictObject({ kind: v.literal("unknown-rule"), rule: v.picklist(["neutral", "worst"]) }),
  v.strictObject({ kind: v.literal("minimum-removed"), criterion: criterionId }),
  v.strictObject({ kind: v.literal("reason-left-out"), reason: v.string() }),
  v.strictObject({ kind: v.literal("rater-left-out"), rater: v.string() }),
]);

const restsUpon = v.strictObject({
  change: v.pipe(change, v.description("What is otherwise, all else as it is.")),
  leader: v.pipe(v.nullable(candidateId), v.description("Who is listed first then; null for nobody.")),
  leaders: v.pipe(v.array(candidateId), v.description("Everybody who shares first place then.")),
});

const agreement = v.strictObject({
  compared: v.pipe(v.array(candidateId), v.description("The ranked that every rater knows enough about.")),
  concordance: v.optional(v.pipe(share, v.description("Kendall's W of the raters' rankings of those."))),
  meanCorrelation: v.optional(v.pipe(v.number(), v.description("Rank correlation, averaged over pairs of raters."))),
  raters: v.array(
    v.strictObject({
      rater: v.string(),
      ranking: v.array(v.strictObject({ candidate: candidateId, rank })),
      leaders: v.pipe(v.array(candidateId), v.description("Who leads by this rater's answers alone.")),
      leadersWithout: v.pipe(v.array(candidateId), v.description("Who leads when this rater is left out.")),
    }),
  ),
});

export const analysisSchema = v.pipe(
  v.strictObject({
    stability: v.optional(v.pipe(v.array(stability), v.description("By question, in pack order."))),
    flips: v.optional(v.pipe(v.array(flip), v.description("Better answers that would bring another to first place."))),
    settled: v.optional(settled),
    rankIntervals: v.optional(v.pipe(v.array(rankInterval), v.description("In ranking order."))),
    dominance: v.optional(v.pipe(v.array(dominance), v.description("Who is at least as good on every question."))),
    canWin: v.optional(v.pipe(v.array(canWin), v.description("In ranking order."))),
    pairwise: v.optional(v.pipe(v.array(pairwise), v.description("Each pair once, in ranking order."))),
    acceptability: v.optional(v.pipe(acceptability, v.description("Simulated."))),
    restsUpon: v.optional(v.pipe(v.array(restsUpon), v.description("Single changes after which another leads."))),
    agreement: v.optional(v.pipe(agreement, v.description("Of several raters; absent with one."))),
  }),
  v.description("How sure the result is, from `partner-score analyze --json`; what was not asked for is absent."),
);

export type AnalysisDocument = v.InferOutput<typeof analysisSchema>;
