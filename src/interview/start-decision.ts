import type { NewDecision } from "../documents/new-decision.ts";
import type { Id, Pack, ReadinessAnswer, ReadinessStatement, Reason } from "../engine/decision.ts";
import type { Ask, Given } from "./ask.ts";

/** A pack that may be chosen, and what stands in the file for it. */
export interface OfferedPack {
  readonly criteria: string;
  readonly pack: Pack;
}

export interface Start {
  readonly ask: Ask;
  /** At least one; with one there is nothing to choose. */
  readonly packs: readonly OfferedPack[];
  readonly schema?: string;
}

/** A decision to begin, and the pack that it uses. */
export interface Started {
  readonly begun: NewDecision;
  readonly pack: Pack;
}

const MOST_REASONS = 2;

/** The steps before the first question: what for, why, whether the library is ready, and who the candidates are. */
export async function startDecision({ ask, packs, schema }: Start): Promise<Given<Started>> {
  const chosen = await choosePack(ask, packs);
  if (!chosen.given) return chosen;
  const { criteria, pack } = chosen.value;
  const title = await ask.line({ message: "What is to be decided, in a few words?", hint: TITLE_HINT });
  if (!title.given) return title;
  const purpose = await ask.line({ message: "What do you want to achieve, and for whom?", hint: PURPOSE_HINT });
  if (!purpose.given) return purpose;
  const reasons = await chooseReasons(ask, pack);
  if (!reasons.given) return reasons;
  const readiness = await askEach(pack.readiness, (statement) => askReadiness(ask, statement));
  if (!readiness.given) return readiness;
  const names = await ask.lines({ message: "Who are the candidates?", check: checkNames });
  if (!names.given) return names;
  const candidates = await askEach(distinctNames(names.value), (name) => chooseKind(ask, pack, name));
  if (!candidates.given) return candidates;
  const begun: NewDecision = {
    ...stated("title", title.value),
    ...stated("purpose", purpose.value),
    reasons: reasons.value,
    readiness: readiness.value,
    criteria,
    candidates: candidates.value,
    ...(schema !== undefined && { schema }),
  };
  return { given: true, value: { begun, pack } };
}

const TITLE_HINT = "For instance: Family learning partners 2027";
const PURPOSE_HINT = "For instance: Bring families who rarely visit to hands-on science";

async function choosePack(ask: Ask, packs: readonly OfferedPack[]): Promise<Given<OfferedPack>> {
  if (packs.length === 1) return { given: true, value: packs[0] };
  return ask.choice({
    message: "Which criteria?",
    options: packs.map((offered) => ({ value: offered, label: offered.pack.title })),
    selected: packs[0],
  });
}

async function chooseReasons(ask: Ask, pack: Pack): Promise<Given<readonly Id[]>> {
  if (pack.reasons.length === 0) return { given: true, value: [] };
  const chosen = await ask.choices({
    message: "Why do you look for a partner?",
    hint: "Two reasons at the most.",
    options: pack.reasons.map((reason) => ({
      value: reason.id,
      label: reason.label,
      explanation: emphasisInWords(reason, pack),
    })),
    atMost: MOST_REASONS,
  });
  if (!chosen.given) return chosen;
  for (const { id, readings, label } of pack.reasons) {
    if (!chosen.value.includes(id)) continue;
    for (const [criterion, reading] of Object.entries(readings)) {
      ask.say(`${label}: under ${labelOf(pack, criterion)}, ${lowerFirst(reading)}`, "quiet");
    }
  }
  return chosen;
}

/** `Audience counts 2 times, Position 1.5 times.` */
function emphasisInWords({ emphasis }: Reason, pack: Pack): string {
  const parts = Object.entries(emphasis).map(
    ([criterion, times], at) => `${labelOf(pack, criterion)} ${at === 0 ? "counts " : ""}${times} times`,
  );
  return parts.length === 0 ? "Every question counts as it does anyway." : `${parts.join(", ")}.`;
}

async function askReadiness(
  ask: Ask,
  { id, statement, ask: question, ...means }: ReadinessStatement,
): Promise<Given<NewDecision["readiness"][number]>> {
  const option = (value: ReadinessAnswer, label: string) => {
    const explanation = means[value];
    return { value, label, ...(explanation !== undefined && { explanation }) };
  };
  const chosen = await ask.choice<ReadinessAnswer>({
    message: statement,
    ...(question !== undefined && { hint: question }),
    options: [option("yes", "Yes"), option("partly", "Partly"), option("no", "No")],
  });
  if (chosen.given && chosen.value === "no" && means.remedy !== undefined) ask.say(means.remedy, "warning");
  return chosen.given ? { given: true, value: { id, answer: chosen.value } } : chosen;
}

async function chooseKind(ask: Ask, { kinds }: Pack, name: string): Promise<Given<NewDecision["candidates"][number]>> {
  if (kinds === undefined || kinds.length === 0) return { given: true, value: { name } };
  const kind = await ask.choice<Id | undefined>({
    message: `What kind of organization is ${name}?`,
    options: [
      ...kinds.map(({ id, label }) => ({ value: id, label })),
      { value: undefined, label: "None of these, or not known" },
    ],
  });
  if (!kind.given) return kind;
  return { given: true, value: { name, ...(kind.value !== undefined && { kind: kind.value }) } };
}

function checkNames(text: string): string | undefined {
  const names = text.split("\n").map((line) => line.trim());
  if (names.every((name) => name === "")) return "A decision needs at least one candidate.";
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  return twice === undefined ? undefined : `${twice} stands there twice.`;
}

function distinctNames(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}

function stated(key: "title" | "purpose", text: string): Partial<NewDecision> {
  return text.trim() === "" ? {} : { [key]: text.trim() };
}

function labelOf({ criteria }: Pack, id: Id): string {
  return criteria.find((criterion) => criterion.id === id)?.label ?? id;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One question after the other, until the person leaves. */
async function askEach<Thing, Value>(
  things: readonly Thing[],
  askAbout: (thing: Thing) => Promise<Given<Value>>,
): Promise<Given<readonly Value[]>> {
  const values: Value[] = [];
  for (const thing of things) {
    const answer = await askAbout(thing);
    if (!answer.given) return answer;
    values.push(answer.value);
  }
  return { given: true, value: values };
}
