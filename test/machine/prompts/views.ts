import type { QuestionView } from "../../../src/interview/ask.ts";

/** Questions as an interview would show them. */

export const AUDIENCE: QuestionView = {
  candidate: "Natural History Museum",
  label: "Audience",
  number: 3,
  of: 10,
  answered: 3,
  total: 30,
  question: "Who are the groups or segments of the community served by the partner?",
  readings: ["Score high where few of these people use the library now."],
  scale: { min: 1, max: 5, step: 1 },
  answers: [
    { answer: 1, text: "They do not serve the people our purpose names, and have no plan to." },
    { answer: 2, text: "They serve a few of those people, nearly all of whom we reach already by ourselves." },
    { answer: 3, text: "They serve some of those people, and about half of them are new to us." },
    { answer: 4, text: "They serve many of those people, and most of them are new to us." },
    { answer: 5, text: "They serve a large share of those people, few of whom we reach, and are trusted by them." },
  ],
  existing: { kind: "unanswered" },
  help: {
    why: "A partner is worth most where it reaches people whom the library does not reach alone.",
    notThis: "Who comes to them, not how others see them (position).",
    probes: ["Who came last month, and from where?", "Who does not come, and why?"],
    evidence: ["Visitor survey", "Membership figures by postcode"],
    trap: "A large number is not a new one.",
  },
  canGoBack: true,
};

const UNHELPED: QuestionView["help"] = { probes: [], evidence: [] };

/** Eleven answers, two of which begin alike. */
export const ELEVEN: QuestionView = {
  ...AUDIENCE,
  label: "Fit",
  question: "How well do we fit?",
  readings: [],
  scale: { min: 0, max: 10, step: 1 },
  answers: Array.from({ length: 11 }, (_, answer) => ({ answer })),
  help: UNHELPED,
};

/** A number that is typed. */
export const KILOMETRES: QuestionView = {
  ...AUDIENCE,
  label: "Distance",
  question: "How many kilometres apart are we?",
  readings: [],
  scale: { min: 0, max: 40, step: 1 },
  answers: [],
  help: UNHELPED,
};
