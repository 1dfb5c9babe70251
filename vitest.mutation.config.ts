import { defineConfig } from "vitest/config";

// Of the tests that know a layer, those of the layer itself: what only another layer's tests notice is not tested here.
export default defineConfig({
  test: {
    include: ["test/{engine,documents}/**/*.test.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    testTimeout: 60_000,
  },
});
