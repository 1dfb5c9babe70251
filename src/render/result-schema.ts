import * as v from "valibot";
import { BASES, READINESS_ANSWERS } from "../engine/decision.ts";
import { analysisSchema, changes, flip } from "./analysis-schema.ts";
import { comparisonSchema } from "./comparison-schema.ts";
import { explanationSchema } from "./explanation-schema.ts";
import { blocking, candidateId, criterionId, leadFlip, levelId, share } from "./parts-schema.ts";

/**
 * The JSON result, as it ships: `schemas/result.schema.json` is made from this, and so is the type. Numbers are unrounded.
 * Within a major version fields are added, never changed or removed.
 */

const id = v.string();

const provenance = v.pipe(
  v.strictObject({
    tool: v.pipe(v.string(), v.description("Name and version of the program.")),
    criteria: v.pipe(
      v.strictObject({ id, version: v.optional(v.string()) }),
      v.description("The criteria pack and its version, where it states one."),
    ),
    inputs: v.pipe(
      v.array(
        v.strictObject({
          path: v.pipe(v.string(), v.description("As written on the command line; `-` is standard input.")),
          sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.description("Of the bytes that were read.")),
        }),
      ),
      v.description("Every file that was read, a pack by path included."),
    ),
  }),
  v.description("What made this result, of what."),
);

const decision = v.pipe(
  v.strictObject({
    title: v.optional(v.string()),
    purpose: v.optional(v.string()),
    reasons: v.pipe(v.array(id), v.description("Ids of the chosen reasons.")),
    raters: v.pipe(v.array(v.string()), v.description("Who answered, as far as the files say.")),
    readiness: v.pipe(
      v.record(v.string(), v.picklist(READINESS_ANSWERS)),
      v.description("What the library answered to each readiness statement, by id."),
    ),
  }),
  v.description("What was to be decided."),
);

const weighedCriterion = v.strictObject({
  id: criterionId,
  label: v.string(),
  importance: v.pipe(v.number(), v.minValue(0), v.description("Points, before emphasis.")),
  emphasis: v.pipe(v.number(), v.description("What the chosen reasons multiply the importance by.")),
  weight: v.pipe(share, v.description("Share of the total, 0 to 1. All weights sum to 1.")),
});

// ---- answers ----

const counted = {
  value: v.pipe(share, v.description("What the score used, from 0 for the worst to 1 for the best answer.")),
  contribution: v.pipe(v.number(), v.description("Points that the answer gives to the base: 100 × weight × value.")),
  basis: v.optional(v.pipe(v.picklist(BASES), v.description("How good the ground is, best first."))),
  note: v.optional(v.string()),
  evidence: v.optional(v.string()),
};

const answer = v.union([
  v.strictObject({ score: v.number(), ...counted }),
  v.strictObject({ range: v.strictTuple([v.number(), v.number()]), ...counted }),
  v.strictObject({ unknown: v.literal(true), ...counted }),
  v.strictObject({ abstain: v.literal(true), ...counted }),
]);

// ---- candidates ----

const identity = {
  id: candidateId,
  name: v.string(),
  kind: v.optional(v.string()),
  held: v.optional(v.pipe(v.string(), v.description("The level of relationship that exists today."))),
};

const points = {
  score: v.pipe(v.number(), v.description("Base plus priority, in points of 100; priority may carry it beyond.")),
  base: v.pipe(v.number(), v.description("The sum of the contributions, 0 to 100.")),
  priority: v.pipe(v.number(), v.description("Points given to the kind of partner.")),
  low: v.pipe(v.number(), v.description("The score with every open answer at its worst.")),
  high: v.pipe(v.number(), v.description("The score with every open answer at its best.")),
  coverage: v.pipe(share, v.description("Share of the weight that is answered.")),
  provisional: v.pipe(v.array(criterionId), v.description("Criteria whose minimum an open answer may still break.")),
};

const level = v.optional(v.pipe(levelId, v.description("The level that the answers support.")));

const blockedLevel = v.strictObject({ level: levelId, conditions: v.array(blocking) });

const details = {
  blocked: v.pipe(
    v.array(blockedLevel),
    v.description("Every better level, and the conditions for it that do not hold."),
  ),
  answers: v.pipe(v.record(v.string(), answer), v.description("By criterion, every one of the pack.")),
};

