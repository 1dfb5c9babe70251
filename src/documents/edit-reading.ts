import { type Candidate, entryOf, type Id } from "../engine/decision.ts";
import { type AnswerInFile, readAnswer } from "./answers.ts";
import { readDecision } from "./check.ts";
import { gatherProblems } from "./problems.ts";
import type { Path, PathKey, Tree } from "./tree.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/** What the text of a decision says as far as an edit asks. Whatever else is wrong with the file is for others to say. */
interface EditReading {
  readonly candidates: readonly CandidateReading[];
}

interface CandidateReading {
  readonly statedId?: Id;
  readonly name?: string;
  /** `unreadable` where something stands that is no answer. */
  answer(criterion: Id): WrittenAnswer | undefined | "unreadable";
}

/** An edit does not know the scales; an answer beyond one has been refused before anybody saw it. */
const ANY_SCALE = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, step: 1 };

export function answerPath(candidate: number, criterion: Id): Path {
  return ["candidates", candidate, "answers", criterion];
}

export function readForEdit(tree: Tree): EditReading {
  const draft = readDecision(tree, gatherProblems());
  const candidates = (draft.candidates ?? []).map((candidate, index): CandidateReading => {
    const answers = candidate?.answers ?? {};
    return {
      ...(candidate?.id === undefined ? {} : { statedId: candidate.id }),
      ...(candidate?.name === undefined ? {} : { name: candidate.name }),
      answer(criterion) {
        // The schema has let it through, and this is the type of what it lets through.
        const written = entryOf(answers, criterion) as AnswerInFile | null | undefined;
        if (written === undefined || written === null) {
          const left = valueAt(tree.value, answerPath(index, criterion));
          const isNothing = left === undefined || left === null || (typeof left === "string" && left.trim() === "");
          return isNothing ? undefined : "unreadable";
        }
        const answer = readAnswer(written, ANY_SCALE);
        return answer.kind === "misread" ? "unreadable" : answer;
      },
    };
  });
  return { candidates };
}

/**
 * The place in the list of the candidate that a person saw: the one with that id, else the one without an id and with
 * exactly that name. Ids made from names do not count: they change when a candidate is put in before.
 */
export function candidatesLike(
  { candidates }: EditReading,
  { id, name }: Pick<Candidate, "id" | "name">,
): readonly number[] {
  return candidates.flatMap((candidate, index) => {
    const isLike = candidate.statedId === undefined ? candidate.name === name : candidate.statedId === id;
    return isLike ? [index] : [];
  });
}

/** Whether two trees say the same but for what stands at a path. Off the path nothing may come, go or change. */
export function isSameButAt(one: unknown, other: unknown, path: Path | undefined): boolean {
  if (path?.length === 0) return true;
  const below = (key: PathKey): Path | undefined => (path?.[0] === key ? path.slice(1) : undefined);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameButAt(item, other[index], below(index)));
  }
  // On the way to an answer, no map yet is a map without entries.
  const [first, second] = path === undefined ? [one, other] : [one ?? {}, other ?? {}];
  if (!isMap(first) || !isMap(second)) return first === second;
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].every((key) => {
    if (below(key) === undefined && Object.hasOwn(first, key) !== Object.hasOwn(second, key)) return false;
    return isSameButAt(entryOf(first, key), entryOf(second, key), below(key));
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The plain value at a path; undefined where nothing is. */
function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof key === "number") return Array.isArray(value) ? value[key] : undefined;
    return isMap(value) ? entryOf(value, key) : undefined;
  }, root);
}
