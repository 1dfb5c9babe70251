import { type Field, type FlowStyle, fieldText } from "./answer-text.ts";
import { addToBlock, prependToBlock, removeFromBlock } from "./block-patch.ts";
import { addToFlow, prependToFlow, removeFromFlow } from "./flow-patch.ts";
import type { LaidEntry, LaidMap, Splice } from "./layout.ts";

/** Puts an entry at the end of a map. */
export function addEntry(text: string, map: LaidMap, field: Field, style: FlowStyle): Splice[] {
  const pair = fieldText(field, style);
  return map.style === "block" ? addToBlock(text, map, pair) : addToFlow(text, map, pair, style);
}

/** Puts an entry before the first of a map that has some. */
export function prependEntry(text: string, map: LaidMap, field: Field, style: FlowStyle): Splice[] {
  const pair = fieldText(field, style);
  return map.style === "block" ? prependToBlock(text, map, pair) : prependToFlow(text, map, pair, style);
}

/** Takes an entry out of a map; where the map has indentation, it has others. */
export function removeEntry(text: string, map: LaidMap, entry: LaidEntry): Splice[] {
  return map.style === "block" ? removeFromBlock(text, entry) : removeFromFlow(text, map, entry);
}
