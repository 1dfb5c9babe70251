import { nearest } from "./did-you-mean.ts";
import { listed } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";

/** Words about a file that cannot be read or written at all, before anybody looks at what it says. */

const DOCUMENT_ENDINGS = [".yaml", ".yml", ".json", ".csv"] as const;

/** `around` are the names that stand in the folder. */
export function missingFile(path: string, name: string, around: readonly string[]): Diagnostic {
  const meant = nearestFile(name, around);
  if (meant === undefined) {
    return aboutFile("missing-file", path, `There is no file ${named(path)}.`, "Check the name and the folder.");
  }
  const didYouMean = path.slice(0, path.length - name.length) + meant;
  return {
    ...aboutFile("missing-file", path, `There is no file ${named(path)}.`, `Did you mean ${didYouMean}?`),
    didYouMean,
  };
}

/** A path from Windows, where a backslash stands between folders. */
export function foreignPath(path: string): Diagnostic {
  const hint = `Write / between folders, which works on Windows too: ${path.replaceAll("\\", "/")}`;
  return aboutFile("missing-file", path, `There is no file ${named(path)}.`, hint);
}

/** Compared without their endings, which are alike and easily forgotten. */
function nearestFile(name: string, around: readonly string[]): string | undefined {
  const stem = nearest(stemOf(name), around.map(stemOf));
  const alike = around.filter((other) => stemOf(other) === stem);
  return alike.find((other) => other.endsWith(name.slice(stemOf(name).length))) ?? alike[0];
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, "");
}

export function missingFolder(path: string, folder: string): Diagnostic {
  const hint = "Check the folder’s name, or make it first.";
  return aboutFile("missing-folder", path, `There is no folder ${named(folder)}.`, hint);
}

export function fileInTheWay(path: string): Diagnostic {
  const hint = "Choose another name, or replace it with --force.";
  return aboutFile("file-in-the-way", path, `${nameOf(path)} is there already, and stays as it is.`, hint);
}

/** `inside` are the names that stand in it. */
export function folderNotFile(path: string, inside: readonly string[]): Diagnostic {
  const documents = inside.filter((name) => DOCUMENT_ENDINGS.some((ending) => name.endsWith(ending)));
  const shown = documents.slice(0, 3).map((name) => named(name));
  const hint = shown.length === 0 ? "Name a file." : `Name a file in it, such as ${listed(shown, "or")}.`;
  return aboutFile("folder-not-file", path, `${nameOf(path)} is a folder.`, hint);
}

export function deviceNotFile(path: string, what: "device" | "socket"): Diagnostic {
  const message = `${named(path)} is a ${what}, not a file.`;
  return aboutFile("device-not-file", path, message, "Name a file, or - for standard input.");
}

export function silentPipe(path: string, seconds: number): Diagnostic {
  const message = `Nothing came through the pipe ${named(path)} within ${seconds} seconds.`;
  return aboutFile("silent-pipe", path, message, "Start the program that writes into it first.");
}

export function inputIsTerminal(): Diagnostic {
  const message = "Standard input is the keyboard, so there is no file to read.";
  return aboutFile("input-is-terminal", "-", message, "Name a file, or send one: partner-score evaluate - < FILE");
}

export function fileTooLarge(path: string, megabytes: number): Diagnostic {
  const message = `${nameOf(path)} is larger than ${megabytes} MB.`;
  return aboutFile("file-too-large", path, message, "Split it, or leave out columns that are not asked about.");
}

/** `what` says what the first bytes give away, as in `a picture`. */
export function notText(path: string, what: string | undefined): Diagnostic {
  const message = what === undefined ? `${nameOf(path)} is not a text.` : `${nameOf(path)} is ${what}, not a text.`;
  return aboutFile("not-text", path, message, "Save it as CSV (UTF-8), or name the YAML, JSON or CSV file you mean.");
}

export function utf16Text(path: string): Diagnostic {
  const message = `${nameOf(path)} is saved as UTF-16, and only UTF-8 is read.`;
  return aboutFile("not-utf-8", path, message, "Save it again with the encoding UTF-8.");
}

