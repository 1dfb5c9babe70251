import { fstatSync } from "node:fs";
import type { Checked } from "../documents/problems.ts";
import { folderNotFile, inputIsTerminal, unreadable } from "../documents/problems-in-files.ts";
import type { Source } from "../documents/source.ts";
import { gathered } from "./files.ts";
import { systemCode } from "./system-error.ts";
import { refused } from "./text.ts";

/** What stands under the name `-`. A keyboard is refused: whoever forgot the file would wait for ever, in silence. */
export async function readStandardInput(): Promise<Checked<Source>> {
  const { stdin } = process;
  if (stdin.isTTY) return refused(inputIsTerminal());
  try {
    // Node would take a folder for an empty text.
    if (fstatSync(stdin.fd).isDirectory()) return refused(folderNotFile("-", []));
    return await gathered("-", stdin);
  } catch (error) {
    return refused(unreadable("-", systemCode(error)));
  }
}
