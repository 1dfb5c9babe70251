import { type CST, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { Laid, LaidEntry, LaidMap, Stretch } from "./layout.ts";

/**
 * Where everything stands in a YAML text that `parseYaml` has accepted. The options repeat those that bear on places and
 * keys; what the text means is never taken from here.
 */
export function yamlLayout(text: string): Laid | undefined {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    stringKeys: true,
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    keepSourceTokens: true,
  });
  return document.contents === null ? undefined : laid(text, document.contents, []);
}

/** `before` holds the tokens ahead of the node, where its anchor and its tag are. */
function laid(text: string, node: Node, before: readonly CST.SourceToken[]): Laid {
  const [rangeStart, rangeEnd] = node.range ?? [0, 0, 0];
  const start = before.find(isProperty)?.offset ?? rangeStart;
  if (isMap(node)) return laidMap(text, node.items, node.srcToken, { start, end: rangeEnd });
  if (isSeq(node)) {
    const items = node.items.map((item) => (isNode(item) ? laid(text, item, []) : undefined));
    const inBlock = node.srcToken?.type === "block-seq";
    return { kind: "list", start, end: inBlock ? (items.at(-1)?.end ?? rangeEnd) : rangeEnd, items };
  }
  return { kind: "scalar", start, end: withoutLineBreak(text, rangeEnd) };
}

function laidMap(text: string, pairs: readonly Pair[], token: CST.Token | undefined, own: Stretch): LaidMap {
  const tokens = token?.type === "flow-collection" ? token.items : [];
  const entries = pairs.map((pair) => {
    const at = pair.srcToken === undefined ? -1 : tokens.indexOf(pair.srcToken);
    const next = at === -1 ? undefined : tokens[at + 1];
    return laidEntry(
      text,
      pair,
      next?.start.find((part) => part.type === "comma"),
    );
  });
  if (token?.type !== "block-map") return { kind: "map", style: "flow", ...own, entries };
  // A block's own range runs on over the comments after it.
  return { kind: "map", style: "block", start: own.start, end: entries.at(-1)?.end ?? own.end, entries };
}

function laidEntry(text: string, pair: Pair, comma: CST.SourceToken | undefined): LaidEntry {
  const item = pair.srcToken;
  const [keyStart, keyEnd] = (isNode(pair.key) && pair.key.range) || [0, 0];
  const opening = item?.start.find((part) => part.type === "explicit-key-ind" || isProperty(part));
  const separators = item?.sep ?? [];
  const colon = separators.findIndex((part) => part.type === "map-value-ind");
  const afterColon = separators.slice(colon + 1);
  const start = opening?.offset ?? keyStart;
  const colonEnd = separators[colon] && separators[colon].offset + 1;
  const value = isNode(pair.value) ? laid(text, pair.value, afterColon) : undefined;
  const written = value !== undefined && value.end > value.start ? value : undefined;
  const end = written?.end ?? colonEnd ?? keyEnd;
  return {
    key: isScalar(pair.key) ? String(pair.key.value) : "",
    keyStretch: { start: keyStart, end: keyEnd },
    ...(colonEnd === undefined ? {} : { colonEnd }),
    ...(written === undefined ? {} : { value: written }),
    ...(comma === undefined ? {} : { commaEnd: comma.offset + 1 }),
    start,
    end,
    // Looked for only where something goes: they may lie deep.
    get comments() {
      return item ? commentsIn(item).filter((comment) => comment.start >= start && comment.end <= end) : [];
    },
  };
}

function isNode(thing: unknown): thing is Node {
  return typeof thing === "object" && thing !== null && "range" in thing;
}

function isProperty(token: CST.SourceToken): boolean {
  return token.type === "anchor" || token.type === "tag";
}

/** A block scalar ends after its last line break, which a writer has to leave. */
function withoutLineBreak(text: string, end: number): number {
  if (text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

/** Every comment below a token, in the order of the text. */
function commentsIn(token: CST.CollectionItem | CST.Token): Stretch[] {
  if ("type" in token && token.type === "comment")
    return [{ start: token.offset, end: token.offset + token.source.length }];
  const parts: readonly (CST.CollectionItem | CST.Token | null | undefined)[] = [
    ...("start" in token && Array.isArray(token.start) ? token.start : []),
    ...("key" in token ? [token.key] : []),
    ...("sep" in token && token.sep ? token.sep : []),
    ...("props" in token ? token.props : []),
    ...("items" in token ? token.items : []),
    ...("value" in token ? [token.value] : []),
    ...("end" in token && token.end ? token.end : []),
  ];
  return parts.flatMap((part) => (part ? commentsIn(part) : []));
}
