import type { Answer, Candidate, Criterion, Id, Scale } from "../engine/decision.ts";
import { answerWords } from "../render/answers.ts";
import { counted, shownNumber } from "../render/numbers.ts";
import type { Agreed } from "./agreed.ts";
import { type Change, type Control, group, type View } from "./control.ts";
import { make, write } from "./elements.ts";
import { withAnswer } from "./trial.ts";

/**
 * What is open, to be tried at any answer of the scale: a part a candidate, those who may lead first. What stands in a part
 * is made when it is opened, since of many candidates nearly everything may be open. Undefined where nothing is.
 */
export function answerChoices(agreed: Agreed, change: Change): Control | undefined {
  const { decision, mayLead, open } = agreed;
  if (open.size === 0) return undefined;
  const candidates = new Map(decision.candidates.map((candidate) => [candidate.id, candidate]));
  const parts = [...open].flatMap(([id, ofThis], place) => {
    const candidate = candidates.get(id);
    return candidate === undefined ? [] : [part({ candidate, ofThis, place, agreed, change })];
  });
  const first = parts.filter(({ candidate }) => mayLead.has(candidate)).map(({ element }) => element);
  const others = parts.filter(({ candidate }) => !mayLead.has(candidate)).map(({ element }) => element);
  const rest = make("details", {}, make("summary", {}, counted(others.length, "candidate more", "candidates more")));
  rest.append(...others);
  return {
    element: group("Open answers", ...first, ...(first.length === 0 ? others : others.length === 0 ? [] : [rest])),
    show(view) {
      for (const each of parts) each.show(view);
      if (parts.some(({ candidate, isTried }) => isTried() && !mayLead.has(candidate))) rest.open = true;
    },
  };
}

interface Part extends Control {
  readonly candidate: Id;
  isTried(): boolean;
}

interface PartContents {
  readonly candidate: Candidate;
  readonly ofThis: ReadonlyMap<Id, Answer>;
  readonly place: number;
  readonly agreed: Agreed;
  readonly change: Change;
}

function part({ candidate, ofThis, place, agreed, change }: PartContents): Part {
  const count = make("span", {});
  const element = make("details", {}, make("summary", {}, make("bdi", {}, candidate.name), " ", count));
  const answers: AnswerControl[] = [];
  let tried = 0;
  const fill = (): void => {
    if (answers.length > 0) return;
    for (const criterion of agreed.decision.pack.criteria) {
      const before = ofThis.get(criterion.id);
      if (before === undefined) continue;
      const id = `answer-${place}-${answers.length}`;
      const about = { candidate: candidate.id, criterion: criterion.id };
      const control = answerControl(criterion, before, id, (score) =>
        change(id, (trial) => withAnswer(trial, about, score)),
      );
      answers.push(control);
      element.append(control.element);
    }
  };
  const showAnswers = ({ trial }: Pick<View, "trial">): void => {
    for (const answer of answers) {
      const found = trial.answers.find(
        ({ candidate: id, criterion }) => id === candidate.id && criterion === answer.criterion,
      );
      answer.show(found?.score);
    }
  };
  element.addEventListener("toggle", fill);
  return {
    candidate: candidate.id,
    element,
    isTried: () => tried > 0,
    show(view) {
      tried = view.trial.answers.filter((each) => each.candidate === candidate.id).length;
      if (tried > 0) {
        fill();
        element.open = true;
      }
      element.classList.toggle("changed", tried > 0);
      write(count, `(${ofThis.size} open${tried > 0 ? `, ${tried} tried` : ""})`);
      showAnswers(view);
    },
  };
}

// ---- one answer ----

interface AnswerControl {
  readonly criterion: Id;
  readonly element: HTMLElement;
  show(score: number | undefined): void;
}

/** A scale with more answers than this is no list to choose from. */
const LISTED_AT_MOST = 21;

function answerControl(
  criterion: Criterion,
  before: Answer,
  id: string,
  onChange: (score: number | undefined) => void,
): AnswerControl {
  const asAgreed = before.kind === "range" ? `open, ${answerWords(before)}` : "open";
  const answers = answersOn(criterion.scale);
  const field =
    answers === undefined ? numberField(criterion, asAgreed, onChange) : listField(answers, asAgreed, onChange);
  field.element.id = id;
  const agreed = make("span", { className: "agreed" });
  const meaning = make("span", { className: "quiet" });
  const label = make("label", { htmlFor: id }, criterion.label);
  const element = make("p", { className: "answer" }, label, " ", field.element, " ", agreed, " ", meaning);
  return {
    criterion: criterion.id,
    element,
    show(score) {
      field.show(score);
      element.classList.toggle("changed", score !== undefined);
      write(agreed, score === undefined ? "" : `agreed: ${answerWords(before)}`);
      write(meaning, criterion.anchors.find(({ answer }) => answer === score)?.text ?? "");
    },
  };
}

interface Field {
  readonly element: HTMLInputElement | HTMLSelectElement;
  show(score: number | undefined): void;
}

function listField(answers: readonly number[], asAgreed: string, onChange: (score: number | undefined) => void): Field {
  const optionFor = (answer: number) => make("option", { value: String(answer) }, shownNumber(answer));
  const options = [make("option", { value: "" }, asAgreed), ...answers.map(optionFor)];
  const element = make("select", { autocomplete: "off" }, ...options);
  element.addEventListener("change", () => onChange(element.value === "" ? undefined : Number(element.value)));
  return {
    element,
    show(score) {
      const value = score === undefined ? "" : String(score);
      // A link may have tried what lies between two answers.
      const isListed = Array.from(element.options).some((option) => option.value === value);
      if (score !== undefined && !isListed) element.append(optionFor(score));
      if (element.value !== value) element.value = value;
    },
  };
}

function numberField({ scale }: Criterion, asAgreed: string, onChange: (score: number | undefined) => void): Field {
  const [min, max] = [String(scale.min), String(scale.max)];
  const element = make("input", { type: "number", min, max, step: "any", placeholder: asAgreed, autocomplete: "off" });
  const score = (): number | undefined =>
    element.value !== "" && element.validity.valid ? element.valueAsNumber : undefined;
  element.addEventListener("input", () => onChange(score()));
  return {
    element,
    show(wanted) {
      // What is still being typed stays.
      if (score() !== wanted) element.value = wanted === undefined ? "" : String(wanted);
    },
  };
}

/** From the lowest answer in steps to the highest; undefined where they are too many. */
function answersOn({ min, max, step }: Scale): readonly number[] | undefined {
  const steps = Math.ceil((max - min) / step - TOLERANCE);
  if (!(steps < LISTED_AT_MOST)) return undefined;
  return Array.from({ length: steps + 1 }, (_, at) => Math.min(min + at * step, max));
}

const TOLERANCE = 1e-9;
