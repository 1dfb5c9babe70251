import fc from "fast-check";
import type {
  Answer,
  Ballot,
  Basis,
  Candidate,
  Conditions,
  Criterion,
  Decision,
  Direction,
  Id,
  Level,
  Pack,
  Reason,
  Scale,
  ValuePoint,
} from "../src/engine/decision.ts";
import { BASES, DIRECTIONS, READINESS_ANSWERS, UNKNOWN_RULES } from "../src/engine/decision.ts";

/** Ids that a careless record or comparison trips over, and all that a pack may state. */
const AWKWARD_IDS = ["constructor", "toString", "hasOwnProperty", "valueOf", "1", "任務", "é", "mission", "a-b-c"];
/** A person may give a candidate any id without control characters. */
const AWKWARD_CANDIDATE_IDS = [...AWKWARD_IDS, "__proto__", "Ａ", "😀", "a b", "=1+1", "-"];

const SCALES: readonly Scale[] = [
  { min: 1, max: 5, step: 1 },
  { min: 0, max: 1, step: 1 },
  { min: -2, max: 2, step: 0.5 },
  { min: 0, max: 40, step: 15 },
  { min: 0.1, max: 0.7, step: 0.1 },
];

/** A pack as the documents would resolve it: every id known, every bound on its scale, importance that adds up. */
export const anyPack: fc.Arbitrary<Pack> = fc
  .constantFrom(...SCALES)
  .chain((scale) =>
    anyIds(1, 6).chain((ids) =>
      fc.tuple(...ids.map((id) => anyCriterion(id, scale))).chain((criteria) =>
        fc.record(
          {
            id: anyId,
            title: anyText,
            scale: fc.constant({ ...scale, words: [], rules: [] }),
            unknown: fc.constantFrom(...UNKNOWN_RULES),
            coverageFloor: fc.constantFrom(0, 0.25, 0.6, 1),
            criteria: fc.constant(withSomeImportance(criteria)),
            reasons: anyReasons(ids),
            kinds: fc.constant([
              { id: "museum", label: "Museum" },
              { id: "business", label: "business" },
            ]),
            priority: fc.record({ kinds: fc.constant(["museum"]), points: fc.constantFrom(0, 3, 12.5) }),
            levels: anyLevels(criteria),
            readiness: fc.constant([]),
          },
          {
            requiredKeys: [
              "id",
              "title",
              "scale",
              "unknown",
              "coverageFloor",
              "criteria",
              "reasons",
              "levels",
              "readiness",
            ],
          },
        ),
      ),
    ),
  )
  .chain((pack) => anyReadiness(pack.levels).map((readiness) => ({ ...pack, readiness })));

/** A decision on any pack: up to eight candidates, one to three raters, some questions left open. */
export const anyDecision: fc.Arbitrary<Decision> = anyPack.chain((pack) => anyDecisionOn(pack));

/** A decision on a pack of the test's choice. */
function anyDecisionOn(pack: Pack): fc.Arbitrary<Decision> {
  return anyCandidates(pack).chain((candidates) =>
    fc
      .record({
        reasons: fc.subarray(pack.reasons.map(({ id }) => id)),
        readiness: anyRecordOf(
          pack.readiness.map(({ id }) => id),
          fc.constantFrom(...READINESS_ANSWERS),
        ),
        importance: anyRecordOf(
          pack.criteria.map(({ id }) => id),
          fc.constantFrom(0, 1, 5, 2.5),
        ),
        ballots: fc
          .array(anyBallotAnswers(pack, candidates), { minLength: 1, maxLength: 3 })
          .map((ballots) => ballots.map((answers, rater): Ballot => ({ rater: `Rater ${rater + 1}`, answers }))),
      })
      .map((rest) => withWeight({ ...rest, pack, candidates })),
  );
}

