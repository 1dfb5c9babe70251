/**
 * An interview without a person: saves the answers that come as JSON lines through standard input, one after the other,
 * and says of each when it begins and what became of it. It is bundled and run as a process, to be killed.
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { type Asked, openOnDisk, save } from "./notebook-on-disk.ts";

export type Said =
  /** It has read the file. */
  | { readonly said: "ready" }
  | { readonly said: "saving" | "saved"; readonly asked: Asked }
  /** Somebody else answered meanwhile, and their answer stays. */
  | { readonly said: "changed" | "failed"; readonly asked: Asked; readonly message: string };

// As the program itself answers them.
for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => process.exit(status));
}

const notebook = await openOnDisk(process.argv[2]);
say({ said: "ready" });
for await (const line of createInterface({ input: process.stdin })) {
  await saveAloud(JSON.parse(line) as Asked); // its parent's
}

async function saveAloud(asked: Asked): Promise<void> {
  say({ said: "saving", asked });
  const saved = await save(notebook, asked);
  if (saved.kind === "saved") return say({ said: "saved", asked });
  say({ said: saved.kind, asked, message: saved.message });
  await notebook.giveWay();
}

/** In one write that has happened when this returns: what was said stays said, whatever comes after. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}
