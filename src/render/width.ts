import stringWidth from "string-width";

/**
 * How many columns a text takes in a terminal, and where it may be cut. A cluster is what a reader sees as one character:
 * a letter with its marks, a family of emoji. All of it takes time in proportion to the text, which string-width and
 * wrap-ansi do not: 20,000 emoji in a row took them 6 and 13 seconds.
 *
 * Texts come here already made harmless: without control characters, except for line breaks where it says so.
 */

/**
 * Columns of a text of one line.
 *
 * @example
 * displayWidth("Zoo") // → 3
 * displayWidth("国立") // → 4
 * displayWidth("e\u0301") // → 1
 */
export function displayWidth(text: string): number {
  if (!JOINING.test(text)) return unjoinedWidth(text);
  let width = 0;
  for (const cluster of clustersOf(text)) width += clusterWidth(cluster);
  return width;
}

/**
 * The beginning of a text, with a sign in the last columns where something was left out; nothing where not even the sign fits.
 *
 * @example
 * cutEnd("Natural History Museum", 10, "…") // → "Natural H…"
 * cutEnd("国立科学博物館", 6, "…") // → "国立…"
 */
export function cutEnd(text: string, columns: number, sign: string): string {
  const room = columns - displayWidth(sign);
  let kept = "";
  let keptWithSign = "";
  let width = 0;
  for (const cluster of clustersOf(text)) {
    width += clusterWidth(cluster);
    if (width > columns) return room < 0 ? "" : `${keptWithSign}${sign}`;
    kept += cluster;
    if (width <= room) keptWithSign = kept;
  }
  return text;
}

/**
 * The end of a text, with a sign in the first columns where something was left out.
 *
 * @example
 * cutStart("Natural History Museum", 10, "…") // → "…ry Museum"
 */
export function cutStart(text: string, columns: number, sign: string): string {
  const clusters = [...clustersOf(text)];
  const room = columns - displayWidth(sign);
  let start = clusters.length;
  let startWithSign = clusters.length;
  let width = 0;
  while (start > 0) {
    width += clusterWidth(clusters[start - 1]);
    if (width > columns) return room < 0 ? "" : `${sign}${clusters.slice(startWithSign).join("")}`;
    start -= 1;
    if (width <= room) startWithSign = start;
  }
  return text;
}

/**
 * A text in pieces that each fit: the last may be short, and a cluster that does not fit is a piece by itself.
 *
 * @example
 * [...piecesOf("国立科学", 5)] // → ["国立","科学"]
 */
export function* piecesOf(text: string, columns: number): Generator<string> {
  let piece = "";
  let width = 0;
  for (const cluster of clustersOf(text)) {
    const added = clusterWidth(cluster);
    if (width + added > columns && piece !== "") {
      yield piece;
      piece = "";
      width = 0;
    }
    piece += cluster;
    width += added;
  }
  if (piece !== "") yield piece;
}

/** Beyond letters of Latin, Greek, Cyrillic, Hebrew and Arabic, dashes, quotes, bars and our marks, a column each. */
const BEYOND_NARROW =
  /[^\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u05D0-\u05EA\u0621-\u064A\u2010-\u2027\u2580-\u259F\u2713\u2714\u2717\u276F]/;

/** What may join its neighbour. Besides those, ideographs, kana and syllables do not, and are two columns each. */
const JOINING =
  /[^\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u05D0-\u05EA\u0621-\u064A\u2010-\u2027\u2580-\u259F\u2713\u2714\u2717\u276F\u3041-\u3096\u30A0-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]/;

/** Made when the first text needs it: its tables take longer to load than most tables take to draw. */
let graphemes: ReturnType<typeof segmenter> | undefined;

/** So many code units are looked at together; a longer cluster is taken apart. */
const LOOK = 256;

function* clustersOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const part = firstOf(text, start);
    const clusters = JOINING.test(part) ? graphemesOf(part) : part.split("");
    const isLast = start + part.length === text.length;
    // Whatever follows may still belong to the last one.
    if (!isLast && clusters.length > 1) start -= clusters.pop()?.length ?? 0;
    yield* clusters;
    start += part.length;
  }
}

function graphemesOf(text: string): string[] {
  graphemes ??= segmenter();
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function segmenter() {
  // biome-ignore lint/style/noRestrictedGlobals: where one character ends and the next begins is the same in every language.
  return new Intl.Segmenter("en", { granularity: "grapheme" });
}

/** Half of a pair would count as a character of its own. */
function firstOf(text: string, start: number): string {
  const end = start + LOOK;
  const last = text.charCodeAt(end - 1);
  return text.slice(start, last >= 0xd800 && last < 0xdc00 ? end - 1 : end);
}

/** What string-width said about a cluster, which it takes its time for. */
const knownWidths = new Map<string, number>();
const KNOWN_AT_MOST = 10_000;

function clusterWidth(cluster: string): number {
  if (!JOINING.test(cluster)) return unjoinedWidth(cluster);
  const known = knownWidths.get(cluster);
  if (known !== undefined) return known;
  const width = stringWidth(cluster);
  if (knownWidths.size < KNOWN_AT_MOST) knownWidths.set(cluster, width);
  return width;
}

function unjoinedWidth(text: string): number {
  if (!BEYOND_NARROW.test(text)) return text.length;
  let width = 0;
  for (let place = 0; place < text.length; place++) width += text.charCodeAt(place) < 0x3000 ? 1 : 2;
  return width;
}
