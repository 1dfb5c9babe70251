/** `partner`: all about one, then the next. `question`: one about all. `shortest`: what can still change first place. */
export const ORDERS = ["partner", "question", "shortest"] as const;
export type Order = (typeof ORDERS)[number];
