import { type AddHelpTextContext, Help } from "commander";
import type { Example } from "./command.ts";
import type { Topic } from "./topics.ts";

/** How help is laid out beyond what commander does: on narrow screens, and after the lists of options and commands. */

const NARROWEST_FOR_TWO_COLUMNS = 60;
const NARROWEST_TO_WRAP = 20;

/** For commander's `configureHelp`, so many columns wide. */
export function helpLayout(width: number) {
  return { showGlobalOptions: true, helpWidth: width, minWidthToWrap: NARROWEST_TO_WRAP, formatItem };
}

/** The topics, as commander lists the commands. */
export function topicsAfter(topics: readonly Topic[]): (context: AddHelpTextContext) => string {
  const longest = Math.max(...topics.map(({ name }) => name.length));
  return ({ command }) => {
    const layout = Object.assign(command.createHelp(), command.configureHelp());
    const items = topics.map(({ name, summary }) => layout.formatItem(name, longest, summary, layout));
    return ["", "Topics for help:", ...items].join("\n");
  };
}

/** What there is to type stays on one line, to be copied; what it does wraps. */
export function examplesAfter(examples: readonly Example[]): (context: AddHelpTextContext) => string {
  return ({ command }) => {
    const layout = Object.assign(command.createHelp(), command.configureHelp());
    const items = examples.map(({ line, shows }) => below(line, shows, layout));
    return ["", "Examples:", ...items].join("\n");
  };
}

/** A word and beside it what it means, as commander does it; where that would be too narrow to read, below it. */
function formatItem(term: string, termWidth: number, description: string, layout: Help): string {
  if (widthOf(layout) < NARROWEST_FOR_TWO_COLUMNS) return below(term, description, layout);
  return Help.prototype.formatItem.call(layout, term, termWidth, description, layout);
}

function below(term: string, description: string, layout: Help): string {
  const lines = layout.boxWrap(description, widthOf(layout) - BELOW.length).split("\n");
  return [`  ${term}`, ...lines.map((line) => `${BELOW}${line}`)].join("\n");
}

const BELOW = " ".repeat(6);

function widthOf({ helpWidth = 80 }: Help): number {
  return helpWidth;
}
