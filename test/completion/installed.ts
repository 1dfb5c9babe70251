import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "rolldown";

/** A home in which the program is on the path, and answers; anything but a question of completion it writes down. */
export interface Home {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The words that each run was given. */
  runs(): readonly (readonly string[])[];
  remove(): void;
}

/** Every run says `ran 1`, `ran 2` and so on, on the screen. */
export async function homeWith(files: Readonly<Record<string, string>>): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-completion-"));
  const at = (name: string) => join(folder, name);
  for (const name of ["package.json", "criteria"]) symlinkSync(resolve(name), at(name));
  await build({ input: "src/machine/main.ts", platform: "node", output: { dir: at("dist") } });
  mkdirSync(at("bin"));
  writeFileSync(
    at("bin/partner-score"),
    `#!/bin/bash
if [[ $1 == complete || $1 == completion ]]; then exec "${process.execPath}" "${at("dist/main.js")}" "$@"; fi
printf '%s\\0' "$@" $'\\x1e' >> "${at("runs")}"
echo "ran $(tr -dc $'\\x1e' < "${at("runs")}" | wc -c)"
`,
  );
  chmodSync(at("bin/partner-score"), 0o755);
  mkdirSync(at("work"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, "work", name), content);
  return {
    folder,
    environment: { HOME: folder, ZDOTDIR: folder, PATH: `${at("bin")}:${process.env.PATH}` },
    runs: () =>
      readFileSync(at("runs"), "utf8")
        .split("\u001e\0")
        .slice(0, -1)
        .map((run) => run.split("\0").slice(0, -1)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
