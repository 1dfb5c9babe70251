import type { Id } from "../engine/decision.ts";
import { type InputKind, type OpenedDecision, openDecision, type Reader } from "./open-decision.ts";
import type { Checked } from "./problems.ts";
import { missingFile } from "./problems-in-files.ts";
import type { Source } from "./source.ts";

export interface LoadOptions {
  /** The texts of criteria packs, by the id or the path that names them. */
  readonly packs: Readonly<Record<Id, string>>;
  /** A pack's id or path; wins over the text's own, with a warning. */
  readonly criteria?: string;
  /** What the text is called in messages; its ending says which kind of text it is. */
  readonly path?: string;
  readonly input?: InputKind;
}

/**
 * A decision from a text in memory: YAML, JSON or CSV. It comes back resolved against its criteria pack, or with every
 * problem that was found; nothing is thrown for what the text says. Nothing is read from a disk, so `packs` holds every
 * pack that the decision and its packs name, the default `partnering-with-purpose` included. Hashes are left empty.
 *
 * @example
 * const packs = { small: "{id: small, title: Small, criteria: [{id: fit, label: Fit, question: Do we fit?}]}" };
 * const load = (text) => loadDecision(text, { packs, criteria: "small" });
 * (await load("name,fit\nCity Zoo,4\n")).value.decision.candidates // → [{"id":"city-zoo","name":"City Zoo"}]
 * (await load("name,fit\nCity Zoo,7\n")).problems.map(({ code, place }) => [code, place.line, place.column]) // → [["off-scale",2,10]]
 */
export function loadDecision(text: string, options: LoadOptions): Promise<Checked<OpenedDecision>> {
  const { packs, criteria, path = "decision", input } = options;
  const reader = memoryReader({ path, text, sha256: "" }, packs);
  return openDecision(
    [path],
    { ...(criteria !== undefined && { criteria }), ...(input !== undefined && { input }) },
    reader,
  );
}

function memoryReader(decision: Source, packs: Readonly<Record<Id, string>>): Reader {
  const packNamed = (name: string): Source | undefined =>
    Object.hasOwn(packs, name) ? { path: name, text: packs[name], sha256: "" } : undefined;
  return {
    async read(path) {
      const source = path === decision.path ? decision : packNamed(path);
      if (source !== undefined) return { ok: true, value: source, warnings: [] };
      return { ok: false, problems: [missingFile(path, path, Object.keys(packs))] };
    },
    // A path names its pack as it is written: there are no folders.
    resolve: (_from, path) => path,
    shippedPack: async (id) => packNamed(id),
    shippedPackIds: Object.keys(packs),
  };
}
