import type { Command } from "./command.ts";
import { deliver } from "./showing.ts";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

export const completion: Command = {
  name: "completion",
  summary: "print what makes a shell complete commands, options, packs and candidates’ names",
  parameters: [{ usage: "<shell>", description: "the shell you type in", choices: SHELLS }],
  options: [],
  examples: [
    { line: "partner-score completion bash >> ~/.bashrc", shows: "in every new bash" },
    { line: "partner-score completion zsh >> ~/.zshrc", shows: "in every new zsh" },
    {
      line: "partner-score completion fish > ~/.config/fish/completions/partner-score.fish",
      shows: "in every fish",
    },
    { line: "partner-score completion powershell >> $PROFILE", shows: "in every new PowerShell" },
  ],
  async run({ parameters: [asked], settings }, machine) {
    const { completionScripts } = await import("./completion-scripts.ts");
    const shell = SHELLS.find((name) => name === asked);
    if (shell === undefined) throw new Error(`No shell is called ${asked}.`);
    return deliver([completionScripts[shell]], { format: "table", settings }, machine);
  },
};
