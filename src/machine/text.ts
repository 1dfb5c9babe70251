import type { Checked, Diagnostic } from "../documents/problems.ts";
import { notText, notUtf8, utf16Text } from "../documents/problems-in-files.ts";
import type { Source } from "../documents/source.ts";

/**
 * Bytes to a text that says exactly the same: a byte order mark stays, and what is not UTF-8 is refused where it stands
 * instead of becoming U+FFFD in silence.
 */
export function sourceOf(path: string, bytes: Buffer): Checked<Source> {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return refused(utf16Text(path));
  if (looksBinary(bytes)) return refused(notText(path, kindOf(bytes)));
  const text = decoded(bytes);
  if (text === undefined) return refused(undecodable(path, bytes));
  return { ok: true, value: hashedLater(path, text), warnings: [] };
}

/** Tells from the first bytes, so that nobody has to wait for the rest of an endless stream. */
export function looksBinary(bytes: Buffer): boolean {
  if (kindOf(bytes) !== undefined) return true;
  const start = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of start) if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls += 1;
  // A few control characters in a text are a slip, and whoever reads the text says on which line.
  const inHundred = controls > 8 ? (100 * controls) / start.length : 0;
  return inHundred > 10 || (inHundred > 1 && decoded(start, { stream: true }) === undefined);
}

const SIGNATURES: readonly (readonly [kind: string, start: string])[] = [
  ["a spreadsheet, a word processor’s document or another archive", "504b0304"],
  ["an old spreadsheet or word processor’s document", "d0cf11e0"],
  ["a PDF", "255044462d"],
  ["a picture", "89504e47"],
  ["a picture", "ffd8ff"],
  ["a picture", "47494638"],
  ["compressed", "1f8b"],
  ["a program", "7f454c46"],
];

function kindOf(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 8).toString("hex");
  return SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
}

function decoded(bytes: Uint8Array, options: { readonly stream?: boolean } = {}): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}

function undecodable(path: string, bytes: Buffer): Diagnostic {
  const at = firstBadByte(bytes);
  const start = bytes.lastIndexOf(NEWLINE, at - 1) + 1;
  const end = bytes.indexOf(NEWLINE, start);
  const lineText = bytes.toString("utf8", start, end < 0 ? bytes.length : end).replace(/\r$/, "");
  let line = 1;
  for (let found = bytes.indexOf(NEWLINE); found >= 0 && found < at; found = bytes.indexOf(NEWLINE, found + 1))
    line += 1;
  const column = [...bytes.toString("utf8", start, at)].length + 1;
  return notUtf8({ path, line, column, length: 1, lineText }, bytes[at]);
}

const NEWLINE = 0x0a;

/** A prefix of a text is the start of one, and a prefix with a bad byte is not: so the first bad byte can be searched by halves. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (decoded(bytes.subarray(0, middle), { stream: true }) === undefined) bad = middle;
    else good = middle;
  }
  // The character that goes wrong here, or that the end cuts off, may have begun a few bytes before.
  return Buffer.byteLength(decoded(bytes.subarray(0, good), { stream: true }) ?? "");
}

/** Most runs end before anybody wants the hash. The text encodes to the very bytes read. */
function hashedLater(path: string, text: string): Source {
  let sha256: string | undefined;
  return {
    path,
    text,
    get sha256() {
      sha256 ??= sha256Of(text);
      return sha256;
    },
  };
}

/** In hexadecimal; of a text, the hash of its bytes in UTF-8. Loading the code for it is felt at start-up. */
export function sha256Of(content: string | Buffer): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(content).digest("hex");
}

export function refused(problem: Diagnostic): Checked<never> {
  return { ok: false, problems: [problem] };
}
