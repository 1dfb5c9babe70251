import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { start } from "../pseudo-terminal.ts";
import { type Home, homeWith } from "./installed.ts";

// Real shells in real terminals, which ask the real program at each key.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const NAMES = [
  "Radio Este",
  'O\'Neill "Bud" & Sons',
  "国立科学博物館・北分館",
  "A:B=C@D Club",
  "Wow! Museum",
  "Zap $(touch pwned) `touch pwned` $HOME \\ Club",
  "Клуб «Радуга»",
  "-Dash (& Co) [x] {y} ~z; *?#<>|",
];
const ALIKE = ["North Park Club", "North Port Club"];
const FILES = {
  "partners.yaml": `candidates:\n${[...NAMES, ...ALIKE].map((name) => `  - name: ${JSON.stringify(name)}\n`).join("")}`,
  "two words.yaml": "candidates:\n  - name: Only One\n",
  "broken.yaml": "candidates:\n  - name: Radio Este\n  nme: [\n",
  "huge.csv": `name\nRadio Este\n${"Radio Oeste,\n".repeat(50_000)}`,
};

interface Shell {
  readonly name: string;
  readonly parameters: readonly string[];
  /** What its settings hold besides the script. */
  readonly settings: (script: string) => Readonly<Record<string, string>>;
}

const SHELLS: readonly Shell[] = [
  {
    name: "bash",
    parameters: ["--noprofile", "-i"],
    settings: (script) => ({ ".bashrc": `PS1='$ '; bind 'set enable-bracketed-paste off'\n${script}` }),
  },
  { name: "zsh", parameters: ["-i"], settings: (script) => ({ ".zshrc": `PS1='$ '\n${script}` }) },
  {
    name: "fish",
    parameters: ["-i"],
    settings: (script) => ({
      ".config/fish/completions/partner-score.fish": script,
      ".config/fish/config.fish": "set fish_greeting; function fish_prompt; echo '$ '; end\n",
    }),
  },
];

/** What is typed, and the words that the program is then run with. */
const EVERYWHERE: readonly (readonly [typed: string, words: readonly string[]])[] = [
  ["val\t", ["validate"]],
  ["evaluate partners.yaml --for\tjs\t", ["evaluate", "partners.yaml", "--format", "json"]],
  ["evaluate partners.yaml --format=js\t", ["evaluate", "partners.yaml", "--format=json"]],
  ["criteria bet\t", ["criteria", "better-together"]],
  ["evaluate part\t--criteria bet\t", ["evaluate", "partners.yaml", "--criteria", "better-together"]],
  ["help exi\t", ["help", "exit-codes"]],
  ["interview partners.yaml --question opp\t", ["interview", "partners.yaml", "--question", "opportunity"]],
  ["interview two\t--candidate On\t", ["interview", "two words.yaml", "--candidate", "Only One"]],
  ...NAMES.map((name) => [named(`${beginning(name)}\t`), ["interview", "partners.yaml", "--candidate", name]] as const),
  [named('"Rad\t'), ["interview", "partners.yaml", "--candidate", "Radio Este"]],
  [named("'Rad\t"), ["interview", "partners.yaml", "--candidate", "Radio Este"]],
  [named('"Zap\t'), ["interview", "partners.yaml", "--candidate", NAMES[5]]],
  [named('"Wow\t'), ["interview", "partners.yaml", "--candidate", NAMES[4]]],
  [named("\"O'N\t"), ["interview", "partners.yaml", "--candidate", NAMES[1]]],
  [named("'A:B=C\t"), ["interview", "partners.yaml", "--candidate", NAMES[3]]],
  [named("A:B=C\t"), ["interview", "partners.yaml", "--candidate", NAMES[3]]],
  [named("No\ta\t"), ["interview", "partners.yaml", "--candidate", "North Park Club"]],
  [named("radio\t"), ["interview", "partners.yaml", "--candidate", "Radio Este"]],
  [
    "interview --candidate=x partners.yaml --candidate Rad\t",
    ["interview", "--candidate=x", "partners.yaml", "--candidate", "Radio Este"],
  ],
  ["interview broken.yaml --candidate Rad\t", ["interview", "broken.yaml", "--candidate", "Rad"]],
  ["interview huge.csv --candidate Rad\t", ["interview", "huge.csv", "--candidate", "Rad"]],
  ["interview gone.yaml --candidate Rad\t", ["interview", "gone.yaml", "--candidate", "Rad"]],
  ["nothing such\t", ["nothing", "such"]],
];

function named(typed: string): string {
  return `interview partners.yaml --candidate ${typed}`;
}

/** As much of a name as needs no quotes, typed by hand. */
function beginning(name: string): string {
  return /^[\p{L}]+|^-D/u.exec(name)?.[0] ?? "";
}

describe.each(SHELLS)("in a real $name", ({ name, parameters, settings }) => {
  const here = spawnSync(name, ["--version"]).status === 0;
  let home: Home;

  beforeAll(async () => {
    if (!here) return;
    home = await homeWith(FILES);
    const script = execFileSync(join(home.folder, "bin/partner-score"), ["completion", name], { encoding: "utf8" });
    for (const [file, content] of Object.entries(settings(script))) {
      mkdirSync(dirname(join(home.folder, file)), { recursive: true });
      writeFileSync(join(home.folder, file), content);
    }
  });
  afterAll(() => home?.remove());

  it("is there, where the project is checked", () => {
    expect(here || process.env.CI === undefined).toBe(true);
  });

  const claim = "completes each word as it is meant, quoted as it has to be, and evaluates none";
  it.runIf(here)(here ? claim : `${claim}: not tested, because ${name} is not installed here`, async () => {
    const shell = start(
      name,
      parameters,
      { columns: 200, rows: 60 },
      { folder: join(home.folder, "work"), environment: home.environment },
    );
    await shell.shows("$ ");
    for (const [place, [typed, words]] of EVERYWHERE.entries()) {
      shell.type(`partner-score ${typed}\r`);
      await shell.shows(`ran ${place + 1}`);
      expect(home.runs().at(-1), typed).toEqual(words);
    }
    // Ctrl-U takes the line away: only a tab has been pressed on it.
    shell.type('partner-score interview "$(touch pwned)" --candidate R\t\u0015');
    shell.type("partner-score last\r");
    await shell.shows(`ran ${EVERYWHERE.length + 1}`);
    expect(home.runs().at(-1)).toEqual(["last"]);
    expect(existsSync(join(home.folder, "work/pwned"))).toBe(false);
    expect(shell.everything()).not.toMatch(/Did you mean|error|mistake|\.(?:yaml|csv):/i);
    shell.type("exit\r");
    await shell.ended;
  });
});
