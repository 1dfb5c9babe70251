import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import { insideOfSection } from "../render/html/blocks.ts";
import { namesToSetApart } from "../render/html/direction.ts";
import { inAttribute, inHtml } from "../render/html/escape.ts";
import { shownNumber } from "../render/numbers.ts";
import { liveSections } from "../render/pages/report/live.ts";

/**
 * What a page does by itself: it reads the decision that stands in it, lets its reader change what questions weigh, and writes
 * the sections that follow from that again, with the engine and the words of the command line.
 */
const agreed = agreedDecision();
const names = namesToSetApart(agreed.candidates.map(({ name }) => name));
const aside = element("what-if");

aside.innerHTML = `<h2 id="what-if-title">What if</h2>${slidersInHtml()}`;
aside.hidden = false;
document.documentElement.classList.add("live-page");
aside.addEventListener("input", () => show({ ...agreed, importance: importanceAsked() }));

function show(decision: Decision): void {
  for (const section of liveSections(decision, evaluate(decision))) {
    element(section.id).innerHTML = insideOfSection(section, { names, depth: 1 });
  }
}

// ---- the sliders ----

function slidersInHtml(): string {
  return evaluate(agreed)
    .criteria.map(({ id, importance, emphasis }, at) => {
      const label = agreed.pack.criteria[at].label;
      const points = importance * emphasis;
      return `<p><label for="slider-${at}">${inHtml(label)}</label> <input type="range" id="slider-${at}" data-criterion="${inAttribute(id)}" min="0" max="${Math.max(4 * points, 10)}" step="any" value="${points}"> <output for="slider-${at}">${shownNumber(points)}</output></p>`;
    })
    .join("");
}

function importanceAsked(): Decision["importance"] {
  const sliders = Array.from(aside.querySelectorAll<HTMLInputElement>("input[data-criterion]"));
  const moved = sliders.filter((slider) => slider.value !== slider.defaultValue);
  const asked = moved.map((slider) => [slider.dataset.criterion ?? "", slider.valueAsNumber] as const);
  return Object.fromEntries([...Object.entries(agreed.importance), ...asked]);
}

// ---- the page ----

function agreedDecision(): Decision {
  // Written by our own command, of the same version.
  return JSON.parse(element("decision").textContent ?? "") as Decision;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
}
