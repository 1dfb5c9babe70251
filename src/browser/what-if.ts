import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import { namesToSetApart } from "../render/html/direction.ts";
import { namesIn } from "../render/names.ts";
import { liveSections } from "../render/pages/report/live.ts";
import { address } from "./address.ts";
import { agreedOn } from "./agreed.ts";
import { announcement } from "./announcement.ts";
import { changedDecision, whyNotWeighed } from "./changed-decision.ts";
import { element } from "./elements.ts";
import { fragmentOf, linkedTrial } from "./fragment.ts";
import { withMoves } from "./moves.ts";
import { notice } from "./notice.ts";
import { panel } from "./panel.ts";
import { differing, isNothing, NOTHING_TRIED, pointsUnstated, type Trial } from "./trial.ts";
import { trialPhrases } from "./trial-words.ts";
import { sectionWriter } from "./written-sections.ts";

/**
 * What a page does by itself: it reads the decision that stands in it, lets its reader try what was not agreed, and writes the
 * sections that follow from that again, with the engine and the words of the command line. Nothing is stored or sent.
 */
const agreed = agreedOn(agreedDecision());
const writeSections = sectionWriter({
  names: namesToSetApart(namesIn(agreed.decision)),
  depth: 1,
});

let trial: Trial = NOTHING_TRIED;
let evaluation = agreed.evaluation;
let isPartOfLink = false;
/** What whoever hears the page was told of last. */
let spokenOf = agreed.evaluation;
let silence: number | undefined;
/** Milliseconds. */
const AT_REST = 600;
/** What was tried before each step, the latest last. */
const steps: { readonly by: string; readonly before: Trial }[] = [];

const aside = element("what-if");
const live = aside.parentElement ?? aside;
const above = notice(live.parentElement?.querySelector(".live ~ section > h2")?.textContent ?? undefined, () => {
  back();
  above.focus();
});
const controls = panel(aside, agreed, { change, undo, back });
const kept = address((fragment) => {
  const linked = linkedTrial(fragment, agreed);
  if (linked === undefined && !["", "#"].includes(fragment)) return false;
  isPartOfLink = linked?.isPart ?? false;
  step("address", linked?.trial ?? NOTHING_TRIED);
  return true;
});

live.prepend(above.element);
const linked = linkedTrial(location.hash, agreed);
isPartOfLink = linked?.isPart ?? false;
if (linked === undefined) showControls();
else show(linked.trial);
aside.hidden = false;
document.documentElement.classList.add("live-page");

function change(by: string, changed: (trial: Trial) => Trial): void {
  isPartOfLink = false;
  step(by, differing(changed(trial), agreed));
}

function back(): void {
  isPartOfLink = false;
  step("back", NOTHING_TRIED);
}

function undo(): void {
  const last = steps.pop();
  if (last !== undefined) show(last.before);
}

/** What one control does in a row is one step, as when an arrow key is held down. */
function step(by: string, next: Trial): void {
  if (steps.at(-1)?.by !== by) steps.push({ by, before: trial });
  show(next);
}

function show(next: Trial): void {
  trial = next;
  const decision = changedDecision(agreed.decision, trial);
  const problem = whyNotWeighed(decision);
  if (problem === undefined) {
    evaluation = evaluate(decision);
    const sections = liveSections(decision, evaluation);
    writeSections(isNothing(trial) ? sections : withMoves(sections, agreed.evaluation, evaluation));
    // For a test, or for whoever sets the page into another.
    document.dispatchEvent(new CustomEvent("evaluated", { detail: { decision, evaluation } }));
  }
  showControls(problem);
  kept.keep(fragmentOf(trial));
  speakSoon(problem);
}

function showControls(problem?: string): void {
  above.show({ phrases: trialPhrases(trial, agreed), problem, isPartOfLink });
  const unstated = pointsUnstated(agreed.decision, trial);
  controls.show({ trial, evaluation, unstated }, { undo: steps.length > 0, goBack: !isNothing(trial) });
}

/** Once a slider rests, so that nobody has to listen to everything on its way. */
function speakSoon(problem: string | undefined): void {
  window.clearTimeout(silence);
  silence = window.setTimeout(() => {
    controls.announce(problem ?? announcement(agreed.decision, spokenOf, evaluation));
    spokenOf = evaluation;
  }, AT_REST);
}

function agreedDecision(): Decision {
  // Written by our own command, of the same version.
  return JSON.parse(element("decision").textContent ?? "") as Decision;
}
