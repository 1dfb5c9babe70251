import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Environment } from "./screen.ts";

/** What opens a page on each system, and what it is told before the address. */
type Opener = readonly [command: string, ...args: readonly string[]];

/**
 * Undefined where nobody could see a page: without a display, `xdg-open` would start a browser of the terminal that has no
 * terminal.
 *
 * @example
 * opener("darwin", {}) // → ["open"]
 * opener("win32", {}) // → ["rundll32","url.dll,FileProtocolHandler"]
 * opener("linux", { DISPLAY: ":0" }) // → ["xdg-open"]
 * opener("linux", {}) === undefined // → true
 */
export function opener(platform: string, env: Environment): Opener | undefined {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  const hasDisplay = [env.DISPLAY, env.WAYLAND_DISPLAY].some((display) => display !== undefined && display !== "");
  return hasDisplay ? ["xdg-open"] : undefined;
}

/** Shows a file, as an address, so that no name is taken for an option; no shell reads it. False where that cannot be. */
export function openInBrowser(path: string, platform: string, env: Environment): Promise<boolean> {
  const found = opener(platform, env);
  if (found === undefined) return Promise.resolve(false);
  const [command, ...args] = found;
  return new Promise((done) => {
    const child = spawn(command, [...args, pathToFileURL(resolve(path)).href], { detached: true, stdio: "ignore" });
    child.once("error", () => done(false));
    child.once("spawn", () => {
      child.unref();
      done(true);
    });
  });
}
