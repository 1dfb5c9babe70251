import type { Machine } from "./machine.ts";

/** What long work comes to: told after each of its steps how far it is, with a breath in between, so that Ctrl-C is heard. */
export async function stepByStep<Step, Result>(
  work: Generator<Step, Result>,
  tell: (step: Step) => void,
  machine: Machine,
): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    tell(step.value);
    await machine.breathe();
  }
}
