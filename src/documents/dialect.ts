import type { FlowStyle } from "./answer-text.ts";
import { jsonLayout } from "./json-layout.ts";
import type { Laid } from "./layout.ts";
import { yamlLayout } from "./yaml-layout.ts";

/** A language that decisions are written in, as far as writing into it needs to know. */
export interface Dialect {
  /** How to write where there is nothing to go by. */
  readonly style: FlowStyle;
  layout(text: string): Laid | undefined;
}

export const YAML_DIALECT: Dialect = {
  style: { language: "yaml", quote: "", colon: ": ", comma: ", " },
  layout: yamlLayout,
};

export const JSON_DIALECT: Dialect = {
  style: { language: "json", quote: '"', colon: ": ", comma: ", " },
  layout: jsonLayout,
};
