/**
 * What two packages do while they load, whether or not a run needs it, done on first use instead. Each change is of one
 * line that must be there: a newer version that lost it fails the build, and somebody looks again.
 * @type {readonly { readonly file: RegExp, readonly line: string, readonly instead: string }[]}
 */
const changes = [
  {
    // Its tables take 10 ms to load; most texts have no character that needs them.
    file: /\/string-width\/index\.js$/,
    line: "const segmenter = new Intl.Segmenter();",
    instead:
      "let segmenterMade; const segmenter = { segment: text => (segmenterMade ??= new Intl.Segmenter()).segment(text) };",
  },
  {
    // It measures stand-ins of one letter (render/terminal-table.ts), for which an older string-width is a lot to load.
    file: /\/cli-table3\/src\/utils\.js$/,
    line: "const stringWidth = require('string-width');",
    instead: "const stringWidth = text => text.length;",
  },
  {
    // For commands that are programs of their own. We have none.
    file: /\/commander\/lib\/command\.js$/,
    line: "const childProcess = require('node:child_process');",
    instead: "const childProcess = { get spawn() { return require('node:child_process').spawn; } };",
  },
];

/** @type {import("rolldown").Plugin} */
export const lighterStart = {
  name: "lighter-start",
  transform: {
    filter: { id: changes.map(({ file }) => file) },
    handler(code, id) {
      const change = changes.find(({ file }) => file.test(id));
      if (change === undefined || !code.includes(change.line))
        throw new Error(`${id} has changed: see lighter-start.js.`);
      return code.replace(change.line, () => change.instead);
    },
  },
};
