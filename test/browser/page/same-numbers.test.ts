import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { acceptability } from "../../../src/analysis/acceptability.ts";
import { WEIGHT_MODELS } from "../../../src/analysis/weightings.ts";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { decisionOn, PACK, TOUR } from "../../render/tour.ts";
import { inBrowser, isSkipped, useBrowser, visitNothing } from "./page.ts";

useBrowser();

describe("the simulation", () => {
  it.skipIf(isSkipped).each(WEIGHT_MODELS)(
    inBrowser("in a browser gives the bytes that Node gives, drawn as %s"),
    async (model) => {
      const decision = decisionOn(PACK, TOUR);
      const options = { model, spread: 0.5, runs: 5000, seed: 1 };
      const page = await visitNothing();
      await page.addScriptTag({ content: await library() });
      const found = await page.evaluate(`simulated(${JSON.stringify(decision)}, ${JSON.stringify(options)})`);
      expect(found).toBe(JSON.stringify(acceptability(decision, evaluate(decision), options)));
    },
  );
});

/** The simulation as one script, which defines `simulated`. */
async function library(): Promise<string> {
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)));
  const entry = `
    import { acceptability } from ${source("analysis/acceptability.ts")};
    import { evaluate } from ${source("engine/evaluate.ts")};
    globalThis.simulated = (decision, options) => JSON.stringify(acceptability(decision, evaluate(decision), options));`;
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? id : undefined),
        load: (id) => (id === "entry" ? entry : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife" });
  return output[0].code;
}
