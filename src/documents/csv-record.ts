/**
 * One record of a CSV text (RFC 4180), and where its cells stand. A scanner of our own, because no CSV package tells the
 * place of a cell without keeping it for all cells, and none tells where an open quote was opened.
 */
export interface CsvRecord {
  /** What the cells mean: white space around them and the quotes are gone. */
  readonly cells: readonly string[];
  /** Where each cell's own characters start and end, its quotes included. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the next record starts, or the text ends. */
  readonly next: number;
  readonly faults: readonly CsvFault[];
}

export interface CsvFault {
  readonly kind: "stray-quote" | "text-after-quote" | "open-quote" | "lone-return";
  readonly start: number;
  readonly end: number;
  /** Where the following cells start cannot be known. */
  readonly breaksOff: boolean;
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** Of one record; more are never shown. */
const MOST_FAULTS = 100;

export function readRecord(text: string, start: number): CsvRecord {
  const cells: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const faults: CsvFault[] = [];
  const find = (fault: CsvFault): void => {
    if (faults.length < MOST_FAULTS || fault.breaksOff) faults.push(fault);
  };
  let offset = start;

  for (;;) {
    while (isBlank(text.charCodeAt(offset))) offset += 1;
    const first = offset;
    let last: number;
    if (text.charCodeAt(offset) === QUOTE) {
      const quoted = readQuoted(text, offset);
      cells.push(quoted.cell);
      last = quoted.end;
      offset = quoted.next;
      if (quoted.fault !== undefined) {
        find(quoted.fault);
        if (quoted.fault.breaksOff) offset = text.length;
      }
    } else {
      let stray = -1;
      let unit = text.charCodeAt(offset);
      while (unit !== COMMA && unit !== FEED && unit !== RETURN && offset < text.length) {
        if (unit === QUOTE && stray === -1) stray = offset;
        offset += 1;
        unit = text.charCodeAt(offset);
      }
      last = offset;
      while (last > first && isBlank(text.charCodeAt(last - 1))) last -= 1;
      cells.push(text.slice(first, last));
      if (stray !== -1) find({ kind: "stray-quote", start: stray, end: stray + 1, breaksOff: false });
    }
    starts.push(first);
    ends.push(last);

    const sign = text.charCodeAt(offset);
    if (sign === COMMA) {
      offset += 1;
      continue;
    }
    if (sign === RETURN && text.charCodeAt(offset + 1) !== FEED) {
      find({ kind: "lone-return", start: first, end: offset, breaksOff: true });
      return { cells, starts, ends, next: text.length, faults };
    }
    const next = sign === RETURN ? offset + 2 : Math.min(offset + 1, text.length);
    return { cells, starts, ends, next, faults };
  }
}

/** The record has no cell with anything in it. */
export function isBlankRecord({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell === "");
}

interface Quoted {
  readonly cell: string;
  /** After the closing quote. */
  readonly end: number;
  /** At the comma or the end of the line. */
  readonly next: number;
  readonly fault?: CsvFault;
}

function readQuoted(text: string, start: number): Quoted {
  let close = text.indexOf('"', start + 1);
  let doubled = false;
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) return openQuote(text, start);
  const inside = text.slice(start + 1, close).trim();
  const cell = doubled ? inside.replaceAll('""', '"') : inside;
  const end = close + 1;
  let next = end;
  while (isBlank(text.charCodeAt(next))) next += 1;
  if (endsCell(text, next)) return { cell, end, next };

  // Where a cell of several lines is followed by more, its closing quote most likely opens another.
  if (text.slice(start, close).includes("\n")) return openQuote(text, start);
  const extra = next;
  while (!endsCell(text, next)) next += 1;
  return { cell, end, next, fault: { kind: "text-after-quote", start: extra, end: next, breaksOff: false } };
}

function openQuote(text: string, start: number): Quoted {
  const end = text.length;
  return { cell: "", end, next: end, fault: { kind: "open-quote", start, end, breaksOff: true } };
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function endsCell(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return offset >= text.length || unit === COMMA || unit === FEED || unit === RETURN;
}
