import { defineConfig } from "vitest/config";

// Of the tests that know a layer, those of the layer itself: what only another layer's tests notice is not tested here.
export default defineConfig({
  test: {
    include: ["test/{engine,documents}/**/*.test.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    // Tests of large lists are slow in code that counts what it runs.
    testTimeout: 300_000,
    // A place that is broken is noticed in the first few cases of a property; one that is not costs all of them.
    env: { FC_RUNS: "25" },
  },
});
