import { describe, expect, it } from "vitest";
import { buildMatrix } from "../../src/engine/matrix.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

const PACK = packOf([question("fit", { label: "Fit" }), question("time")]);

describe("a matrix", () => {
  it("has a row for each candidate and a column for each criterion, in their order", () => {
    const decision = decisionOn(PACK, { zoo: [score(5), UNKNOWN], park: [score(1), UNKNOWN] });
    const { candidates, criteria, values } = buildMatrix(decision);
    expect({ candidates, criteria }).toEqual({ candidates: ["zoo", "park"], criteria: ["fit", "time"] });
    expect([...values]).toEqual([1, 0.5, 0, 0.5]);
  });

  it("refuses a range from high to low, by the label of its criterion", () => {
    const decision = decisionOn(PACK, { zoo: [range(4, 2), UNKNOWN] });
    expect(() => buildMatrix(decision)).toThrow(new RangeError("A range of Fit runs from high to low."));
  });
});
