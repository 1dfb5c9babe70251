import type { Decision, Id } from "../engine/decision.ts";
import { candidatesLike, readForEdit } from "./edit-reading.ts";
import type { InputKind } from "./open-decision.ts";
import { parseDocument } from "./parse-document.ts";
import type { Source } from "./source.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/** One place of a file that says something, an answer or a note that waits for one. */
export interface WrittenUnder {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly answer: WrittenAnswer;
}

/**
 * What a decision's file says under each question, a note without an answer apart from an `unknown` that somebody wrote:
 * the decision itself counts both as unknown. Nothing where the file cannot be read or does not hold the candidate alone.
 */
export async function writtenAnswers(
  source: Source,
  input: InputKind,
  { candidates, pack }: Decision,
): Promise<readonly WrittenUnder[]> {
  const { tree } = await parseDocument(source, input);
  if (!tree.ok) return [];
  const reading = readForEdit(tree.value);
  return candidates.flatMap((candidate) => {
    const found = candidatesLike(reading, candidate);
    if (found.length !== 1) return [];
    return pack.criteria.flatMap(({ id: criterion }) => {
      const answer = reading.candidates[found[0]].answer(criterion);
      return answer === undefined || answer === "unreadable" ? [] : [{ candidate: candidate.id, criterion, answer }];
    });
  });
}
