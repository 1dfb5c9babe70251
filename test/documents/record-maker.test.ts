import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordMaker, recordOfMany } from "../../src/documents/record-maker.ts";

const anyKey = fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "1", "10", "fit"), fc.string());
const anyEntries = fc.uniqueArray(fc.tuple(anyKey, fc.nat()), { selector: ([key]) => key, maxLength: 8 });

function keysOf(entries: readonly (readonly [string, unknown])[]): string[] {
  return entries.map(([key]) => key);
}

function valuesOf<Value>(entries: readonly (readonly [string, Value])[]): Value[] {
  return entries.map(([, value]) => value);
}

describe("records made one after another", () => {
  it("are what Object.fromEntries makes, each its own, for any keys", () => {
    fc.assert(
      fc.property(fc.array(anyEntries, { minLength: 1, maxLength: 6 }), (lists) => {
        const recordOf = recordMaker<number>();
        const twice = lists.flatMap((entries) => [entries, entries.map(([key, value]) => [key, value + 1] as const)]);
        const made = twice.map((entries) => recordOf(keysOf(entries), valuesOf(entries)));
        const expected = twice.map((entries) => Object.fromEntries(entries));
        expect(made.map((record) => Object.entries(record))).toEqual(expected.map((record) => Object.entries(record)));
        for (const record of made) expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
      }),
    );
  });

  it("do not follow a list of keys that is changed later", () => {
    const recordOf = recordMaker<number>();
    const keys = ["a"];
    recordOf(keys, [1]);
    keys[0] = "b";
    expect(recordOf(keys, [2])).toEqual({ b: 2 });
  });
});

describe("a record of many keys", () => {
  it("is what Object.fromEntries makes, for any keys, repeated ones too", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyKey, fc.nat())), (entries) => {
        const record = recordOfMany(keysOf(entries), (place) => entries[place][1]);
        expect(Object.entries(record)).toEqual(Object.entries(Object.fromEntries(entries)));
        expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
      }),
    );
  });
});