/** An answer that a criterion's scale takes, with or without ground beside it. */
export function anyAnswer({ scale }: Pick<Criterion, "scale">): fc.Arbitrary<Answer> {
  const score = anyPoint(scale).map((point): Answer => ({ kind: "score", score: point }));
  const range = fc
    .tuple(anyPoint(scale), anyPoint(scale))
    .filter(([one, other]) => one !== other)
    .map(([one, other]): Answer => ({ kind: "range", low: Math.min(one, other), high: Math.max(one, other) }));
  const unsaid = fc.constantFrom<Answer>({ kind: "unknown" }, { kind: "abstain" });
  const answer = fc.oneof(
    { weight: 6, arbitrary: score },
    { weight: 2, arbitrary: range },
    { weight: 1, arbitrary: unsaid },
  );
  const ground = fc.record({ note: anyText, basis: fc.constantFrom<Basis>(...BASES) }, { requiredKeys: [] });
  return fc.tuple(answer, ground).map(([given, beside]) => ({ ...given, ...beside }));
}

/** A point of a scale: mostly on its steps, so that answers agree, else anywhere between its ends. */
export function anyPoint({ min, max, step }: Scale): fc.Arbitrary<number> {
  const steps = fc.nat({ max: Math.ceil((max - min) / step) }).map((count) => Math.min(min + count * step, max));
  const anywhere = fc.double({ min, max, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: steps }, { weight: 1, arbitrary: anywhere });
}

const anyText = fc.constantFrom("Plain words", "国立科学博物館・北分館", "\u202etxet", "<b>&amp;</b>", "a|b", "=1+1");
const anyId = fc.oneof(fc.constantFrom(...AWKWARD_IDS), fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,2})?$/));

function anyIds(minLength: number, maxLength: number): fc.Arbitrary<Id[]> {
  return fc.uniqueArray(anyId, { minLength, maxLength });
}

function anyRecordOf<T>(ids: readonly Id[], value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<Id, T>>> {
  return fc
    .tuple(
      ...ids.map((id) =>
        fc.option(
          value.map((given): [Id, T] => [id, given]),
          { nil: undefined },
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));
}

function anyCriterion(id: Id, packScale: Scale): fc.Arbitrary<Criterion> {
  const scale = fc.oneof(
    { weight: 3, arbitrary: fc.constant(packScale) },
    { weight: 1, arbitrary: fc.constantFrom(...SCALES) },
  );
  return fc.tuple(scale, fc.constantFrom<Direction>(...DIRECTIONS)).chain(([own, direction]) =>
    fc.record(
      {
        id: fc.constant(id),
        label: fc.constant(`Label of ${id}`),
        question: fc.constant("How good is it?"),
        importance: fc.oneof(fc.constantFrom(0, 1, 1, 4, 9), fc.double({ min: 1e-300, max: 10, noNaN: true })),
        minimum: anyPoint(own),
        direction: fc.constant(direction),
        scale: fc.constant(own),
        values: anyValues(own, direction),
        anchors: fc.constant([]),
        probes: fc.constant([]),
        evidence: fc.constant([]),
      },
      {
        requiredKeys: ["id", "label", "question", "importance", "direction", "scale", "anchors", "probes", "evidence"],
      },
    ),
  );
}

/** From 0 to 1 or the other way round, over the whole scale, with up to three points in between. */
function anyValues({ min, max }: Scale, direction: Direction): fc.Arbitrary<ValuePoint[]> {
  const between = (low: number, high: number, count: number) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: count, maxLength: count })
      .map((parts) => parts.sort((one, other) => one - other).map((part) => low + ((high - low) * part) / 20));
  return fc.nat({ max: 3 }).chain((count) =>
    fc.tuple(between(min, max, count), between(0, 1, count)).map(([answers, values]) => {
      const rising = [0, ...values, 1];
      const along = direction === "higher-is-better" ? rising : rising.toReversed();
      return [min, ...answers, max].map((answer, place) => ({ answer, value: along[place] }));
    }),
  );
}

function withSomeImportance(criteria: readonly Criterion[]): readonly Criterion[] {
  if (criteria.some(({ importance }) => importance > 0)) return criteria;
  return criteria.map((criterion, place) => (place === 0 ? { ...criterion, importance: 1 } : criterion));
}

