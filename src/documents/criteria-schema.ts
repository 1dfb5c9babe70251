import * as v from "valibot";
import { BASES, DIRECTIONS, UNKNOWN_RULES } from "../engine/decision.ts";
import {
  between,
  byId,
  format,
  id,
  number,
  points,
  positive,
  schemaLink,
  text,
  texts,
  word,
  words,
} from "./schema-parts.ts";

/** What a criteria pack may say: the one source of the check, the types and the JSON Schema. */
const scaleEntries = {
  min: v.nullish(number("The lowest answer.")),
  max: v.nullish(number("The highest answer.")),
  step: v.nullish(positive("How far apart neighbouring answers are; 1 when absent. The last step may be short.")),
};

const scale = v.pipe(v.strictObject(scaleEntries), v.title("scale"));

const rule = v.pipe(
  v.union([
    text("How to score, in a sentence."),
    v.pipe(
      v.strictObject({
        rule: text("How to score, in a sentence."),
        comparing: v.nullish(
          v.pipe(
            v.boolean(),
            v.description("True: said only where each question is asked of several candidates in turn."),
          ),
        ),
      }),
      v.title("rule"),
    ),
  ]),
  v.description("How to score, in a sentence, or that and when to say it."),
);

const packScale = v.pipe(
  v.strictObject({
    ...scaleEntries,
    words: v.nullish(byId(v.string(), "A word for each answer, the same for every question: {1: against us, …}.")),
    rules: v.nullish(v.pipe(v.array(rule), v.description("How to score, shown once before the first question."))),
  }),
  v.title("scale"),
  v.description("The answers a criterion takes: 1 to 5 when absent."),
);

const criterion = v.pipe(
  v.strictObject({
    id: id("What answers call this question."),
    label: word("A short name, for tables and sentences."),
    heading: v.nullish(text("A longer name, where there is room.")),
    group: v.nullish(word("What it is about, such as worth or workable.")),
    question: text("The question as it is asked."),
    why: v.nullish(text("Why it is asked.")),
    notThis: v.nullish(text("The line between this question and its neighbours.")),
    importance: v.nullish(points("Points, 0 or more; 1 when absent. Weights are shares of their sum.")),
    minimum: v.nullish(number("The worst acceptable answer: a worse one sets the candidate aside.")),
    direction: v.nullish(v.pipe(v.picklist(DIRECTIONS), v.description("Which end of the scale is good."))),
    values: v.nullish(
      byId(
        between(0, 1, "A value from 0, worst, to 1, best."),
        "What answers are worth, when steps are not equal: {1: 0, 3: 0.8, 5: 1}. They span the scale and rise or fall strictly.",
      ),
    ),
    anchors: v.nullish(byId(v.string(), "What an answer looks like, in one sentence for each: {1: …, 2: …}.")),
    scale: v.nullish(v.pipe(scale, v.description("Only where this question has a scale of its own."))),
    probes: v.nullish(texts("Questions that help to find the answer.")),
    evidence: v.nullish(texts("What to look at.")),
    trap: v.nullish(text("The usual mistake.")),
  }),
  v.title("criterion"),
);

const reason = v.pipe(
  v.strictObject({
    id: id("What decisions call this reason."),
    label: v.nullish(word("As people read it; made from the id when absent.")),
    emphasis: v.nullish(
      byId(
        positive("More than 0; 1 changes nothing."),
        "What this reason multiplies the importance of a criterion by, by the criterion's id.",
      ),
    ),
    why: v.nullish(text("Why these questions matter more.")),
    readings: v.nullish(byId(v.string(), "How to read a question under this reason, by the criterion's id.")),
  }),
  v.title("reason"),
);

const kind = v.pipe(
  v.strictObject({
    id: id("What candidates call this kind."),
    label: v.nullish(word("As people read it; made from the id when absent.")),
  }),
  v.title("kind"),
);

const priority = v.pipe(
  v.strictObject({
    kinds: words("The ids of the kinds that get the points."),
    points: points("What is added to the score of these kinds, always shown apart."),
    why: v.nullish(text("Why.")),
  }),
  v.title("priority"),
  v.description("Extra points for some kinds of partner."),
);

const conditions = v.pipe(
  v.strictObject({
    score: v.nullish(between(0, 100, "The least score, without priority points.")),
    coverage: v.nullish(between(0, 1, "The least share of the weight that is answered.")),
    answers: v.nullish(byId(number("An answer on the scale."), "The worst acceptable answer, by the criterion's id.")),
    held: v.nullish(word("The level of relationship that must exist already, or a better one.")),
    basis: v.nullish(byId(v.picklist(BASES), "How good the ground must be, by the criterion's id.")),
  }),
  v.title("set of conditions"),
  v.description("What must hold for this level. The last level has none."),
);

const level = v.pipe(
  v.strictObject({
    id: id("What decisions call this level."),
    label: v.nullish(word("As people read it; made from the id when absent.")),
    meaning: v.nullish(text("What the relationship is.")),
    conditions: v.nullish(conditions),
    advised: v.nullish(
      v.pipe(
        v.strictObject({ held: v.nullish(word("The level of relationship that should exist already.")) }),
        v.title("set of advice"),
        v.description("Not met gives a warning, never a block."),
      ),
    ),
    why: v.nullish(text("Why these conditions.")),
    decidedBy: v.nullish(text("Who decides on it.")),
    writeDown: v.nullish(text("What to put in writing.")),
  }),
  v.title("level"),
);

const statement = v.pipe(
  v.strictObject({
    id: id("What decisions call this statement."),
    statement: v.nullish(text("The statement; made from the id when absent.")),
    ask: v.nullish(text("The question that checks it.")),
    yes: v.nullish(text("What a yes looks like.")),
    partly: v.nullish(text("What a partly looks like.")),
    no: v.nullish(text("What a no looks like.")),
    remedy: v.nullish(text("What to do after a no.")),
    whenNo: v.nullish(word("With a no, a level above this one carries a warning.")),
  }),
  v.title("readiness statement"),
);

export const criteriaSchema = v.pipe(
  v.strictObject({
    $schema: v.nullish(schemaLink),
    format: v.nullish(format),
    extends: v.nullish(
      word(
        "Another pack, by id or by path seen from this file: everything it says holds here, but for what this file says.",
      ),
    ),
    id: id("The pack's id, in lower case with hyphens."),
    title: word("The pack's title, as people read it."),
    version: v.nullish(word("The version of the pack.")),
    source: v.nullish(text("Where the questions come from.")),
    scale: v.nullish(packScale),
    unknown: v.nullish(
      v.pipe(
        v.picklist(UNKNOWN_RULES),
        v.description("What an unanswered question counts: neutral a half, worst nothing."),
      ),
    ),
    coverageFloor: v.nullish(
      between(0, 1, "The share of the weight that must be answered for a candidate to be ranked; 0 when absent."),
    ),
    criteria: v.pipe(v.array(criterion), v.minLength(1), v.description("The questions.")),
    reasons: v.nullish(v.pipe(v.array(reason), v.description("Why one may want a partner."))),
    kinds: v.nullish(
      v.pipe(
        v.array(v.pipe(v.union([id("A kind's id."), kind]), v.description("A kind's id, or its id and label."))),
        v.description("The kinds of partner that candidates may have. Absent: any text will do."),
      ),
    ),
    priority: v.nullish(priority),
    levels: v.nullish(v.pipe(v.array(level), v.description("Levels of relationship, from most to least committed."))),
    readiness: v.nullish(
      v.pipe(v.array(statement), v.description("What a library should have in place before it chooses.")),
    ),
  }),
  v.title("criteria pack"),
);
