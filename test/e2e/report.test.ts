import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { decisionOf, examples, folderWith, run } from "./program.ts";

const tour = readFileSync(join(examples, "family-learning.yaml"), "utf8");
/** The tour with the two of whom most is written once more, by other names. */
const tenCandidates = `${tour}${[...tour.matchAll(/^ {2}- name: .*\n(?: {4}.*\n)+/gm)]
  .slice(0, 2)
  .map(([block]) => block.replace(/name: /, "name: The other "))
  .join("")}`;
const report = ["report", "ten.yaml", "-o", "report.html"];

it("report writes a page that allows its own style and script, and nothing else", async () => {
  const folder = folderWith({ "ten.yaml": tenCandidates });
  expect(await run(report, { folder })).toEqual({ status: 0, out: "", err: "" });
  const page = readFileSync(join(folder, "report.html"), "utf8");
  const hashOf = (text: string | undefined) =>
    createHash("sha256")
      .update(text ?? "")
      .digest("base64");
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1];
  const script = /<script>(.*?)<\/script>/s.exec(page)?.[1];
  expect(style?.length).toBeGreaterThan(1000);
  expect(script?.length).toBeGreaterThan(10_000);
  expect(page).toContain(
    `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(script)}'`,
  );
  expect(readdirSync(folder).sort()).toEqual(["report.html", "ten.yaml"]);
});

it("a report of ten candidates with notes is below 200 kB, script included", async () => {
  const folder = folderWith({ "ten.yaml": tenCandidates });
  const { out } = await run(["report", "ten.yaml"], { folder });
  expect(out.match(/<section id="candidate-\d+"/g)).toHaveLength(10);
  expect(Buffer.byteLength(out)).toBeLessThan(200_000);
});

it("so is one of ten candidates with a note, evidence and a ground for every answer", async () => {
  const given = (candidate: number, place: number) => ({
    score: 2 + ((candidate + place) % 4),
    note: "They told us that this fits what their board wrote down for the years to come, and named a person for it.",
    evidence: `Annual report ${2019 + (candidate % 5)}, page ${10 + place}, and a letter of their director`,
    basis: ["seen", "read", "told", "guess"][place % 4],
  });
  const ids = [...new Set([...tour.matchAll(/^ {6}([a-z]+): /gm)].map(([, id]) => id))];
  expect(ids).toHaveLength(10);
  const candidates = Array.from({ length: 10 }, (_, candidate) => ({
    name: `The Friends of Neighborhood ${candidate + 1}`,
    answers: Object.fromEntries(ids.map((id, place) => [id, given(candidate, place)])),
  }));
  const { out } = await run(["report", "full.json"], {
    folder: folderWith({ "full.json": JSON.stringify({ decision: "Whom to ask first", candidates }) }),
  });
  expect(out.match(/Evidence: Annual report/g)?.length).toBeGreaterThanOrEqual(100);
  expect(Buffer.byteLength(out)).toBeLessThan(200_000);
});

it("the same file on the same day gives the same bytes, and SOURCE_DATE_EPOCH is that day", async () => {
  const folder = folderWith({ "partners.json": decisionOf(["Zoo", "Park"]) });
  const pages = await Promise.all(
    ["1800000000", "1800000000", "1900000000"].map(
      async (day) =>
        (await run(["report", "partners.json"], { folder, environment: { SOURCE_DATE_EPOCH: day, TZ: "Asia/Tokyo" } }))
          .out,
    ),
  );
  expect(pages[0]).toContain("January 15, 2027");
  expect(pages[1]).toBe(pages[0]);
  expect(pages[2]).toBe(pages[0].replaceAll("January 15, 2027", "March 17, 2030"));
});

it.runIf(process.platform === "linux")(
  "--open hands the page to the browser as an address, whatever its name",
  async () => {
    const folder = folderWith({
      "partners.json": decisionOf(["Zoo", "Park"]),
      "xdg-open": `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/opened.tmp" && mv "$(dirname "$0")/opened.tmp" "$(dirname "$0")/opened"\n`,
    });
    chmodSync(join(folder, "xdg-open"), 0o755);
    const name = "$(touch hacked) & 100%.html";
    const environment = { DISPLAY: ":0", PATH: `${folder}:${process.env.PATH}` };
    expect(await run(["report", "partners.json", "-o", name, "--open"], { folder, environment })).toEqual({
      status: 0,
      out: "",
      err: "",
    });
    await expect.poll(() => existsSync(join(folder, "opened"))).toBe(true);
    expect(readFileSync(join(folder, "opened"), "utf8")).toBe(`${pathToFileURL(join(folder, name)).href}\n`);
    expect(existsSync(join(folder, "hacked"))).toBe(false);
  },
);

it("--open without a display writes the page all the same", async () => {
  const folder = folderWith({ "partners.json": decisionOf(["Zoo", "Park"]) });
  const { status, err } = await run(["report", "partners.json", "-o", "report.html", "--open"], { folder });
  expect(status).toBe(0);
  if (process.platform === "linux") expect(err).toMatch(/^report\.html is written\./);
  expect(readFileSync(join(folder, "report.html"), "utf8")).toMatch(/<\/html>\n$/);
});
