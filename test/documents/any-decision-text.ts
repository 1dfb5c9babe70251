import fc, { type GeneratorValue } from "fast-check";
import type { WrittenAnswer } from "../../src/documents/written-answer.ts";
import type { Basis, Ground } from "../../src/engine/decision.ts";

/** A decision at random, written in one of the many styles that people have: what the text says, and the text. */
export interface AnyText {
  readonly text: string;
  readonly candidates: readonly AnyCandidate[];
}

export interface AnyCandidate {
  readonly id: string | undefined;
  readonly name: string;
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
}

export const CRITERIA = [
  "alpha",
  "b-2",
  "naïve-é",
  "質問",
  "constructor",
  "__proto__",
  "null",
  "3rd",
  "score",
  "answers",
];
const NAMES = [
  "Museum",
  "Radio: Este",
  "# Hash & Co",
  "国立博物館・北分館",
  'O\'Brien "Books"',
  "- dash",
  "{brace}",
  "123",
  "true",
];
const PHRASES = [
  "seen",
  "# none",
  "a: b",
  "{x, y}",
  "it's",
  'say "hi"',
  "a\tb",
  "két",
  "👩‍👩‍👧",
  "*star",
  "100%",
  "plain words here",
];
const BASES: readonly Basis[] = ["seen", "read", "told", "guess"];

// ---- what an edit may put into a file ----

/** Notes as an interview may bring them: anything that a person can type or paste. */
const anyNote = fc.oneof(
  fc.constantFrom("", " ", "4", "null", " leading", "trailing ", "two\nlines", "\r\n", "\u2028", "\u202Eabc", "\u0085"),
  fc.constantFrom(
    "\uD800",
    "\uFEFF",
    "\uFFFE",
    "#",
    " #",
    "- a\n- b",
    "---",
    "...",
    "a: {b: [c",
    '"',
    "'",
    "\\",
    "\u0007",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const anyScore = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(2.5, -3, 0.1, 1e11, 1e-7));

const anyStated: fc.Arbitrary<WrittenAnswer> = fc.oneof(
  anyScore.map((score) => ({ kind: "score" as const, score })),
  fc
    .tuple(anyScore, anyScore)
    .filter(([one, other]) => one !== other)
    .map((ends) => ({ kind: "range" as const, low: Math.min(...ends), high: Math.max(...ends) })),
  fc.constantFrom({ kind: "unknown" as const }, { kind: "abstain" as const }, { kind: "unanswered" as const }),
);

const anyGround: fc.Arbitrary<Ground> = fc.oneof(
  fc.constant({}),
  fc.record({ note: anyNote, evidence: anyNote, basis: fc.constantFrom(...BASES) }, { requiredKeys: [] }),
);

export const anyAnswer: fc.Arbitrary<WrittenAnswer | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(anyStated, anyGround).map(([stated, ground]) => ({ ...stated, ...ground })) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

// ---- drawing ----

/** One of these; what stands twice is drawn twice as often. */
type Draw = <T>(...choices: readonly T[]) => T;

interface Pen {
  readonly draw: Draw;
  /** A comment that stands nowhere else in the text. */
  readonly comment: () => string;
  /** How far each map goes in. */
  readonly step: string;
  readonly quote: (key: string) => string;
}

function drawing(generate: GeneratorValue): Draw {
  return (...choices) => choices[generate(fc.nat, choices.length - 1)];
}

function some<T>(draw: Draw, things: readonly T[]): T[] {
  return things.filter(() => draw(true, false));
}

function shuffled<T>(draw: Draw, things: readonly T[]): T[] {
  const left = [...things];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(draw(...left.keys()), 1));
  return result;
}

// ---- what there is to write ----

/** A value with the ways in which it may be written. */
type Value =
  | { readonly kind: "text"; readonly text: string; readonly forms: readonly ("plain" | "single" | "double")[] }
  | { readonly kind: "block"; readonly header: string; readonly lines: readonly string[] }
  | { readonly kind: "empty" }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "map"; readonly entries: readonly Entry[] };

interface Entry {
  readonly key: string;
  readonly value: Value;
}

function plain(text: string): Value {
  return { kind: "text", text, forms: ["plain"] };
}

function anyForm(text: string): Value {
  const isPlain = /^(?!(?:true|false|null)$)\p{L}[\p{L}\p{N} ]*$/u.test(text);
  return { kind: "text", text, forms: isPlain ? ["plain", "single", "double"] : ["single", "double"] };
}

