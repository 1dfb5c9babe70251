import * as v from "valibot";
import { BASES, READINESS_ANSWERS } from "../engine/decision.ts";
import { byId, format, number, points, schemaLink, text, word, words } from "./schema-parts.ts";

/** What a person may write about one question: the one source of the check, the types and the JSON Schema. */
const answerWithGround = v.pipe(
  v.strictObject({
    score: v.nullish(
      v.pipe(
        v.union([v.number(), v.string()]),
        v.description("A number on the scale, a range such as 2-4, or unknown."),
      ),
    ),
    range: v.nullish(
      v.pipe(
        v.union([v.pipe(v.array(number("One end of a range.")), v.length(2)), v.string()]),
        v.description("From the worst to the best it may be: [2, 4], or 2-4."),
      ),
    ),
    unknown: v.nullish(v.pipe(v.boolean(), v.description("true: nobody knows yet, someone should ask."))),
    abstain: v.nullish(v.pipe(v.boolean(), v.description("true: this rater may not or cannot judge it."))),
    note: v.nullish(text("Free text beside the answer. A note alone leaves the question unanswered.")),
    evidence: v.nullish(text("Where it was read or seen.")),
    basis: v.nullish(
      v.pipe(
        v.picklist(BASES),
        v.description(
          "How good the ground is: seen, read, told or guess. It never changes a score; levels may ask for it.",
        ),
      ),
    ),
  }),
  v.title("answer"),
);

const answer = v.pipe(
  v.union([v.number(), v.string(), answerWithGround]),
  v.description(
    "A number on the scale, a range such as 2-4, unknown, abstain, or these with a note, evidence and basis.",
  ),
);

const candidateEntries = {
  id: v.nullish(word("A short name that stays the same. Made from the name when absent.")),
  name: word("The organization's name, as people should read it."),
  kind: v.nullish(word("What kind of partner it is: an id among the kinds of the criteria pack.")),
  held: v.nullish(word("The relationship that exists today: the id of a level of the criteria pack.")),
  website: v.nullish(text("Its address on the web.")),
  contact: v.nullish(text("Whom to ask.")),
  city: v.nullish(text("Where it is.")),
  scope: v.nullish(text("local, state or national.")),
  notes: v.nullish(text("Anything else worth keeping.")),
  source: v.nullish(
    v.pipe(
      v.strictObject({
        register: text("The register the candidate was drawn from."),
        id: text("Its number in that register."),
      }),
      v.title("source"),
      v.description("Where the candidate came from."),
    ),
  ),
  answers: v.nullish(
    byId(answer, "An answer to each question, by the criterion's id. What is not there is unanswered."),
  ),
};

const candidate = v.pipe(
  v.strictObject(candidateEntries),
  v.title("candidate"),
  v.description("One organization: {name: …}, with its answers."),
);

/** A row of a table says who answered; in the other formats the whole file does. */
const row = v.pipe(
  v.strictObject({ ...candidateEntries, rater: v.nullish(word("Who gave the answers in this row.")) }),
  v.title("row"),
);

const candidates = "The organizations that might become partners.";

const decisionEntries = {
  $schema: v.nullish(schemaLink),
  format: v.nullish(format),
  decision: v.nullish(word("The heading of the result. Without it, the file's name.")),
  purpose: v.nullish(text("What the partnership is for, and for whom, in one sentence.")),
  reasons: v.nullish(words("Why you want a partner: ids of reasons of the criteria pack. At most two are advised.")),
  readiness: v.nullish(
    byId(
      v.picklist(READINESS_ANSWERS),
      "yes, partly or no to each readiness statement of the criteria pack. They never enter a score.",
    ),
  ),
  criteria: v.nullish(
    word("The criteria pack: its id, or the path of its file seen from this one. Without it, partnering-with-purpose."),
  ),
  importance: v.nullish(
    byId(points("Points, 0 or more."), "Points for a criterion, by id. They replace the pack's and take no emphasis."),
  ),
  rater: v.nullish(word("Who gave the answers in this file.")),
};

export const decisionSchema = v.pipe(
  v.strictObject({
    ...decisionEntries,
    candidates: v.pipe(v.array(candidate), v.minLength(1), v.description(candidates)),
  }),
  v.title("decision"),
);

export const tableSchema = v.pipe(
  v.strictObject({ ...decisionEntries, candidates: v.pipe(v.array(row), v.minLength(1), v.description(candidates)) }),
  v.title("table"),
);

/** The columns of a table that are no question. */
export const DETAIL_COLUMNS: readonly string[] = Object.keys(row.entries).filter(
  (key) => key !== "source" && key !== "answers",
);
