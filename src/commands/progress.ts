import { counted } from "../render/numbers.ts";
import type { Settings } from "./command.ts";
import type { Machine } from "./machine.ts";

/** Says what a long run is at, where somebody looks and has not asked for quiet. */
export interface Progress {
  readonly reading: (candidates: number) => void;
  readonly ranking: (candidates: number) => void;
  readonly writing: (candidates: number) => void;
  /** Takes the line away. */
  readonly over: () => void;
}

/** As many candidates as hardly any machine reads within a second. */
const MANY = 200_000;

export function progressOf({ quiet, ascii }: Settings, { progress, noteScreen }: Machine): Progress {
  const tell = (doing: string) => (candidates: number) => {
    if (quiet || progress === undefined) return;
    const dots = ascii || !noteScreen.unicode ? "..." : "…";
    progress(`${doing} ${counted(candidates, "candidate", "candidates")} ${dots}`, candidates >= MANY);
  };
  return {
    reading: tell("Reading"),
    ranking: tell("Ranking"),
    writing: tell("Writing"),
    over: () => progress?.("", false),
  };
}
