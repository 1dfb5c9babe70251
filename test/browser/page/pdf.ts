import { inflateSync } from "node:zlib";

/**
 * The text of each page of a PDF that Chromium has printed. It writes one object after another, streams deflated, text as
 * numbers of glyphs, and for each font a table of what its glyphs mean; no more of the format is understood here.
 */
export function pagesOfPdf(pdf: Buffer): readonly string[] {
  const objects = objectsIn(pdf);
  const fonts = new Map<string, Glyphs>();
  const glyphsOf = (font: string): Glyphs => {
    const found =
      fonts.get(font) ?? glyphsIn(objects.get(referenceIn(objects.get(font)?.head ?? "", "ToUnicode"))?.stream ?? "");
    fonts.set(font, found);
    return found;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map(({ head }) => {
      const named = new Map(
        Array.from(head.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name, number]) => [name, glyphsOf(number)] as const),
      );
      return textIn(objects.get(referenceIn(head, "Contents"))?.stream ?? "", named);
    });
}

interface PdfObject {
  /** Its dictionary, as written. */
  readonly head: string;
  readonly stream?: string;
}

function objectsIn(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const text = pdf.toString("latin1");
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = found.index + found[0].length;
    const head = text.slice(start, text.indexOf("endobj", start)).split("stream\n")[0];
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = start + head.length + "stream\n".length;
    const stream = length === 0 ? undefined : pdf.subarray(from, from + length);
    const plain = stream && head.includes("/FlateDecode") ? inflateSync(stream) : stream;
    objects.set(found[1], { head, ...(plain && { stream: plain.toString("latin1") }) });
  }
  return objects;
}

function referenceIn(head: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? "";
}

/** What the glyphs of a font mean, and of how many digits their numbers are. */
interface Glyphs {
  readonly digits: number;
  readonly meanings: ReadonlyMap<number, string>;
}

function glyphsIn(table: string): Glyphs {
  const meanings = new Map<number, string>();
  const parts = Array.from(table.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g));
  for (const [, kind, lines] of parts) {
    for (const line of lines.trim().split("\n")) {
      const numbers = Array.from(line.matchAll(/<([\da-f]+)>/gi), ([, hex]) => hex);
      const [first, last] = [numbers[0], numbers[kind === "range" ? 1 : 0]].map((hex) => Number.parseInt(hex, 16));
      const units = (numbers.at(-1)?.match(/.{4}/g) ?? []).map((hex) => Number.parseInt(hex, 16));
      for (let glyph = first; glyph <= last; glyph++) {
        meanings.set(glyph, String.fromCharCode(...units.slice(0, -1), (units.at(-1) ?? 0) + glyph - first));
      }
    }
  }
  return { digits: /<([\da-f]+)>/i.exec(parts[0]?.[2] ?? "")?.[1].length ?? 4, meanings };
}

/** Pieces of text in the order in which they are drawn; one on another line or in another column is a word apart. */
function textIn(contents: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs | undefined;
  const pieces: string[] = [];
  for (const [, font, hex, across, down] of contents.matchAll(DRAWN)) {
    if (font !== undefined) glyphs = fonts.get(font);
    else if (hex !== undefined) pieces.push(...meaningsOf(hex, glyphs));
    else if (across === undefined || down !== "0") pieces.push(" ");
  }
  return pieces.join("").normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Another font, glyphs, a step from the last glyph, the end of a text. */
const DRAWN = /\/(F\d+) [\d.]+ Tf|<([\da-f]+)> Tj|(-?[\d.]+) (-?[\d.]+) Td|\bET\b/gi;

function meaningsOf(hex: string, glyphs: Glyphs | undefined): readonly string[] {
  const numbers = hex.match(glyphs?.digits === 2 ? /.{2}/g : /.{4}/g) ?? [];
  return numbers.map((number) => glyphs?.meanings.get(Number.parseInt(number, 16)) ?? "\ufffd");
}
