import type { Ask, Leaving } from "./ask.ts";
import type { Change, Notebook, Saved } from "./notebook.ts";
import type { Order } from "./orders.ts";
import { questionView } from "./question-view.ts";
import {
  CHANGED_CHOICES,
  FAILED_CHOICES,
  nothingCanChange,
  notSaved,
  REST_CHOICES,
  STILL_OPEN,
  savedLine,
} from "./sentences.ts";
import { isUnanswered, leaderCanChange, nextTopic, type Scope, type Topic, topicKey, topicsInOrder } from "./topics.ts";

export interface Interview {
  readonly order: Order;
  readonly scope: Scope;
  readonly ask: Ask;
  readonly notebook: Notebook;
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
}

/** `done`: nothing is left to ask. */
export type Ending = "done" | Leaving;

/**
 * Asks what is open, saves after every answer, and goes on until nothing is left or the person leaves. An answer counts as
 * given when it is on disk; what could not be saved stays in the notebook and is tried again with the next answer.
 */
export async function runInterview(interview: Interview): Promise<Ending> {
  const ending = await askInOrder(interview, interview.order, new Set());
  return ending === "done" && interview.order === "shortest" ? askTheRest(interview) : ending;
}

async function askInOrder(
  { ask, notebook, scope, shuffle }: Interview,
  order: Order,
  done: Set<string>,
): Promise<Ending> {
  const topics = topicsInOrder(notebook.reading().decision, scope, order, shuffle);
  const asked: Topic[] = [];
  let returnTo: Topic | undefined;
  for (;;) {
    const topic = returnTo ?? nextTopic(notebook.reading(), topics, { order, scope, done });
    if (topic === undefined) return "done";

    const view = questionView(notebook.reading(), topic, { topics, canGoBack: asked.length > 0 });
    const { write, go } = await ask.question(view);
    if (write !== undefined) {
      const leaving = await save({ topic, from: view.existing, to: write }, ask, notebook);
      if (leaving !== undefined) return leaving;
    }
    if (go === "quit" || go === "stop") return go;

    returnTo = go === "back" ? (asked.pop() ?? topic) : undefined;
    if (returnTo !== undefined) {
      done.delete(topicKey(returnTo));
    } else {
      done.add(topicKey(topic));
      asked.push(topic);
    }
  }
}

/** What can change the leader was asked; the rest still counts for levels and for second place. */
async function askTheRest(interview: Interview): Promise<Ending> {
  const { ask, notebook, scope } = interview;
  const reading = notebook.reading();
  const topics = topicsInOrder(reading.decision, scope, "partner", (list) => list);
  const isSomethingLeft = topics.some((topic) => isUnanswered(reading, topic));
  // What was left open, or lies outside the scope, may still matter.
  if (leaderCanChange(reading)) ask.say(STILL_OPEN, "quiet");
  else ask.say(nothingCanChange(reading.decision, isSomethingLeft), "good");
  if (!isSomethingLeft) return "done";
  const chosen = await ask.choice(REST_CHOICES);
  if (!chosen.given) return chosen.why;
  if (chosen.value === "leave") return "done";
  return askInOrder(interview, "partner", new Set());
}

/** Until the answer is on disk, or the person chooses to go on without; undefined: the interview goes on. */
async function save(change: Change, ask: Ask, notebook: Notebook): Promise<Leaving | undefined> {
  let saved = await notebook.save(change);
  for (;;) {
    for (const each of saved.changes) ask.say(savedLine(notebook.reading().decision, each), "good");
    if (saved.kind === "saved") return undefined;
    const next = await afterTrouble(saved, ask, notebook);
    if (next === undefined || next === "quit" || next === "stop") return next;
    saved = next;
  }
}

async function afterTrouble(
  saved: Exclude<Saved, { kind: "saved" }>,
  ask: Ask,
  notebook: Notebook,
): Promise<Saved | Leaving | undefined> {
  ask.say(saved.message, "bad");
  if (saved.kind === "changed") {
    const chosen = await ask.choice(CHANGED_CHOICES);
    if (!chosen.given) return chosen.why;
    return chosen.value === "mine" ? notebook.insist() : notebook.giveWay();
  }
  ask.say(notSaved(notebook.reading().decision, notebook.unsaved()), "bad");
  const chosen = await ask.choice(FAILED_CHOICES);
  if (!chosen.given) return chosen.why;
  if (chosen.value === "leave") return "quit";
  return chosen.value === "retry" ? notebook.retry() : undefined;
}
