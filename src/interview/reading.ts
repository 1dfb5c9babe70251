import type { InputKind, OpenedDecision } from "../documents/open-decision.ts";
import type { Source } from "../documents/source.ts";
import { writtenAnswers } from "../documents/written-answers.ts";
import { type Reading, topicKey } from "./topics.ts";

/** What an interview knows of an opened file of one rater. */
export async function readingOf(source: Source, input: InputKind, { decision }: OpenedDecision): Promise<Reading> {
  const written = await writtenAnswers(source, input, decision);
  return { decision, written: new Map(written.map((under) => [topicKey(under), under.answer])) };
}
