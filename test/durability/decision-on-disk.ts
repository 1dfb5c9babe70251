import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Id } from "../../src/engine/decision.ts";
import { topicKey } from "../../src/interview/topics.ts";
import { type Asked, readingAt } from "./notebook-on-disk.ts";

export const CRITERIA: readonly Id[] = ["fit", "time", "safe", "near", "known", "open", "calm", "fair", "firm", "glad"];

const PACK = `id: ten
title: Ten questions
criteria:
${CRITERIA.map((id) => `  - {id: ${id}, label: ${id}, question: "${id}?"}\n`).join("")}`;

export interface OnDisk {
  readonly folder: string;
  /** The decision's file. */
  readonly file: string;
  readonly candidates: readonly Id[];
}

/** A folder of its own for this test; anybody may write in it. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-durability-"));
  chmodSync(folder, 0o777);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A decision without an answer, beside it its pack. */
export function decisionOnDisk(candidates: number): OnDisk {
  return decisionIn(emptyFolder(), candidates);
}

export function decisionIn(folder: string, count: number): OnDisk {
  const candidates = Array.from({ length: count }, (_, place) => `c${place + 1}`);
  const file = join(folder, "decision.yaml");
  writeFileSync(join(folder, "ten.yaml"), PACK);
  writeFileSync(file, decisionText(candidates));
  chmodSync(file, 0o666);
  return { folder, file, candidates };
}

/** Without an answer; a comment stands beside each candidate. */
function decisionText(candidates: readonly Id[]): string {
  return `# ours\ncriteria: ./ten.yaml\ncandidates:\n${candidates.map((id) => `  - {id: ${id}, name: ${id}} # met in May\n`).join("")}`;
}

/** The scores that a file holds by {@link topicKey}. */
export async function scoresAt(file: string): Promise<Readonly<Record<string, number>>> {
  const { written } = await readingAt(file);
  return Object.fromEntries(
    [...written].map(([topic, answer]) => [topic, answer.kind === "score" ? answer.score : Number.NaN]),
  );
}

/** What a file holds after these have been saved, the last on top. */
export function scoresAfter(asked: readonly Asked[]): Readonly<Record<string, number>> {
  return Object.fromEntries(asked.map((one) => [topicKey(one), one.score]));
}

/** What lies in the folder besides the decision and its pack. */
export function leftBeside({ folder }: OnDisk): readonly string[] {
  return readdirSync(folder).filter((name) => !["decision.yaml", "ten.yaml", "elsewhere"].includes(name));
}

/** So many answers, through all questions about all candidates, and then again with other scores. */
export function series({ candidates }: OnDisk, length: number): readonly Asked[] {
  return Array.from({ length }, (_, place) => ({
    candidate: candidates[Math.floor(place / CRITERIA.length) % candidates.length],
    criterion: CRITERIA[place % CRITERIA.length],
    score: 1 + ((place + Math.floor(place / (CRITERIA.length * candidates.length))) % 5),
  }));
}