/** `byte` is the first that no UTF-8 text has there. */
export function notUtf8(place: Place, byte: number): Diagnostic {
  const shown = byte.toString(16).toUpperCase().padStart(2, "0");
  return {
    code: "not-utf-8",
    severity: "error",
    message: `The byte ${shown} is not UTF-8, and only UTF-8 is read.`,
    hint: "Save the file again with the encoding UTF-8; a spreadsheet calls it “CSV UTF-8”.",
    place,
  };
}

export function unreadable(path: string, code: string | undefined): Diagnostic {
  return aboutFile("unreadable-file", path, `${nameOf(path)} cannot be read: ${reason(code)}.`, remedy(code));
}

// ---- writing ----

export function notWritten(path: string, code: string | undefined): Diagnostic {
  const what = path === "-" ? "Nothing can be written to standard output" : `${named(path)} cannot be written`;
  return aboutFile("not-written", path, `${what}: ${reason(code)}.`, remedy(code));
}

export function readOnlyFile(path: string): Diagnostic {
  const hint = `Allow it first (chmod u+w ${path}), or name another file.`;
  return aboutFile("read-only-file", path, `${named(path)} is read-only, so it stays as it is.`, hint);
}

/** The new file is made beside the old one and takes its place, so the folder must allow that. */
export function closedFolder(path: string, folder: string): Diagnostic {
  const message = `Nothing can be written into the folder ${named(folder)}: permission denied.`;
  return aboutFile("not-written", path, message, "Allow it first, or name a file in another folder.");
}

/** Several interviews on one file wait for each other; this is for when one does not end. */
export function othersWrite(path: string): Diagnostic {
  const message = `${named(path)} cannot be written: another partner-score is writing into its folder.`;
  return aboutFile("not-written", path, message, "Wait until it is done, then try again.");
}

/** On Windows, a file that another program has open cannot be replaced. */
export function heldFile(path: string): Diagnostic {
  const message = `${named(path)} cannot be written: ${reason("EBUSY")}, or it may not be replaced.`;
  return aboutFile("not-written", path, message, "Close it there, then try again. It is as it was.");
}

export function writtenOverInput(path: string): Diagnostic {
  const message = `${named(path)} is one of the files that were read, so it stays as it is.`;
  return aboutFile("written-over-input", path, message, "Write to another file.");
}

export function nobodyReads(path: string, seconds: number): Diagnostic {
  const message = `Nobody read from the pipe ${named(path)} within ${seconds} seconds.`;
  return aboutFile("silent-pipe", path, message, "Start the program that reads from it first.");
}

// ---- what the system says, in words ----

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "it lies on a disk that is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "it would grow larger than the system allows",
  ELOOP: "its symbolic links go in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOTDIR: "a part of the path is a file, not a folder",
  ENXIO: "nobody is at the other end",
  EIO: "the disk does not answer",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "another program is using it",
  ETXTBSY: "another program is using it",
  ERR_ACCESS_DENIED: "Node was started without leave for that",
};

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "Ask its owner, or copy it to a place of your own.",
  EPERM: "Ask its owner, or copy it to a place of your own.",
  ENOSPC: "Make room, then try again.",
  EDQUOT: "Make room, then try again.",
  EBUSY: "Close it there, then try again.",
  ETXTBSY: "Close it there, then try again.",
};

function reason(code: string | undefined): string {
  if (code === undefined) return "the system does not say why";
  return Object.hasOwn(REASONS, code) ? REASONS[code] : `the system says ${code}`;
}

function remedy(code: string | undefined): string {
  return code !== undefined && Object.hasOwn(REMEDIES, code) ? REMEDIES[code] : "Try another place.";
}

function nameOf(path: string): string {
  return path === "-" ? "Standard input" : named(path);
}

/** Whole, however long: half a path helps nobody. */
function named(path: string): string {
  return `“${path}”`;
}

function aboutFile(code: string, path: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint, path };
}
