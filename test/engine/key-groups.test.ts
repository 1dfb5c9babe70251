import { describe, expect, it } from "vitest";
import { keyGroups } from "../../src/engine/key-groups.ts";

const positionsOf = (keys: readonly number[]) => [...keys.keys()];

describe("keys that are equal", () => {
  it("are found in the order in which they are met, and counted, and the two zeros are one", () => {
    const keys = [5, 0, 7, 5, -0, 5];
    const found = keyGroups(positionsOf(keys), keys);
    expect(found?.keys).toEqual([5, 0, 7]);
    expect(found?.counts).toEqual(Uint32Array.of(3, 2, 1));
    expect(found?.groups).toEqual(Uint16Array.of(0, 1, 2, 0, 1, 0));
  });

  it("are those of the positions asked for, in their order", () => {
    const found = keyGroups([3, 1, 3], [9, 8, 9, 7]);
    expect(found?.keys).toEqual([7, 8]);
    expect(found?.groups).toEqual(Uint16Array.of(0, 1, 0));
  });

  it("are groups up to 4,096, many of which fall on the same slot, and are not beyond", () => {
    const keys = Array.from({ length: 3 * 4096 }, (_, at) => (at % 4096) / 7);
    const found = keyGroups(positionsOf(keys), keys);
    expect(found?.keys).toEqual(keys.slice(0, 4096));
    expect(new Set(found?.counts)).toEqual(new Set([3]));
    expect(found?.groups.every((group, place) => group === place % 4096)).toBe(true);
    expect(keyGroups(positionsOf([...keys, -1]), [...keys, -1])).toBeUndefined();
  });

  it("are given up where they were made to crowd on one slot", () => {
    // Of a whole number below 2²¹ the low half is 0, and the high half times an odd number picks the slot.
    const crowding: number[] = [];
    const halves = new Uint32Array(2);
    const number = new Float64Array(halves.buffer);
    for (let high = 0x40000000; crowding.length < 100; high++) {
      const hash = Math.imul(Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> 18;
      if (hash !== 77) continue;
      halves[1] = high;
      crowding.push(number[0]);
    }
    const few = crowding.slice(0, 33);
    expect(keyGroups(positionsOf(few), few)?.keys).toEqual(few);
    expect(keyGroups(positionsOf(crowding), crowding)).toBeUndefined();
  });
});
