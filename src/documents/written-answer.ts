import type { Answer, Ground } from "../engine/decision.ts";

/** What a file says under one question: an answer, or nothing yet, perhaps with a note waiting for one. */
export type WrittenAnswer = Answer | (Ground & { readonly kind: "unanswered" });
