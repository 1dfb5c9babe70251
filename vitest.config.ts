import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What `npm run nodes` has put there: `node-22` and so on. */
const otherNodes = fileURLToPath(new URL(".nodes/node_modules", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "modules",
          setupFiles: ["test/fixed-seed.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/terminal/**", "test/browser/page/**"],
          // A property tries a hundred cases or a thousand, on machines of any speed.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "program",
          include: ["test/{e2e,terminal,browser/page}/**/*.test.ts"],
          // Builds, packs and installs the program once.
          globalSetup: ["test/e2e/install.ts"],
          testTimeout: 60_000,
        },
      },
      ...foldersIn(otherNodes).map((name) => ({
        test: {
          name: `program on ${name}`,
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/install.ts"],
          env: { NODE_UNDER_TEST: `${otherNodes}/${name}/bin/node` },
          testTimeout: 60_000,
        },
      })),
    ],
    coverage: { provider: "v8", include: ["src/**"] },
  },
});

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^node-\d+$/.test(name));
  } catch {
    return [];
  }
}
