import { controlCharacters, NOT_IN_CSV } from "./control-characters.ts";
import { type CsvFault, type CsvRecord, isBlankRecord, readRecord } from "./csv-record.ts";
import { DETAIL_COLUMNS } from "./decision-schema.ts";
import { type Places, placesIn, textStart } from "./places.ts";
import { type Checked, type Diagnostic, gatherProblems, type Problems } from "./problems.ts";
import {
  emptyColumn,
  emptyName,
  extraCells,
  loneReturn,
  noNameColumn,
  noRows,
  openCellQuote,
  otherSeparator,
  repeatedColumn,
  strayQuote,
  textAfterCellQuote,
  tooManyColumns,
  tooManyRows,
} from "./problems-in-csv.ts";
import { emptyText, numberOutOfRange } from "./problems-in-text.ts";
import { recordMaker } from "./record-maker.ts";
import type { Place, Source } from "./source.ts";
import { MOST_CANDIDATES, MOST_KEYS_IN_A_MAP } from "./text-limits.ts";
import type { Path, Tree } from "./tree.ts";

/** They describe the candidate or say who answers; any other column is the answers to the criterion of its name. */
const DETAILS: ReadonlySet<string> = new Set(DETAIL_COLUMNS);

/**
 * A table of candidates (RFC 4180, commas, one header) as the tree of a decision:
 * `{candidates: [{name, …, rater?, answers}]}`, one entry a row. A `rater` stands in each row; rows of one candidate under
 * different raters are told apart where the tree is read. Cells are trimmed; an empty cell is absent; in an answer a number
 * is a number, and all else stays text. Lines without anything in any cell are passed over, and a row may be short.
 * A byte order mark is passed over.
 */
export function parseCsv(source: Source): Checked<Tree> {
  const { path, text } = source;
  const places = placesIn(source);
  const refused = controlCharacters(text, NOT_IN_CSV, places);
  if (refused.length > 0) return { ok: false, problems: refused };

  const header = firstRecord(text);
  if (header === undefined) return { ok: false, problems: [emptyText(path)] };
  const problems = gatherProblems();
  checkHeader(header, text, places, problems);
  // With the columns in doubt, every row would repeat what the header's problem is.
  const candidates = problems.errors === 0 ? readCandidates(text, header, places, problems) : [];
  return problems.settle(csvTree(source, header, { candidates }, places));
}

function firstRecord(text: string): CsvRecord | undefined {
  for (let offset = textStart(text); offset < text.length; ) {
    const record = readRecord(text, offset);
    if (!isBlankRecord(record) || record.faults.length > 0) return record;
    offset = record.next;
  }
  return undefined;
}

function checkHeader(header: CsvRecord, text: string, places: Places, problems: Problems): void {
  const { cells, faults } = header;
  const separator = cells.includes("name") ? undefined : separatorIn(text.slice(header.starts[0], header.next));
  if (separator !== undefined) {
    problems.error(() => otherSeparator(places.at(separator.offset + header.starts[0]), separator.name));
    return;
  }
  for (const fault of faults) problems.error(() => toldFault(fault, places));
  if (faults.length > 0) return;
  if (cells.length > MOST_KEYS_IN_A_MAP) {
    problems.error(() =>
      tooManyColumns(cellPlace(header, MOST_KEYS_IN_A_MAP, places), cells.length, MOST_KEYS_IN_A_MAP),
    );
    return;
  }
  for (const [column, name] of cells.entries()) {
    const first = cells.indexOf(name);
    if (name === "") problems.error(() => emptyColumn(cellPlace(header, column, places), column + 1));
    else if (first < column) {
      problems.error(() => repeatedColumn(cellPlace(header, column, places), name, first + 1, column + 1));
    }
  }
  if (!cells.includes("name")) problems.error(() => noNameColumn(cellPlace(header, 0, places), cells));
}

function separatorIn(line: string): { readonly name: string; readonly offset: number } | undefined {
  const semicolon = line.indexOf(";");
  if (semicolon !== -1) return { name: "semicolons", offset: semicolon };
  const tab = line.indexOf("\t");
  return tab === -1 ? undefined : { name: "tabs", offset: tab };
}

// ---- rows ----

function readCandidates(text: string, header: CsvRecord, places: Places, problems: Problems): readonly unknown[] {
  const candidates: unknown[] = [];
  const columns = columnsOf(header);
  const read = rowReader(columns, places, problems);
  let offset = header.next;
  while (offset < text.length) {
    const record = readRecord(text, offset);
    for (const fault of record.faults) problems.error(() => toldFault(fault, places));
    if (record.faults.some(({ breaksOff }) => breaksOff)) return candidates;
    offset = record.next;
    if (isBlankRecord(record)) continue;
    if (candidates.length === MOST_CANDIDATES) {
      problems.error(() => tooManyRows(cellPlace(record, 0, places), MOST_CANDIDATES));
      return candidates;
    }
    checkShape(record, columns, places, problems);
    candidates.push(read(record));
  }
  if (candidates.length === 0 && problems.errors === 0) problems.error(() => noRows(cellPlace(header, 0, places)));
  return candidates;
}

