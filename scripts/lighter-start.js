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
    // The same file: 18 ms, to list all emoji.
    file: /\/string-width\/index\.js$/,
    line: "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;",
    instead:
      'let rgiEmojiMade; const rgiEmojiRegex = { test: text => (rgiEmojiMade ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text) };',
  },
  {
    // Of its ten prompts we use three; the one that opens an editor brings 500 kB of tables of old encodings.
    file: /\/inquirer\/dist\/index\.js$/,
    line: "import { input, select, number, confirm, rawlist, expand, checkbox, password, editor, search, Separator, } from '@inquirer/prompts';",
    instead:
      "import { checkbox, input, select, Separator } from '@inquirer/prompts'; let confirm, editor, expand, number, password, rawlist, search;",
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
      return changes
        .filter(({ file }) => file.test(id))
        .reduce((changed, { line, instead }) => {
          if (!changed.includes(line)) throw new Error(`${id} has changed: see lighter-start.js.`);
          return changed.replace(line, () => instead);
        }, code);
    },
  },
};
