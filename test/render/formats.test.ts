import { expect, it } from "vitest";
import { formats } from "../../src/render/formats.ts";
import { PLAIN } from "./show.ts";

it("every format has a name, an extension and words of its own", () => {
  for (const key of ["name", "extension", "summary"] as const) {
    expect(new Set(formats.map((format) => format[key])).size).toBe(formats.length);
  }
});

it.each(formats.map((format) => [format.name, format] as const))(
  "%s writes a result in pieces",
  async (_name, format) => {
    const render = await format.load();
    const shown = {
      page: { title: "Zoo", blocks: [] },
      document: { name: "Zoo" },
      records: { columns: ["name"], rows: [["Zoo"]] },
    };
    expect([...render(shown, PLAIN)].join("")).toMatch(/Zoo.*\n$/s);
  },
);
