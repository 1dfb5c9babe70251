import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assets } from "../render/formats.ts";
import { packageFolder } from "./package-folder.ts";

/** The style and the script of a report as the build left them, and by which hashes a page allows them. */
export function reportAssets(): Assets {
  const [style, script] = ["report.css", "what-if.js"].map((name) =>
    readFileSync(join(packageFolder, "dist", "report", name), "utf8"),
  );
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