function anyReasons(criteria: readonly Id[]): fc.Arbitrary<Reason[]> {
  return anyIds(0, 3).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        anyRecordOf(criteria, fc.constantFrom(0.5, 1.25, 2)).map(
          (emphasis): Reason => ({ id, label: `Reason ${id}`, emphasis, readings: {} }),
        ),
      ),
    ),
  );
}

function anyLevels(criteria: readonly Criterion[]): fc.Arbitrary<Level[]> {
  return anyIds(0, 4).chain((ids) =>
    fc.tuple(
      ...ids.map((id, place): fc.Arbitrary<Level> => {
        const lower = ids.slice(place + 1);
        if (lower.length === 0) return fc.constant({ id, label: id, conditions: { answers: {}, basis: {} } });
        return fc
          .tuple(anyConditions(criteria, lower), fc.option(fc.constantFrom(...lower), { nil: undefined }))
          .map(([conditions, held]) => ({
            id,
            label: id,
            conditions,
            ...(held === undefined ? {} : { advised: { held } }),
          }));
      }),
    ),
  );
}

function anyConditions(criteria: readonly Criterion[], lower: readonly Id[]): fc.Arbitrary<Conditions> {
  const answers = fc
    .tuple(...criteria.map((criterion) => fc.option(anyPoint(criterion.scale), { nil: undefined })))
    .map((points) => points.map((point, place) => [criteria[place].id, point] as const))
    .map((entries) =>
      Object.fromEntries(entries.filter((entry): entry is readonly [Id, number] => entry[1] !== undefined)),
    );
  const ids = criteria.map(({ id }) => id);
  return fc.record(
    {
      score: fc.constantFrom(25, 50, 75),
      coverage: fc.constantFrom(0.5, 1),
      answers,
      held: fc.constantFrom(...lower),
      basis: anyRecordOf(ids, fc.constantFrom<Basis>(...BASES)),
    },
    { requiredKeys: ["answers", "basis"] },
  );
}

function anyReadiness(levels: readonly Level[]): fc.Arbitrary<Pack["readiness"]> {
  return anyIds(0, 2).chain((ids) =>
    fc.tuple(
      ...ids.map((id) => {
        const whenNo =
          levels.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...levels), { nil: undefined });
        return whenNo.map((level) => ({ id, statement: `Statement ${id}`, ...(level && { whenNo: level.id }) }));
      }),
    ),
  );
}

function anyCandidates(pack: Pack): fc.Arbitrary<Candidate[]> {
  const id = fc.oneof(fc.constantFrom(...AWKWARD_CANDIDATE_IDS), anyId);
  const held =
    pack.levels.length === 0 ? fc.constant("an old friend") : fc.constantFrom(...pack.levels).map((level) => level.id);
  return fc.uniqueArray(
    fc.record(
      { id, name: anyText, kind: fc.constantFrom("museum", "business"), held },
      { requiredKeys: ["id", "name"] },
    ),
    { maxLength: 8, selector: (candidate) => candidate.id },
  );
}

function anyBallotAnswers(pack: Pack, candidates: readonly Candidate[]): fc.Arbitrary<Ballot["answers"]> {
  const row = fc
    .tuple(...pack.criteria.map((criterion) => fc.option(anyAnswer(criterion), { nil: undefined, freq: 6 })))
    .map((answers) => answers.map((answer, place) => [pack.criteria[place].id, answer] as const))
    .map((entries) =>
      Object.fromEntries(entries.filter((entry): entry is readonly [Id, Answer] => entry[1] !== undefined)),
    );
  return anyRecordOf(
    candidates.map(({ id }) => id),
    row,
  );
}

/** Stated importance may have taken all of the pack's away. */
function withWeight(decision: Decision): Decision {
  const points = decision.pack.criteria.map(({ id, importance }) =>
    Object.hasOwn(decision.importance, id) ? decision.importance[id] : importance,
  );
  return points.some((point) => point > 0) ? decision : { ...decision, importance: {} };
}
