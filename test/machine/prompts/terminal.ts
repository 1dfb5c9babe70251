import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { onTestFinished } from "vitest";
import { type Size, start, type Terminal } from "../../pseudo-terminal.ts";
import type { Scenario } from "./driver.ts";

let bundle: Promise<string> | undefined;

/** Node 20 reads no TypeScript: the driver is bundled once. */
export function bundledDriver(): Promise<string> {
  bundle ??= makeBundle();
  return bundle;
}

async function makeBundle(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "partner-score-driver-"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  const input = fileURLToPath(new URL("driver.ts", import.meta.url));
  await build({
    input,
    platform: "node",
    output: { dir, entryFileNames: "driver.mjs", chunkFileNames: "[name]-[hash].mjs" },
  });
  return join(dir, "driver.mjs");
}

/** A terminal in which the driver asks, and what it was told: replies, then its exit status. */
export async function openTerminal(
  scenario: Scenario,
  size: Size = { columns: 80, rows: 24 },
): Promise<Terminal & { told(): readonly unknown[] }> {
  const { command, told } = await commandFor(scenario);
  return { ...start(command[0], command.slice(1), size), told };
}

export async function commandFor(
  scenario: Scenario,
): Promise<{ readonly command: readonly string[]; told(): readonly unknown[] }> {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-told-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const report = join(folder, "told");
  return {
    command: [process.execPath, await bundledDriver(), JSON.stringify(scenario), report],
    told: () => {
      const lines = existsSync(report) ? readFileSync(report, "utf8").trimEnd().split("\n") : [];
      return lines.map((line) => JSON.parse(line));
    },
  };
}
