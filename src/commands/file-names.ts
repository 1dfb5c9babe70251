/** What files are called when nobody says. */

export const DEFAULT_FILE = "decision.yaml";
export const SCHEMA_FILE = "decision.schema.json";
