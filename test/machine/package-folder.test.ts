import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SCHEMA_NAMES } from "../../src/commands/machine.ts";
import { shippedPack, shippedPackIds, shippedSchema, shippedVersion } from "../../src/machine/package-folder.ts";

it("the packs that ship are found by their ids, in alphabetical order", () => {
  expect(shippedPackIds()).toEqual(["better-together", "partnering-with-purpose"]);
  for (const id of shippedPackIds()) {
    expect(shippedPack(id)?.text).toBe(readFileSync(`criteria/${id}.yaml`, "utf8"));
  }
});

it.each(["../package", "constructor", "", "better-together.yaml", "/etc/passwd", "better-together\0"])(
  "%j is no pack that ships",
  (id) => {
    expect(shippedPack(id)).toBeUndefined();
  },
);

it("every schema ships", () => {
  for (const name of SCHEMA_NAMES) expect(JSON.parse(shippedSchema(name))).toHaveProperty("$schema");
});

it("the version is the package’s", () => {
  expect(readFileSync("package.json", "utf8")).toContain(`"version": "${shippedVersion()}"`);
});
