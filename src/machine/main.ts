import { bugReport } from "../commands/bug.ts";
import { runProgram } from "../commands/program.ts";
import { nodeMachine } from "./node-machine.ts";

const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

for (const [signal, status] of Object.entries(INTERRUPTED)) process.on(signal, () => process.exit(status));

const machine = nodeMachine();

// Only a mistake of ours gets here. Whatever state it left behind is not one to go on from.
process.on("uncaughtException", (error) => {
  machine.note(bugReport(error, machine.debug));
  process.exit(1);
});

// Never process.exit here: it would lose what a slow pipe has not yet taken.
process.exitCode = await runProgram(process.argv.slice(2), machine);
