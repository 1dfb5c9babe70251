import { appendFileSync } from "node:fs";
import type { QuestionView } from "../../../src/interview/ask.ts";
import { outliveClosedTerminal } from "../../../src/machine/closed-terminal.ts";
import { makeAsk } from "../../../src/machine/prompts/prompts.ts";

/** What a test wants asked, in this order. */
export interface Scenario {
  readonly questions?: readonly QuestionView[];
  readonly lines?: string;
  readonly choice?: readonly string[];
  readonly plain?: boolean;
  readonly ascii?: boolean;
  /** The program goes on when its window is closed. */
  readonly ignoresHangup?: boolean;
  /** A timer that never lets the process end by itself. */
  readonly timer?: boolean;
}

/** A program that asks, and behaves under signals as the real one does. What it is told goes into a file. */
const {
  questions = [],
  lines,
  choice,
  plain = false,
  ascii = false,
  timer,
  ignoresHangup,
}: Scenario = JSON.parse(process.argv[2]);
const report = (what: unknown): void => appendFileSync(process.argv[3], `${JSON.stringify(what)}\n`);

const { stdin: input, stdout: output } = process;
const ask = makeAsk({ input, output, unicode: !ascii, paint: (_tone, text) => text, plain });

process.on("SIGINT", () => {
  if (!ask.interrupt()) process.exit(130);
});
process.on("SIGTERM", () => process.exit(143));
process.on("SIGHUP", () => {
  if (ignoresHangup !== true) process.exit(129);
});
outliveClosedTerminal();
process.on("uncaughtException", ({ stack }) => {
  report(stack);
  process.exit(1);
});
process.on("exit", report);
if (timer) setInterval(() => {}, 1000);

process.exitCode = await run();
ask.close();
if (timer) process.exit();

async function run(): Promise<number> {
  if (choice !== undefined) {
    const options = choice.map((value) => ({ value, label: value }));
    report(await ask.choice({ message: "Which?", options }));
  }
  if (lines !== undefined) report(await ask.lines({ message: lines }));
  for (const view of questions) {
    const reply = await ask.question(view);
    report(reply);
    ask.say(`${view.label} is answered.`, "good");
    if (reply.go === "stop") return 130;
    if (reply.go === "quit") return 0;
  }
  return 0;
}
