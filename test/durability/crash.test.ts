import { readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { decisionOnDisk, leftBeside, type OnDisk, scoresAfter, scoresAt, series } from "./decision-on-disk.ts";
import { type Asked, openOnDisk, save } from "./notebook-on-disk.ts";
import { type Ended, interviewer } from "./processes.ts";

/** `npm run crash` asks for 200. */
const CRASHES = Number(process.env.CRASHES ?? 20);

it(`an interviewer killed ${CRASHES} times loses no confirmed answer and leaves no broken file`, {
  timeout: 5000 * CRASHES,
}, async () => {
  const decision = decisionOnDisk(6);
  const answers = series(decision, 20 * CRASHES);
  let onDisk = 0;
  let killedWhileWriting = 0;
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const { confirmed } = await stopped("SIGKILL", decision, answers.slice(onDisk));
    onDisk = await countOnDisk(decision, answers, onDisk + confirmed);
    if (leftBeside(decision).length > 0) killedWhileWriting += 1;

    expect(await save(await openOnDisk(decision.file), answers[onDisk])).toMatchObject({ kind: "saved" });
    onDisk += 1;
    expect(leftBeside(decision)).toEqual([]);
  }
  // Else the moments were not well aimed.
  expect(killedWhileWriting).toBeGreaterThan(0);
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "%s lets a save that has begun end, and leaves nothing beside the file",
  { timeout: 30_000 },
  async (signal, status) => {
    const decision = decisionOnDisk(6);
    const answers = series(decision, 100);
    let onDisk = 0;
    for (let times = 0; times < 3; times += 1) {
      const { ended, confirmed } = await stopped(signal, decision, answers.slice(onDisk));
      expect(ended).toMatchObject({ status });
      onDisk = await countOnDisk(decision, answers, onDisk + confirmed);
      expect(leftBeside(decision)).toEqual([]);
    }
  },
);

/**
 * Stops an interviewer at a random moment of its first answers. Most of a save goes into the patch of the text, so two of
 * three times the moment comes just after something has begun to be written.
 */
async function stopped(
  signal: NodeJS.Signals,
  { file, folder }: OnDisk,
  answers: readonly Asked[],
): Promise<{ ended: Ended; confirmed: number }> {
  const child = interviewer(file);
  child.ask(...answers.slice(0, 18));
  expect(await child.saysAtLeast(2 + 2 * Math.floor(6 * Math.random()))).toBe(true);
  const isAimed = Math.random() < 2 / 3;
  const [before, start] = [readdirSync(folder).join(), performance.now()];
  if (isAimed) while (readdirSync(folder).join() === before && performance.now() - start < 1000);
  const moment = performance.now() + (isAimed ? 2 : 20) * Math.random();
  while (performance.now() < moment);
  child.process.kill(signal);
  const ended = await child.ended;
  return { ended, confirmed: child.said.filter(({ said }) => said === "saved").length };
}

/** How many of the answers the file holds. What was confirmed must be there; what was just being saved may be. */
async function countOnDisk({ file }: OnDisk, answers: readonly Asked[], confirmed: number): Promise<number> {
  const found = await scoresAt(file);
  if (isDeepStrictEqual(found, scoresAfter(answers.slice(0, confirmed + 1)))) return confirmed + 1;
  expect(found).toEqual(scoresAfter(answers.slice(0, confirmed)));
  return confirmed;
}
