import { counted, perCent } from "../render/numbers.ts";
import type { Settings } from "./command.ts";
import type { Machine } from "./machine.ts";

/** Says what a long run is at, where somebody looks and has not asked for quiet. */
export interface Progress {
  readonly reading: (candidates: number) => void;
  readonly ranking: (candidates: number) => void;
  readonly writing: (candidates: number) => void;
  /** Of an analysis by its name, the share that is done. */
  readonly analyzing: (analysis: string, done: number) => void;
  /** Takes the line away. */
  readonly over: () => void;
}

/** As many candidates as hardly any machine reads within a second. */
const MANY = 200_000;

export function progressOf({ quiet, ascii }: Settings, { progress, noteScreen }: Machine): Progress {
  const dots = ascii || !noteScreen.unicode ? "..." : "…";
  const tell = (doing: string) => (candidates: number) => {
    if (quiet || progress === undefined) return;
    progress(`${doing} ${counted(candidates, "candidate", "candidates")} ${dots}`, candidates >= MANY);
  };

  return {
    reading: tell("Reading"),
    ranking: tell("Ranking"),
    writing: tell("Writing"),
    analyzing(analysis, done) {
      if (quiet || progress === undefined) return;
      progress(`Analyzing ${analysis}, ${perCent(done)} done ${dots}`, false);
    },
    over: () => progress?.("", false),
  };
}