interface Columns {
  readonly names: readonly string[];
  readonly name: number;
  readonly details: readonly number[];
  readonly answers: readonly number[];
}

function columnsOf({ cells }: CsvRecord): Columns {
  const numbers = [...cells.keys()];
  return {
    names: cells,
    name: cells.indexOf("name"),
    details: numbers.filter((column) => DETAILS.has(cells[column])),
    answers: numbers.filter((column) => !DETAILS.has(cells[column])),
  };
}

function checkShape(record: CsvRecord, { names, name }: Columns, places: Places, problems: Problems): void {
  const { cells } = record;
  if (cells.length > names.length) {
    problems.error(() => extraCells(cellPlace(record, names.length, places), names.length, cells.length));
  }
  if (!cells[name]) problems.error(() => emptyName(cellPlace(record, Math.min(name, cells.length - 1), places)));
}

/** What a row says, as a record of its own; rows of a table have the same keys, more or less. */
function rowReader(columns: Columns, places: Places, problems: Problems): (record: CsvRecord) => unknown {
  const { names } = columns;
  const detailsOf = recordMaker<unknown>();
  const answersOf = recordMaker<unknown>();
  return (record) => {
    const { cells } = record;
    const ids: string[] = [];
    const answers: unknown[] = [];
    for (const column of columns.answers) {
      const cell = cells[column];
      if (!cell) continue;
      const answer = numberOrText(cell);
      ids.push(names[column]);
      answers.push(answer);
      if (typeof answer === "number" && !Number.isFinite(answer)) {
        problems.error(() => numberOutOfRange(cellPlace(record, column, places), cell));
      }
    }
    const keys: string[] = [];
    const details: unknown[] = [];
    for (const column of columns.details) {
      const cell = cells[column];
      if (!cell) continue;
      keys.push(names[column]);
      details.push(cell);
    }
    keys.push("answers");
    details.push(ids.length === 0 ? NO_ANSWERS : answersOf(ids, answers));
    return detailsOf(keys, details);
  };
}

/** Shared by all rows without any. */
const NO_ANSWERS = {};

const ZERO = 0x30;

/** Numbers as YAML's core schema writes them in decimals. */
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

function numberOrText(cell: string): number | string {
  if (cell.length === 1 && cell >= "0" && cell <= "9") return cell.charCodeAt(0) - ZERO;
  return NUMBER.test(cell) ? Number(cell) : cell;
}

const TOLD: Readonly<Record<CsvFault["kind"], (place: Place) => Diagnostic>> = {
  "stray-quote": strayQuote,
  "text-after-quote": textAfterCellQuote,
  "open-quote": openCellQuote,
  "lone-return": loneReturn,
};

function toldFault({ kind, start, end }: CsvFault, places: Places): Diagnostic {
  return TOLD[kind](places.at(start, end));
}

function cellPlace({ starts, ends }: CsvRecord, column: number, places: Places): Place {
  return places.at(starts[column], ends[column]);
}

// ---- places, on request ----

interface Cell {
  readonly record: CsvRecord;
  readonly column: number;
}

function csvTree(source: Source, header: CsvRecord, value: unknown, places: Places): Tree {
  const { text } = source;
  let rows: readonly number[] | undefined;

  const rowAt = (number: number): CsvRecord | undefined => {
    rows ??= rowStarts(text, header.next);
    const start = rows[number];
    return start === undefined ? undefined : readRecord(text, start);
  };

  /** The cell that a path leads to; undefined where it leads to none. */
  const cellAt = (path: Path): Cell | undefined => {
    const [, number, key, id] = path;
    const name = key === "answers" ? id : key;
    if (path[0] !== "candidates" || typeof number !== "number" || name === undefined) return undefined;
    const isAnswer = !DETAILS.has(String(name));
    const column = isAnswer === (key === "answers") ? header.cells.indexOf(String(name)) : -1;
    const record = rowAt(number);
    return record === undefined || column === -1 ? undefined : { record, column };
  };

  return {
    source,
    value,
    columns: header.cells,
    placeOf(path, part) {
      const cell = cellAt(path);
      if (cell !== undefined && part === "key") return cellPlace(header, cell.column, places);
      if (cell !== undefined && cell.column < cell.record.cells.length)
        return cellPlace(cell.record, cell.column, places);
      const row = path[0] === "candidates" && typeof path[1] === "number" ? rowAt(path[1]) : undefined;
      if (row === undefined) return cellPlace(header, 0, places);
      return cellPlace(row, Math.min(header.cells.indexOf("name"), row.cells.length - 1), places);
    },
    textOf(path) {
      const cell = cellAt(path);
      return cell?.record.cells[cell.column] || undefined;
    },
  };
}

/** Where each row with something in it starts: read once more, as most tables are never asked for a place. */
function rowStarts(text: string, start: number): readonly number[] {
  const starts: number[] = [];
  for (let offset = start; offset < text.length; ) {
    const record = readRecord(text, offset);
    if (!isBlankRecord(record)) starts.push(offset);
    offset = record.next;
  }
  return starts;
}
