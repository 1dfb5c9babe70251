import type { Id } from "../engine/decision.ts";

/**
 * An id made from a name: lower case, letters and digits of any script kept, all between them one hyphen; `candidate` when
 * nothing is left.
 *
 * @example
 * idFromName("Friends of the River, Inc.") // → "friends-of-the-river-inc"
 * idFromName("国立科学博物館・北分館") // → "国立科学博物館-北分館"
 * idFromName("!?") // → "candidate"
 */
export function idFromName(name: string): Id {
  if (isOneWord(name)) return name;
  const words = name.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? "candidate" : words.join("-");
}

/** Only small letters and digits of ASCII: a million such names need no look at the tables of Unicode. */
function isOneWord(name: string): boolean {
  for (let offset = 0; offset < name.length; offset += 1) {
    const unit = name.charCodeAt(offset);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit && !(unit >= 0x61 && unit <= 0x7a)) return false;
  }
  return name !== "";
}

/**
 * Ids for candidates in their order: the stated one, or one made from the name. The second of the same made id gets `-2`,
 * the third `-3`; a made id never takes one that is stated anywhere.
 *
 * @example
 * candidateIds([{ name: "A & B" }, { name: "A B" }, { name: "C", id: "a-b-2" }]) // → ["a-b","a-b-3","a-b-2"]
 */
export function candidateIds(
  candidates: readonly { readonly id?: Id | undefined; readonly name: string }[],
): readonly Id[] {
  const taken = new Set<Id>();
  for (const { id } of candidates) if (id !== undefined) taken.add(id);
  // Where the search for a free number goes on: a million names may all make the same id.
  const next = new Map<Id, number>();
  return candidates.map(({ id, name }) => {
    if (id !== undefined) return id;
    const base = idFromName(name);
    const free = taken.has(base) ? numbered(base, taken, next) : base;
    taken.add(free);
    return free;
  });
}

function numbered(base: Id, taken: ReadonlySet<Id>, next: Map<Id, number>): Id {
  let number = next.get(base) ?? 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  next.set(base, number + 1);
  return `${base}-${number}`;
}
