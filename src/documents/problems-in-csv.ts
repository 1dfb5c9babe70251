import { listed, quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import { suggest } from "./problems-in-shape.ts";
import { textError } from "./problems-in-text.ts";
import type { Place } from "./source.ts";

/** Words about a text that is no table of candidates. */

export function otherSeparator(place: Place, sign: string): Diagnostic {
  return textError(
    "csv-separator",
    place,
    `The cells of this table are parted by ${sign}, and commas are expected.`,
    "Save it again as CSV with commas; in Excel, choose “CSV UTF-8 (Comma delimited)”, or change the list separator.",
  );
}

export function noNameColumn(place: Place, columns: readonly string[]): Diagnostic {
  const near = suggest("name", columns, "Call the column with the candidates’ names “name”.");
  return {
    code: "csv-no-name-column",
    severity: "error",
    message: "No column is called “name”.",
    hint:
      near.didYouMean === undefined
        ? near.hint
        : `Call ${quoted(near.didYouMean)} “name”, in lower case. The first line holds the names of the columns.`,
    place,
  };
}

export function emptyColumn(place: Place, number: number): Diagnostic {
  return textError(
    "csv-empty-column",
    place,
    `Column ${number} has no name.`,
    "Name it in the first line, or delete the column.",
  );
}

export function repeatedColumn(place: Place, column: string, first: number, second: number): Diagnostic {
  return textError(
    "csv-repeated-column",
    place,
    `Columns ${listed([String(first), String(second)], "and")} are both called ${quoted(column)}.`,
    "Keep one of the two.",
  );
}

export function tooManyColumns(place: Place, count: number, most: number): Diagnostic {
  return textError(
    "csv-too-many-columns",
    place,
    `The first line names ${count} columns; there may be ${most}.`,
    "Write one column for each question, and one row for each candidate.",
  );
}

export function extraCells(place: Place, columns: number, cells: number): Diagnostic {
  return textError(
    "csv-extra-cells",
    place,
    `This row has ${cells} cells, and the first line names ${columns} columns.`,
    "Put a text with a comma in it in double quotes, or delete what is too much.",
  );
}

export function emptyName(place: Place): Diagnostic {
  return textError("csv-empty-name", place, "This row has no name.", "Write the candidate’s name, or delete the row.");
}

export function noRows(place: Place): Diagnostic {
  return textError("csv-no-rows", place, "Below the first line there is no row.", "Write one row for each candidate.");
}

export function tooManyRows(place: Place, most: number): Diagnostic {
  return textError(
    "too-many-candidates",
    place,
    `This is row ${most + 1}; a table may have ${most}.`,
    "Make a shorter list first.",
  );
}

export function strayQuote(place: Place): Diagnostic {
  return textError(
    "csv-stray-quote",
    place,
    "A double quote stands inside a cell that does not start with one.",
    'Put the whole cell in double quotes, and write each quote inside it twice, as in "Museum ""North""".',
  );
}

export function textAfterCellQuote(place: Place): Diagnostic {
  return textError(
    "csv-text-after-quote",
    place,
    "The quotes around this cell closed before this, and more follows.",
    'Write each quote inside a cell twice, as in "Museum ""North""", and close the quotes just before the comma.',
  );
}

export function openCellQuote(place: Place): Diagnostic {
  return textError(
    "csv-open-quote",
    place,
    "The double quote that opens this cell is never closed.",
    'Write " after the last word of the cell.',
  );
}

export function loneReturn(place: Place): Diagnostic {
  return textError(
    "csv-line-end",
    place,
    "This line ends as on old Macintosh computers.",
    "Save it again as CSV; in Excel, choose “CSV UTF-8 (Comma delimited)”.",
  );
}
