import { labelFrom } from "../../src/documents/phrases.ts";
import type { Criterion, Kind, Pack } from "../../src/engine/decision.ts";

interface PlainPack {
  readonly criteria: readonly (string | (Partial<Criterion> & { readonly id: string }))[];
  readonly reasons?: readonly string[];
  readonly kinds?: readonly (string | Kind)[];
  readonly levels?: readonly string[];
  readonly readiness?: readonly string[];
}

/** A pack of bare ids, with what a person would leave out filled in. */
export function plainPack({ criteria, reasons = [], kinds, levels = [], readiness = [] }: PlainPack): Pack {
  const scale = { min: 1, max: 5, step: 1 };
  return {
    id: "plain",
    title: "Plain",
    scale: { ...scale, words: [], rules: [] },
    unknown: "neutral",
    coverageFloor: 0,
    criteria: criteria.map((given) => {
      const more = typeof given === "string" ? { id: given } : given;
      const { id } = more;
      const label = labelFrom(id);
      return {
        label,
        question: `${label}?`,
        importance: 1,
        direction: "higher-is-better",
        scale,
        anchors: [],
        probes: [],
        evidence: [],
        ...more,
      };
    }),
    reasons: reasons.map((id) => ({ id, label: labelFrom(id), emphasis: {}, readings: {} })),
    ...(kinds !== undefined && {
      kinds: kinds.map((kind) => (typeof kind === "string" ? { id: kind, label: labelFrom(kind) } : kind)),
    }),
    levels: levels.map((id) => ({ id, label: labelFrom(id), conditions: { answers: {}, basis: {} } })),
    readiness: readiness.map((id) => ({ id, statement: labelFrom(id) })),
  };
}
