import type { Decision, Id } from "../../../engine/decision.ts";
import type { Standing } from "../../../engine/evaluation.ts";
import { answerWords } from "../../answers.ts";
import { counted } from "../../numbers.ts";
import type { Block, Item } from "../../page.ts";
import { labelOf } from "../../words.ts";
import { besideAnswer } from "../beside-answers.ts";
import { paragraph } from "../blocks.ts";
import { isApart, type Pair, shownDifferences } from "../side-by-side.ts";
import { answerTo } from "../weighed.ts";

/** So many are shown; nobody talks about more at a time. */
const DIFFERENCES_SHOWN = 10;

/**
 * What stands behind each question on which two candidates differ, the largest difference first: both answers with what the
 * pack says they look like, their ground, and what was written beside them. Nothing where no question parts them.
 */
export function behindBlocks(decision: Decision, pair: Pair): readonly Block[] {
  const shown = shownDifferences(pair);
  const apart = pair.questions.flatMap((on, place) => (isApart(on) ? [{ ...on, shown: shown[place] }] : []));
  if (apart.length === 0) return [];
  const more = apart.length - DIFFERENCES_SHOWN;
  return [
    paragraph("The largest difference first: what each answer means in the criteria, and what stands beside it.", 1),
    ...apart.slice(0, DIFFERENCES_SHOWN).flatMap((on) => {
      const ahead = pair.names[on.points > 0 ? 0 : 1];
      const by = on.shown.replace("-", "");
      const apartWords = `${labelOf(decision.pack, on.criterion)}: ${by} points for ${ahead}`;
      return [
        { kind: "heading", text: apartWords, minor: true },
        {
          kind: "list",
          items: [pair.one, pair.other].map((each, at) => answerItem(decision, each, pair.names[at], on.criterion)),
          indent: 1,
        },
      ] as const;
    }),
    ...(more > 0
      ? [paragraph(`${counted(more, "more question differs", "more questions differ")}, none by more.`, 1)]
      : []),
  ];
}

function answerItem(decision: Decision, standing: Standing, name: string, id: Id): Item {
  const { candidate } = standing;
  const answer = answerTo(standing, id)?.answer;
  const criterion = decision.pack.criteria.find((each) => each.id === id);
  const score = answer?.kind === "score" ? answer.score : undefined;
  const anchor = criterion?.anchors.find((each) => each.answer === score);
  const said = [
    ...(answer === undefined ? [] : [`${answerWords(answer)}${answer.basis === undefined ? "" : `, ${answer.basis}`}`]),
    ...(anchor === undefined ? [] : [`“${anchor.text}”`]),
  ].join(": ");
  const beside = besideAnswer(decision, candidate.id, id);
  return {
    mark: "–",
    text: [
      { text: `${name} `, tone: "strong" },
      { text: `${said}${anchor === undefined ? "." : ""}${beside === "" ? "" : ` ${beside}`}` },
    ],
  };
}
