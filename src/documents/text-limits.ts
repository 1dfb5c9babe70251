/**
 * How much of a text is read. Any text up to 10 MB is answered within seconds and a few hundred megabytes of memory; what
 * would cost more is refused with advice. No list of candidates for people comes near these.
 */

/** UTF-8 bytes. The YAML library takes about a second and 130 MB of memory a megabyte. */
export const MOST_YAML_BYTES = 2_000_000;

/**
 * Names, values, signs and spaces of a YAML text; an opening bracket counts as four, as its list or map costs as much.
 * 10,000 candidates with ten answers have 1.1 million. Dense texts such as `[1,1,1,…` take as much time and memory as
 * 2 MB of these with fewer bytes.
 */
export const MOST_YAML_TOKENS = 1_200_000;

/** The YAML library looks back over them at each comment that follows. */
export const MOST_BLANK_LINES_IN_A_ROW = 1_000;

/** Lists and maps in one another. */
export const MOST_LEVELS = 100;

export const MOST_KEYS_IN_A_MAP = 1_000;

/** Also of any list in JSON. */
export const MOST_CANDIDATES = 1_000_000;

/** A text that breaks off in many places is most often not what it was taken for. */
export const MOST_SYNTAX_PROBLEMS = 10;

/** How many bytes a text has in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit < 0x80) continue;
    // A pair of surrogates is four bytes: two units, and one more for each.
    bytes += unit < 0x800 || isHighSurrogate(unit) || isLowSurrogate(unit) ? 1 : 2;
  }
  return bytes;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
