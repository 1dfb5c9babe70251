import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "modules",
          setupFiles: ["test/fixed-seed.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/terminal/**"],
          // A property tries a hundred cases or a thousand, on machines of any speed.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "program",
          include: ["test/{e2e,terminal}/**/*.test.ts"],
          // Packs and installs the program once.
          globalSetup: ["test/e2e/install.ts"],
          testTimeout: 60_000,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**"] },
  },
});