/** A text of a person, and what it says; block scalars only where there is indentation. */
function anyText(draw: Draw, isIndented: boolean): { readonly value: Value; readonly says: string } {
  const phrases = [draw(...PHRASES), draw(...PHRASES)];
  if (!isIndented || draw(true, false)) {
    const says = phrases.join(" ");
    return { value: anyForm(says), says };
  }
  const header = draw("|", "|-", "|+", ">", ">-", "|2");
  const body = phrases.join(header.startsWith(">") ? " " : "\n");
  const after = header === "|+" ? draw([], [""], ["", ""]) : [];
  const says = `${body}${header.endsWith("-") ? "" : "\n"}${"\n".repeat(after.length)}`;
  return { value: { kind: "block", header, lines: [...phrases, ...after] }, says };
}

/** An answer, and what it says. */
function anyWritten(draw: Draw, isIndented: boolean): { readonly value: Value; readonly says: WrittenAnswer } {
  const stated = draw<WrittenAnswer>(
    { kind: "score", score: draw(1, 4, 2.5) },
    { kind: "score", score: 5 },
    { kind: "range", low: 2, high: 4 },
    { kind: "unknown" },
    { kind: "abstain" },
    { kind: "unanswered" },
  );
  if (draw(true, false)) return { value: anyShort(draw, stated), says: stated };
  const grounds = (["note", "evidence"] as const)
    .filter(() => draw(true, false))
    .map((key) => ({ key, ...anyText(draw, isIndented) }));
  const basis = draw(undefined, undefined, ...BASES);
  const entries: Entry[] = [
    ...anyStatedEntry(draw, stated, isIndented),
    ...grounds.map(({ key, value }) => ({ key, value })),
    ...(basis === undefined ? [] : [{ key: "basis", value: plain(basis) }]),
  ];
  const says = {
    ...stated,
    ...Object.fromEntries(grounds.map(({ key, says }) => [key, says])),
    ...(basis && { basis }),
  };
  return { value: { kind: "map", entries: shuffled(draw, entries) }, says };
}

function anyShort(draw: Draw, stated: WrittenAnswer): Value {
  switch (stated.kind) {
    case "score":
      return draw(plain(String(stated.score)), plain(`${stated.score}-${stated.score}`), anyForm(String(stated.score)));
    case "range":
      return draw(plain(`${stated.low}-${stated.high}`), plain(`${stated.low} - ${stated.high}`), anyForm("2-4"));
    case "unanswered":
      return draw<Value>({ kind: "empty" }, plain("null"), plain("~"), { kind: "map", entries: [] }, anyForm(""));
    default:
      return anyForm(stated.kind);
  }
}

function anyStatedEntry(draw: Draw, stated: WrittenAnswer, isIndented: boolean): Entry[] {
  const long: Entry[] = [];
  if (stated.kind === "unknown" || stated.kind === "abstain") long.push({ key: stated.kind, value: plain("true") });
  if (stated.kind === "range" && draw(true, false)) {
    long.push({ key: "range", value: isIndented ? { kind: "list", items: ["2", "4"] } : plain("[2, 4]") });
  }
  if (stated.kind === "unanswered") return some(draw, [{ key: "score", value: plain("null") }]);
  if (stated.kind === "score" && draw(true, false)) long.push({ key: "unknown", value: plain("false") });
  return long.length > 0 && (stated.kind !== "score" || long[0].key !== "unknown")
    ? long
    : [...long, { key: "score", value: anyShort(draw, stated) }];
}

function anyCandidate(draw: Draw, name: string, index: number, isIndented: boolean) {
  const id = draw(undefined, undefined, `id-${index}`);
  const given = some(draw, CRITERIA).map((criterion) => ({ criterion, ...anyWritten(draw, isIndented) }));
  const answers: Value =
    given.length > 0
      ? { kind: "map", entries: given.map(({ criterion, value }) => ({ key: criterion, value })) }
      : draw<Value>({ kind: "empty" }, plain("null"), { kind: "map", entries: [] });
  const entries: Entry[] = [
    ...(id === undefined ? [] : [{ key: "id", value: anyForm(id) }]),
    ...some(draw, ["notes", "contact"]).map((key) => ({ key, value: anyText(draw, isIndented).value })),
    ...(given.length > 0 || draw(true, false) ? [{ key: "answers", value: answers }] : []),
  ];
  const named: Entry = { key: "name", value: /^[\dt]/.test(name) ? draw(plain(name), anyForm(name)) : anyForm(name) };
  const says: AnyCandidate = { id, name, answers: new Map(given.map(({ criterion, says }) => [criterion, says])) };
  return {
    says,
    value: {
      kind: "map" as const,
      entries: draw(false, false, true) ? shuffled(draw, [named, ...entries]) : [named, ...entries],
    },
  };
}

