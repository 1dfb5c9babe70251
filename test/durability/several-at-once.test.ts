import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { CRITERIA, decisionOnDisk, leftBeside, type OnDisk, scoresAfter, scoresAt } from "./decision-on-disk.ts";
import type { Asked } from "./notebook-on-disk.ts";
import { type Interviewer, interviewer } from "./processes.ts";

vi.setConfig({ testTimeout: 60_000 });

it.each([
  [2, 100],
  [3, 50],
])("%i interviews that save into one file at the same %i moments lose no confirmed answer", async (count, rounds) => {
  const decision = decisionOnDisk(2 + count);
  const interviewers = Array.from({ length: count }, (_, place) => interviewer(nameOfFile(decision, place)));
  // Whoever reads the file later would see, and mean to change, what another has just answered.
  for (const one of interviewers) expect(await one.saysAtLeast(1)).toBe(true);

  const confirmed: Asked[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // In some rounds, all answer the same question, each differently: then one comes first, and the others are told.
    const isShared = round % 5 === 0;
    const asked = interviewers.map((_, place) =>
      isShared ? shared(decision, round / 5, place) : own(decision, round, place),
    );
    const outcomes = await savedAtOnce(interviewers, asked, round);
    const expected = asked.map((_, place) => (isShared && place > 0 ? "changed" : "saved"));
    expect([...outcomes].sort()).toEqual(expected.sort());
    confirmed.push(...asked.filter((_, place) => outcomes[place] === "saved"));
  }
  for (const one of interviewers) one.finish();
  for (const one of interviewers) expect(await one.ended).toMatchObject({ status: 0, err: "" });
  expect(await scoresAt(decision.file)).toEqual(scoresAfter(confirmed));
  expect(leftBeside(decision)).toEqual([]);
});

/** Each but the first knows it by a link in another folder: they meet all the same. */
function nameOfFile({ file, folder }: OnDisk, place: number): string {
  if (place === 0) return file;
  const elsewhere = join(folder, "elsewhere", `${place}`);
  mkdirSync(elsewhere, { recursive: true });
  symlinkSync(file, join(elsewhere, "linked.yaml"));
  symlinkSync(join(folder, "ten.yaml"), join(elsewhere, "ten.yaml"));
  return join(elsewhere, "linked.yaml");
}

/** A question that nobody has answered yet: the first two candidates have twenty. */
function shared({ candidates }: OnDisk, turn: number, place: number): Asked {
  const candidate = candidates[Math.floor(turn / CRITERIA.length)];
  return { candidate, criterion: CRITERIA[turn % CRITERIA.length], score: 1 + place };
}

/** A question about the candidate that is this one's alone, with another answer each time. */
function own({ candidates }: OnDisk, round: number, place: number): Asked {
  const score = 1 + (Math.floor(round / CRITERIA.length) % 5);
  return { candidate: candidates[2 + place], criterion: CRITERIA[round % CRITERIA.length], score };
}

async function savedAtOnce(
  interviewers: readonly Interviewer[],
  asked: readonly Asked[],
  round: number,
): Promise<readonly string[]> {
  for (const [place, one] of interviewers.entries()) one.ask(asked[place]);
  return await Promise.all(
    interviewers.map(async (one) => {
      expect(await one.saysAtLeast(3 + 2 * round)).toBe(true);
      return one.said[2 + 2 * round].said;
    }),
  );
}
