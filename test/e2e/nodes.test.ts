import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { examples, node, run, runNode } from "./program.ts";

describe("the Node that runs these tests", () => {
  it("is this one, 22 or 24, and all are there", async ({ skip }) => {
    const others = resolve(".nodes/node_modules");
    const found = (() => {
      try {
        return readdirSync(others).filter((name) => name.startsWith("node-"));
      } catch {
        return [];
      }
    })();
    if (found.length === 0 && process.env.CI === undefined) skip("npm run nodes fetches Node 22 and 24.");
    expect(found).toEqual(["node-22", "node-24"]);
    const { out } = await runNode(["--version"]);
    const major = /^v(\d+)\./.exec(out)?.[1];
    expect([process.execPath, `${others}/node-${major}/bin/node`]).toContain(node);
  });
});

describe("the JSON of an example", () => {
  const golden = resolve("test/golden/examples");
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const tool = `partner-score ${version}`;
  const documents = readdirSync(golden).filter((name) => name.endsWith(".json"));

  it.each(documents)("has the same bytes on every Node: %s", async (name) => {
    const text = readFileSync(join(golden, name), "utf8");
    const { provenance } = JSON.parse(text) as { provenance: { tool: string; inputs: { path: string }[] } };
    const files = provenance.inputs.map(({ path }) => path).filter((path) => !path.endsWith("/criteria.yaml"));
    const ended = await run(["evaluate", ...files, "--json"], { folder: dirname(examples) });
    expect(ended).toEqual({ status: 0, out: text.replace(provenance.tool, tool), err: "" });
  });
});