// ---- writing it ----

export function anyYaml(generate: GeneratorValue): AnyText {
  const draw = drawing(generate);
  let comments = 0;
  const pen: Pen = {
    draw,
    comment() {
      comments += 1;
      return `# comment ${comments}.`;
    },
    step: draw("  ", "  ", "    ", "        "),
    quote: draw(
      (key: string) => key,
      (key: string) => `"${key}"`,
      (key: string) => `'${key}'`,
    ),
  };
  const names = [...new Set([draw(...NAMES), draw(...NAMES), draw(...NAMES)])];
  const isFlowList = draw(false, false, false, true);
  const drawn = names.map((name, index) => {
    const isFlow = isFlowList || draw(false, false, false, true);
    return { isFlow, ...anyCandidate(draw, name, index, !isFlow) };
  });
  const list = isFlowList
    ? ` [${drawn.map(({ value }) => flowText(pen, value, "  ")).join(draw(", ", ",\n  "))}]${beside(pen)}\n`
    : `${beside(pen)}\n${listText(pen, drawn)}`;
  const body = [
    ...some(draw, ["decision: Some title\n", "purpose: >-\n  folded over\n  two lines\n", "# a line\n", "\n"]),
    `${pen.quote("candidates")}:${list}`,
    ...some(draw, [`${pen.comment()}\n`, "rater: Someone\n", "...\n"]),
  ].join("");
  return {
    text: finished(draw, `${draw("", "", "---\n", "--- # start\n")}${body}`),
    candidates: drawn.map(({ says }) => says),
  };
}

function listText(
  pen: Pen,
  candidates: readonly { readonly isFlow: boolean; readonly value: Value & { kind: "map" } }[],
) {
  const { draw } = pen;
  const dash = draw("", "  ", pen.step);
  const gap = draw(" ", " ", "   ");
  return candidates
    .map(({ isFlow, value }) => {
      const inside = `${dash} ${gap}`;
      const between = draw("", "", `${inside}${pen.comment()}\n`, `${pen.comment()}\n`);
      if (isFlow) return `${dash}-${gap}${flowText(pen, value, inside)}${beside(pen)}\n${between}`;
      const start = draw(gap, gap, gap, `${beside(pen)}\n${inside}`);
      return `${dash}-${start}${blockText(pen, value.entries, inside).slice(inside.length)}${between}`;
    })
    .join("");
}

/** Entries on lines of their own, each with its indentation. */
function blockText(pen: Pen, entries: readonly Entry[], indentation: string): string {
  const { draw } = pen;
  return entries
    .map(({ key, value }, index) => {
      const above =
        index === 0 ? "" : draw("", "", "", `${indentation}${pen.comment()}\n`, `${draw("", " ")}${pen.comment()}\n`);
      const written = pen.quote(key);
      const isShort = value.kind === "text" || value.kind === "empty";
      if (isShort && draw(...Array<boolean>(12).fill(false), true)) {
        return `${above}${indentation}? ${written}${beside(pen)}\n${indentation}:${valueText(pen, value, indentation)}`;
      }
      return `${above}${indentation}${written}${draw("", "", "", " ")}:${valueText(pen, value, indentation)}`;
    })
    .join("");
}

/** What follows the colon, to the end of the last line. */
function valueText(pen: Pen, value: Value, indentation: string): string {
  const { draw, step } = pen;
  const inner = `${indentation}${step}`;
  switch (value.kind) {
    case "empty":
      return `${beside(pen)}\n`;
    case "block":
      return ` ${value.header.replace("2", String(Math.min(step.length, 8)))}${beside(pen)}\n${value.lines.map((line) => (line === "" ? "\n" : `${inner}${line}\n`)).join("")}`;
    case "list": {
      if (draw(true, false)) return ` [${value.items.join(draw(", ", ","))}]${beside(pen)}\n`;
      const dash = draw(indentation, inner);
      return `${beside(pen)}\n${value.items.map((item) => `${dash}- ${item}${beside(pen)}\n`).join("")}`;
    }
    case "map":
      if (value.entries.length === 0 || (fitsBraces(value) && draw(false, false, true)))
        return ` ${flowText(pen, value, inner)}${beside(pen)}\n`;
      return `${beside(pen)}\n${draw("", "", `${inner}${pen.comment()}\n`)}${blockText(pen, value.entries, inner)}`;
    case "text":
      return `${draw(" ", " ", " ", "  ", `${beside(pen)}\n${inner}`)}${scalarText(pen, value)}${beside(pen)}\n`;
  }
}

function fitsBraces(value: Value): boolean {
  if (value.kind === "map") return value.entries.every((entry) => fitsBraces(entry.value));
  return value.kind !== "block";
}

