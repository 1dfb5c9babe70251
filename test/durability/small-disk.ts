import { spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { emptyFolder } from "./decision-on-disk.ts";

/** Only an administrator may; in CI nothing is left out. */
export const canMount = process.getuid?.() === 0 || process.env.CI !== undefined;

/** A disk of its own, of 128 kB. */
export function smallDisk(): string {
  const folder = emptyFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", folder], { encoding: "utf8" });
  if (mounted.status !== 0) throw new Error(`No disk could be mounted: ${mounted.stderr}`);
  onTestFinished(() => void spawnSync("umount", [folder]));
  return folder;
}

/** Takes all room of a disk but for so many bytes. */
export function fill(path: string, room: number): void {
  let size = 0;
  for (;;) {
    try {
      writeFileSync(path, "x".repeat(4096), { flag: "a" });
      size += 4096;
    } catch {
      break;
    }
  }
  truncateSync(path, size - room);
}
