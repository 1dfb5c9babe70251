import type { Id, Pack } from "../../engine/decision.ts";
import type { Standing } from "../../engine/evaluation.ts";
import { missingInWords } from "../conditions.ts";
import { aLevel, capital } from "../words.ts";

/** Which level a candidate's answers support, and what the next one needs besides. `whose` begins the sentence. */
export function levelSentence(pack: Pack, standing: Standing, whose = "The"): string {
  return `${whose} answers support ${supportedWords(standing, pack)}.${heldWords(standing, pack)}${nextWords(standing, pack)}`;
}

function supportedWords({ level, blocked, candidate }: Standing, pack: Pack): string {
  if (level === undefined) return "none of the levels yet";
  if (candidate.held === level) return `${aLevel(pack, level)}, as there is today`;
  return blocked.length === 0 ? `${aLevel(pack, level)}, the most there is` : aLevel(pack, level);
}

/** Only where today's relationship goes further than the answers. */
function heldWords({ level, candidate: { held } }: Standing, pack: Pack): string {
  const placeOf = (id: Id | undefined) => pack.levels.findIndex((each) => each.id === id);
  if (held === undefined || placeOf(held) === -1) return "";
  const exceeds = level === undefined || placeOf(held) < placeOf(level);
  return exceeds ? ` Today there is ${aLevel(pack, held)}, which is more.` : "";
}

function nextWords(standing: Standing, pack: Pack): string {
  const next = standing.blocked.at(-1);
  if (next === undefined) return "";
  return ` ${capital(aLevel(pack, next.level))} also needs ${missingInWords(next, standing, pack)}.`;
}
