import type { Decision, Id } from "../engine/decision.ts";
import type { Checked } from "./problems.ts";
import type { Place, Source } from "./source.ts";

/** How a document asks for the texts it names. A failure (missing, unreadable, binary, a folder) is a problem, not a throw. */
export interface Reader {
  /** A path as a person wrote it, relative to the working folder; `-` is standard input. */
  read(path: string): Promise<Checked<Source>>;
  /** `path` seen from the folder of the file `from`; paths keep the form the person wrote where they can. */
  resolve(from: string, path: string): string;
  /** The text of a pack that ships, or undefined. */
  shippedPack(id: Id): Promise<Source | undefined>;
  readonly shippedPackIds: readonly Id[];
}

export type InputKind = "yaml" | "json" | "csv";

export interface OpenOptions {
  /** A pack's id or path; wins over the file's own, with a warning. */
  readonly criteria?: string;
  readonly input?: InputKind;
}

export interface OpenedDecision {
  readonly decision: Decision;
  /** The decision's files and, by path only, the pack's: what `provenance.inputs` lists. */
  readonly inputs: readonly Source[];
  /** Where an answer, or else its candidate, was written. */
  placeOf(candidate: Id, criterion?: Id): Place | undefined;
}

/** The whole road from paths to a decision. */
export declare function openDecision(
  paths: readonly string[],
  options: OpenOptions,
  reader: Reader,
): Promise<Checked<OpenedDecision>>;
