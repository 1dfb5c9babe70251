import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openPack } from "../../src/documents/open-pack.ts";
import { nodeMachine } from "../../src/machine/node-machine.ts";
import { shippedPackIds } from "../../src/machine/package-folder.ts";
import { preparedPack } from "../../src/machine/prepared-packs.ts";

describe("a prepared pack", () => {
  it.each(shippedPackIds())("%s is what reading its text gives", async (id) => {
    const { preparedPack: _, ...machine } = nodeMachine();
    const opened = await openPack(id, machine);
    if (!opened.ok) throw new Error(`${id} is not valid.`);
    expect(existsSync("dist/packs"), "npm ci builds; so does npm run build").toBe(true);
    expect(preparedPack(id)).toEqual(opened.value.pack);
  });

  it("is none for an id that does not ship, even one that climbs out of the folder", () => {
    for (const id of ["", "..", "../../package", "constructor"]) expect(preparedPack(id)).toBeUndefined();
  });
});