const ranked = v.strictObject({
  rank: v.pipe(v.number(), v.integer(), v.minValue(1), v.description("1 is first; ties share a rank.")),
  ...identity,
  ...points,
  level,
  ...details,
});

const tooLittleKnown = v.strictObject({ ...identity, ...points, level, ...details });

const knockedOut = v.strictObject({
  ...identity,
  ...points,
  reasons: v.pipe(
    v.array(
      v.strictObject({
        criterion: criterionId,
        answer: v.pipe(v.number(), v.description("The best end of the answer.")),
        minimum: v.number(),
      }),
    ),
    v.description("The minimums that the answers are beyond."),
  ),
  ...details,
});

// ---- a committee ----

const given = {
  rater: v.string(),
  basis: v.optional(v.picklist(BASES)),
  note: v.optional(v.string()),
  evidence: v.optional(v.string()),
};

const disagreement = v.strictObject({
  candidate: candidateId,
  criterion: criterionId,
  steps: v.pipe(v.number(), v.description("Between the highest and the lowest answer, in steps of the scale.")),
  answers: v.pipe(
    v.array(
      v.union([
        v.strictObject({ score: v.number(), ...given }),
        v.strictObject({ range: v.strictTuple([v.number(), v.number()]), ...given }),
        v.strictObject({ unknown: v.literal(true), ...given }),
        v.strictObject({ abstain: v.literal(true), ...given }),
      ]),
    ),
    v.description("What every rater said, as the files have it."),
  ),
});

const abstention = v.strictObject({
  rater: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.description("How many answers, over all candidates.")),
});

const summary = v.pipe(
  v.strictObject({
    leader: v.pipe(v.nullable(candidateId), v.description("The first listed; null where nobody is ranked.")),
    leaders: v.pipe(v.array(candidateId), v.description("All at rank 1.")),
    margin: v.pipe(
      v.nullable(v.number()),
      v.description("The first score minus the next; 0 in a tie, null for fewer than two."),
    ),
    closeCall: v.pipe(v.boolean(), v.description("Whether one answer, one step different, undoes the lead.")),
    settled: v.pipe(
      v.boolean(),
      v.description(
        "Whether exactly one candidate can lead, however the open answers turn out; too little known counts.",
      ),
    ),
    flip: leadFlip,
    askNext: v.pipe(
      v.array(v.strictObject({ candidate: candidateId, criterion: criterionId })),
      v.description("The open questions that can still change the leader, the most useful to ask first."),
    ),
  }),
  v.description("Speaks of everybody, also where --top shows only some."),
);

const warning = v.strictObject({
  code: v.string(),
  message: v.pipe(v.string(), v.description("A sentence for people; its words may change.")),
  candidate: v.optional(candidateId),
});

export const resultSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(1),
    provenance,
    decision,
    criteria: v.pipe(v.array(weighedCriterion), v.description("In pack order.")),
    ranking: v.pipe(v.array(ranked), v.description("By rank.")),
    tooLittleKnown: v.pipe(v.array(tooLittleKnown), v.description("Scored, and not ranked; by score.")),
    knockedOut: v.pipe(v.array(knockedOut), v.description("Set aside; by score.")),
    disagreements: v.pipe(
      v.array(disagreement),
      v.description("Where raters are two steps apart or more, the furthest apart first; none with one rater."),
    ),
    abstentions: v.pipe(v.array(abstention), v.description("Raters who abstain from questions; none with one rater.")),
    summary,
    warnings: v.array(warning),
    analysis: v.optional(analysisSchema),
    explanation: v.optional(explanationSchema),
    comparison: v.optional(comparisonSchema),
  }),
  v.title("partner-score result"),
  v.description(
    "Who stands where, from `partner-score evaluate --json`; with `analyze`, `explain` and `compare`, also what they found.",
  ),
);

export type ResultDocument = v.InferOutput<typeof resultSchema>;

/** Parts that stand in several places, by the names that they have in the JSON Schema: each is there once. */
export const sharedParts = {
  Answer: answer,
  BlockedLevel: blockedLevel,
  Condition: blocking,
  LeadFlip: leadFlip,
  AnswerChanges: changes,
  AnswerFlip: flip,
};
