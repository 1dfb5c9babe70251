// The tests that sit before a real terminal, twenty times over (TIMES says otherwise), with one installation of the program
// for all: whichever fails once in a while shows itself here.
import { createVitest } from "vitest/node";

const TIMES = Number(process.env.TIMES ?? 20);
const WHERE = ["test/terminal", "test/machine/prompts/real-terminal"];

const vitest = await createVitest("test", { watch: false, reporters: ["dot"] });
await vitest.standalone();
const files = await vitest.globTestSpecifications(WHERE);
let failures = 0;
for (let time = 1; time <= TIMES; time += 1) {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(files);
  const failed = testModules.filter((module) => !module.ok()).map((module) => module.relativeModuleId);
  failures += failed.length + unhandledErrors.length;
  console.log(`${time} of ${TIMES}: ${failed.length === 0 ? "all passed" : `failed in ${failed.join(", ")}`}`);
}
await vitest.close();
console.log(failures === 0 ? `Steady: ${TIMES} times without a failure.` : `Not steady: ${failures} failures.`);
process.exitCode = files.length > 0 && failures === 0 ? 0 : 1;
