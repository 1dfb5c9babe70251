/**
 * A command line as bash was given it, up to the cursor. Bash hands over the line as it was typed, and takes back what
 * stands in place of the last piece of it, quotes included: so the line is read here by bash's rules of quoting, and what
 * continues it is written by them.
 */
export interface BashLine {
  /** The finished words without their quotes, the command's own name left out. */
  readonly before: readonly string[];
  /** The beginning of the next word, without quotes. */
  readonly current: string;
  /** What bash puts in place of the last piece, to make the word this one. */
  replacement(word: string): string;
}

type Quote = "" | "'" | '"';

interface Word {
  value: string;
  /** What bash replaces: the part after a quotation mark that is still open, or after the last of its word breaks. */
  pieceStart: number;
  quote: Quote;
}

/**
 * `breaks` are the characters at which bash's editor, besides quotes, lets a word to complete begin: COMP_WORDBREAKS.
 *
 * @example
 * bashLine("partner-score interview 'a b.yaml' --candidate Radio\\ E", " =:").before // → ["interview","a b.yaml","--candidate"]
 * bashLine("partner-score interview --candidate Radio\\ E", " =:").current // → "Radio E"
 * bashLine("partner-score interview --candidate Ra", " =:").replacement("Radio Este") // → "Radio\\ Este"
 * bashLine("partner-score interview --candidate \"Ra", " =:").replacement("Radio $ Este") // → "Radio \\$ Este"
 * bashLine("partner-score evaluate --format=js", " =:").replacement("--format=json") // → "json"
 */
export function bashLine(line: string, breaks: string): BashLine {
  const words = wordsOf(line, breaks);
  const { value, pieceStart, quote } = words[words.length - 1];
  return {
    before: words.slice(1, -1).map((word) => word.value),
    current: value,
    replacement: (word) => quoted(word.slice(pieceStart), quote),
  };
}

/** The last is the one the cursor stands at; it may be empty. */
function wordsOf(line: string, breaks: string): readonly Word[] {
  const words: Word[] = [emptyWord()];
  let quote: Quote = "";
  let begun = false;
  for (let offset = 0; offset < line.length; offset += 1) {
    const word = words[words.length - 1];
    const character = line[offset];
    if (quote === "" && /[ \t\n]/.test(character)) {
      if (begun) words.push(emptyWord());
      begun = false;
      continue;
    }
    begun = true;
    if (quote !== "" && character === quote) {
      quote = "";
      word.pieceStart = word.value.length;
    } else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      word.pieceStart = word.value.length;
    } else if (character === "\\" && quote !== "'") {
      const next = line.slice(offset + 1, offset + 2);
      // Inside double quotes a backslash stands for itself before most characters.
      word.value += quote === '"' && !/["\\$`]/.test(next) ? character + next : next;
      offset += 1;
    } else {
      word.value += character;
      if (quote === "" && breaks.includes(character)) word.pieceStart = word.value.length;
    }
    word.quote = quote;
  }
  return words;
}

function emptyWord(): Word {
  return { value: "", pieceStart: 0, quote: "" };
}

/** An open quotation mark is closed by bash itself, when only one offer is left. */
function quoted(text: string, quote: Quote): string {
  switch (quote) {
    case "'":
      return text.replaceAll("'", `'\\''`);
    case '"':
      // An exclamation mark recalls an old command even here, and a backslash before it would stay.
      return text.replace(/["\\$`]/g, "\\$&").replaceAll("!", `"'!'"`);
    case "":
      return text.replace(/[^\w%+,./\u0080-\u{10FFFF}-]/gu, "\\$&");
  }
}