/** In braces: on one line, or with each entry on its own. */
function flowText(pen: Pen, value: Value, indentation: string): string {
  const { draw } = pen;
  if (value.kind === "text") return scalarText(pen, value);
  if (value.kind === "list") return `[${value.items.join(", ")}]`;
  if (value.kind !== "map") return "";
  if (value.entries.length === 0) return draw("{}", "{ }", `{\n${indentation}}`, `{ ${pen.comment()}\n${indentation}}`);
  const entries = value.entries.map((entry) => {
    const isEmpty = entry.value.kind === "empty";
    return `${pen.quote(entry.key)}${isEmpty ? draw("", ":", ": ") : ": "}${flowText(pen, entry.value, indentation)}`;
  });
  const trailing = draw("", "", ",");
  if (draw(true, true, false)) {
    const pad = draw("", " ");
    return `{${pad}${entries.join(draw(", ", ", ", ",\t", `,\n${indentation}`))}${trailing}${pad}}`;
  }
  const inner = `${indentation}${draw("", "  ", "\t")}`;
  const lines = entries.map((entry, index) => {
    const comma = index < entries.length - 1 ? "," : trailing;
    return `${inner}${entry}${comma === "," ? draw(",", ",", " ,") : comma}${beside(pen)}\n`;
  });
  return `{${beside(pen)}\n${lines.join("")}${draw("", `${inner}${pen.comment()}\n`)}${indentation}}`;
}

function scalarText({ draw }: Pen, { text, forms }: Value & { kind: "text" }): string {
  const form = draw(...forms);
  if (form === "plain") return text;
  return form === "double" ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

function beside({ draw, comment }: Pen): string {
  return draw("", "", "", "", " ", `  ${comment()}`, ` ${comment()}`);
}

function finished(draw: Draw, text: string): string {
  const endsInBlock = /[|>][-+2-8]*(?: +#.*)?\n(?:.*\n){1,4}$/.test(text);
  const cut = !endsInBlock && draw(false, false, true) ? text.replace(/\n$/, "") : text;
  return `${draw("", "", "", "\uFEFF")}${draw(true, true, false) ? cut : cut.replaceAll("\n", "\r\n")}`;
}

// ---- JSON ----

export function anyJson(generate: GeneratorValue): AnyText {
  const draw = drawing(generate);
  const drawn = [...new Set([draw(...NAMES), draw(...NAMES)])].map((name, index) =>
    anyCandidate(draw, name, index, false),
  );
  const layout = draw<[string, string, string]>(
    ["", ":", ","],
    ["", ": ", ", "],
    ["  ", ": ", ","],
    ["\t", ": ", ","],
    ["    ", " : ", " ,"],
  );
  const root: Value = {
    kind: "map",
    entries: [{ key: "decision", value: anyForm('{a: [1, "x\\"') }],
  };
  const list = drawn.map(({ value }) => jsonText(value, layout, layout[0].repeat(2)));
  const lineBreak = layout[0] === "" ? "" : "\n";
  const [step, colon, comma] = layout;
  const first = root.entries.map(({ key, value }) => `${step}"${key}"${colon}${jsonText(value, layout, step)}${comma}`);
  const text = `{${lineBreak}${first.join(lineBreak)}${lineBreak}${step}"candidates"${colon}[${lineBreak}${list
    .map((item) => `${step.repeat(2)}${item}`)
    .join(`${comma}${lineBreak}`)}${lineBreak}${step}]${lineBreak}}`;
  return { text: finished(draw, `${text}${draw("", "\n")}`), candidates: drawn.map(({ says }) => says) };
}

function jsonText(value: Value, layout: readonly [string, string, string], indentation: string): string {
  const [step, colon, comma] = layout;
  if (value.kind === "text") return jsonScalar(value);
  if (value.kind !== "map") return "null";
  const inner = `${indentation}${step}`;
  const lineBreak = step === "" ? "" : `\n${inner}`;
  const entries = value.entries.map(({ key, value: inside }) => `"${key}"${colon}${jsonText(inside, layout, inner)}`);
  if (entries.length === 0) return "{}";
  return `{${lineBreak}${entries.join(`${comma}${lineBreak}`)}${step === "" ? "" : `\n${indentation}`}}`;
}

function jsonScalar({ text, forms }: Value & { kind: "text" }): string {
  if (text === "~") return "null";
  const isLiteral = forms.length === 1 && /^(?:-?\d+(?:\.\d+)?|true|false|null|\[2, 4\])$/.test(text);
  return isLiteral ? text : JSON.stringify(text);
}
