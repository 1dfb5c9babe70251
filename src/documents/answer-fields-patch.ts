import type { Ground } from "../engine/decision.ts";
import { ANSWER_FIELDS, answerField, type FlowStyle, fieldText, groundField, shortText } from "./answer-text.ts";
import type { Dialect } from "./dialect.ts";
import { addEntry, prependEntry, removeEntry } from "./entry-patch.ts";
import { flowStyleOf } from "./flow-patch.ts";
import { entryAt, type Laid, type LaidEntry, type LaidMap, laidAt, type Splice, spliced } from "./layout.ts";
import { GROUND_FIELDS, isSameStated } from "./same-answer.ts";
import type { Path } from "./tree.ts";
import { replaceEntry, replaceValue } from "./value-patch.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/**
 * Changes an answer in its long form: only the fields that differ, one after the other, each in the text that the last one
 * left. The person's other fields, their order and their comments stay.
 */
export function patchFields(
  text: string,
  root: Laid | undefined,
  path: Path,
  from: WrittenAnswer | undefined,
  to: WrittenAnswer,
  dialect: Dialect,
): string | undefined {
  const grounds = [...GROUND_FIELDS.map(groundPut), ...GROUND_FIELDS.map(groundRemoval)];
  // Never in between is there a map without entries, which in indentation would mean nothing at all.
  const patches = to.kind === "unanswered" ? [...grounds, statedPatch] : [statedPatch, ...grounds];
  let now = text;
  let layout = root;
  for (const patch of patches) {
    layout ??= dialect.layout(now);
    const map = laidAt(layout, path);
    if (map?.kind !== "map") return undefined;
    const splices = patch(now, map, from, to, flowStyleOf(now, map, dialect.style));
    if (splices.length === 0) continue;
    now = spliced(now, splices);
    layout = undefined;
  }
  return now;
}

type FieldPatch = (
  text: string,
  map: LaidMap,
  from: WrittenAnswer | undefined,
  to: WrittenAnswer,
  style: FlowStyle,
) => readonly Splice[];

/** The field that states the answer: changed in place, put first where there was only a note, or taken out. */
const statedPatch: FieldPatch = (text, map, from, to, style) => {
  const field = answerField(to, style);
  const entry = statedEntry(text, map);
  if (entry === undefined) return field ? prependEntry(text, map, field, style) : [];
  if (field === undefined) return removeEntry(text, map, entry);
  if (from !== undefined && isSameStated(from, to)) return [];
  const items = entry.value?.kind === "list" ? entry.value.items : [];
  if (to.kind === "range" && items.length === 2) {
    const ends = [to.low, to.high];
    return items.flatMap((item, end) => (item ? [{ start: item.start, end: item.end, text: String(ends[end]) }] : []));
  }
  const short = shortText(to, style);
  if (entry.key === "score" && short !== undefined) return replaceValue(text, map, entry, short);
  if (entry.key === field.key) return replaceValue(text, map, entry, field.text);
  return replaceEntry(text, map, entry, fieldText(field, style));
};

const groundPut =
  (key: keyof Ground): FieldPatch =>
  (text, map, from, to, style) => {
    const field = groundField(to, key, style);
    const entry = entryAt(map, key);
    if (field === undefined) return [];
    if (entry === undefined) return addEntry(text, map, field, style);
    return from?.[key] === to[key] ? [] : replaceValue(text, map, entry, field.text);
  };

const groundRemoval =
  (key: keyof Ground): FieldPatch =>
  (text, map, _from, to, style) => {
    const entry = entryAt(map, key);
    return entry && groundField(to, key, style) === undefined ? removeEntry(text, map, entry) : [];
  };

/** Of several fields that might state the answer, the one that does; else one that stands there empty. */
function statedEntry(text: string, map: LaidMap): LaidEntry | undefined {
  const fields = map.entries.filter(({ key }) => ANSWER_FIELDS.some((field) => field === key));
  const isStated = ({ value }: LaidEntry) => value && !/^(?:null|~|false)$/i.test(text.slice(value.start, value.end));
  return fields.find(isStated) ?? fields.find(({ key }) => key === "score");
}
