import nodePath, { type PlatformPath } from "node:path";

type Paths = Pick<PlatformPath, "dirname" | "join" | "parse" | "sep">;

/** A path as a file names it, seen from that file's folder; one that says where it begins, as `/a` or `C:a` does, stays. */
export function pathFrom(from: string, path: string, paths: Paths = nodePath): string {
  if (paths.parse(path).root !== "") return path;
  return paths.join(from === "-" ? "." : paths.dirname(from), path);
}

/** A path under `~/` may come from a shell that has not replaced it yet. */
export function pathAtHome(path: string, home: string, paths: Paths = nodePath): string {
  const isAtHome = path.startsWith("~/") || path.startsWith(`~${paths.sep}`);
  return isAtHome ? paths.join(home, path.slice(2)) : path;
}

/** Written on Windows, and of no meaning here. */
export function hasForeignSeparators(path: string, paths: Paths = nodePath): boolean {
  return paths.sep === "/" && path.includes("\\");
}
