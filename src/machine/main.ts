import { bugReport } from "../commands/bug.ts";
import { runProgram } from "../commands/program.ts";
import { outliveClosedTerminal } from "./closed-terminal.ts";
import { nodeMachine } from "./node-machine.ts";
import { onSignal } from "./signals.ts";

const machine = nodeMachine();

// A question that waits ends by itself, so that the person is told what is saved.
onSignal(process, "SIGINT", () => machine.interrupt() || process.exit(130));
onSignal(process, "SIGTERM", () => process.exit(143));
onSignal(process, "SIGHUP", () => process.exit(129));
outliveClosedTerminal();

// Only a mistake of ours gets here. Whatever state it left behind is not one to go on from.
process.on("uncaughtException", (error) => {
  machine.note(bugReport(error, machine.debug));
  process.exit(1);
});

// Never process.exit here: it would lose what a slow pipe has not yet taken. Nor await: what is loaded on first use imports
// from the bundle that this stands in, and would wait for the end of it for ever.
void runProgram(process.argv.slice(2), machine).then((status) => {
  process.exitCode = status;
});
