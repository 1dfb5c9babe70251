import { eachToAsk } from "../../../analysis/ask-next.ts";
import type { Answer, Candidate, Decision, Id } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { isAnswered } from "../../../engine/values.ts";
import { firstOf } from "../../first-of.ts";
import type { Block, Fact } from "../../page.ts";
import { NAMED_AT_MOST } from "../naming.ts";

/**
 * The open questions that can still change who leads, the most useful first: what to ask, of whom, and where to read it.
 * Where nobody is ranked, the heaviest open questions of those about whom most is known.
 */
export function findOutBlocks(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const asked =
    evaluation.ranking.length > 0 ? firstOf(eachToAsk(decision, evaluation), NAMED_AT_MOST) : heaviestOpen(evaluation);
  return asked.flatMap(({ candidate, criterion }) => askedBlocks(decision, candidate, criterion));
}

function heaviestOpen({ criteria, tooLittleKnown }: Evaluation): readonly Asked[] {
  const best = tooLittleKnown.toSorted((one, other) => other.coverage - one.coverage).slice(0, NAMED_AT_MOST);
  const open = criteria
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .flatMap(({ id }) =>
      best.flatMap(({ candidate, answers }) =>
        answers.some(({ criterion, answer }) => criterion === id && isToBeAsked(answer))
          ? [{ candidate: candidate.id, criterion: id }]
          : [],
      ),
    );
  return open.slice(0, NAMED_AT_MOST);
}

/** Whoever abstains is not asked again. */
function isToBeAsked(answer: Answer): boolean {
  return !isAnswered(answer) && answer.kind !== "abstain";
}

interface Asked {
  readonly candidate: Id;
  readonly criterion: Id;
}

function askedBlocks({ pack, candidates }: Decision, candidateId: Id, criterionId: Id): readonly Block[] {
  const candidate = candidates.find(({ id }) => id === candidateId);
  const criterion = pack.criteria.find(({ id }) => id === criterionId);
  if (candidate === undefined || criterion === undefined) return [];
  const facts: readonly Fact[] = [
    { label: "The question", text: criterion.question },
    ...listFact("Ask them", criterion.probes),
    ...listFact("Look at", criterion.evidence),
    { label: "Whom to ask", text: whomToAsk(candidate) },
  ];
  return [
    { kind: "heading", text: `${criterion.label} of ${candidate.name}` },
    { kind: "facts", facts },
  ];
}

function whomToAsk({ name, contact, website }: Candidate): string {
  if (contact === undefined && website === undefined) return `${name}, of whom no contact is known yet`;
  return [contact, website].filter((text) => text !== undefined).join("\n");
}

/** The first two: a person who asks these finds out the rest. */
function listFact(label: string, texts: readonly string[]): readonly Fact[] {
  return texts.length === 0 ? [] : [{ label, text: texts.slice(0, 2).join("\n") }];
}
