import * as v from "valibot";

/** The pieces that both schemas are made of. Titles name a thing in messages, descriptions explain it there and in editors. */

/** Characters. A plain number or true is taken as it stands there: `1.00`. */
export const text = (description: string) => v.pipe(v.string(), v.description(description));

/** A name or an id: blanks around it say nothing. */
export const word = (description: string) => v.pipe(v.string(), v.trim(), v.description(description));

/** What packs call their things: letters and digits of any script, joined by single hyphens. */
export const KEBAB = /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u;

export const id = (description: string) => v.pipe(v.string(), v.trim(), v.regex(KEBAB), v.description(description));

export const texts = (description: string) => v.pipe(v.array(v.string()), v.description(description));

export const words = (description: string) => v.pipe(v.array(v.pipe(v.string(), v.trim())), v.description(description));

/** Beyond these a sum or a product of a whole pack could leave the numbers that a computer counts exactly in. */
const LARGEST = 1e12;

export const number = (description: string) =>
  v.pipe(v.number(), v.minValue(-LARGEST), v.maxValue(LARGEST), v.description(description));

export const positive = (description: string) =>
  v.pipe(v.number(), v.gtValue(0), v.maxValue(LARGEST), v.description(description));

export const between = (least: number, most: number, description: string) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most), v.description(description));

export const points = (description: string) => between(0, LARGEST, description);

/** One value for each id; a key with nothing behind it counts as not there, but its id must be right. */
export const byId = <const Value extends v.GenericSchema>(value: Value, description: string) =>
  v.pipe(v.record(v.string(), v.nullable(value)), v.description(description));

export const format = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description("The version of this file format: 1. A program refuses a file of a later format than it knows."),
);

export const schemaLink = text("For editors: the JSON Schema of this file.");
