import { constants } from "node:os";

/** The code of what the system refused, such as ENOENT; undefined for anything else that was thrown. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  // Node has no name for some of them, EDQUOT among them, and gives the number alone.
  const isNameless = error.code.startsWith("Unknown system error") && "errno" in error;
  return (isNameless ? nameOf(error.errno) : undefined) ?? error.code;
}

/** Node makes the system's numbers negative. */
function nameOf(errno: unknown): string | undefined {
  return Object.entries(constants.errno).find(([, number]) => -number === errno)?.[0];
}
