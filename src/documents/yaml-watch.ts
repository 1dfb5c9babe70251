import { CST } from "yaml";
import { openBracket, tooDeep, tooManyBlankLines, wrongBracket } from "./problems-in-text.ts";
import {
  alias,
  anchor,
  directive,
  openBracketAtLine,
  openQuote,
  secondDocument,
  strayBracket,
} from "./problems-in-yaml.ts";
import { MOST_BLANK_LINES_IN_A_ROW, MOST_LEVELS } from "./text-limits.ts";
import { type Finding, MOST_FINDINGS } from "./yaml-findings.ts";

/** Looks at each lexeme of the YAML library on its way to the parser. */
interface Watch {
  readonly findings: Finding[];
  readonly longQuotes: { start: number; end: number }[];
  /** False: stop reading. */
  see(lexeme: string, offset: number, stack: readonly CST.Token[]): boolean;
  /** The text has ended. */
  end(): void;
}

/** `lastSign`: where the text ends but for white space. */
export function watchLexemes(lastSign: number): Watch {
  const findings: Finding[] = [];
  const longQuotes: { start: number; end: number }[] = [];
  const brackets: { readonly sign: string; readonly offset: number }[] = [];
  let scalarFollows = false;
  let afterBlockMark = false;
  let blankLines = 0;
  let documents = 0;
  let documentMarks = 0;
  let directives = 0;
  let hasContent = false;

  const find = (offset: number, tell: Finding["tell"]): boolean => {
    findings.push({ offset, breaksOff: false, tell });
    return findings.length < MOST_FINDINGS;
  };
  const breakOff = (offset: number, tell: Finding["tell"]): false => {
    findings.push({ offset, breaksOff: true, tell });
    return false;
  };
  const leaveBracketOpen = (tell: typeof openBracket): false => {
    const { sign, offset } = brackets[brackets.length - 1];
    return breakOff(offset, (places) => tell(places.at(offset), sign));
  };

  const closeBracket = (sign: string, offset: number): boolean => {
    const opened = brackets.pop();
    if (opened === undefined) return breakOff(offset, (places) => strayBracket(places.at(offset), sign));
    if (sign === (opened.sign === "[" ? "]" : "}")) return true;
    return breakOff(offset, (places) => wrongBracket(places.at(offset), sign, places.at(opened.offset), opened.sign));
  };

  const seeQuoted = (lexeme: string, offset: number): boolean => {
    const quote = lexeme[0];
    const end = offset + lexeme.length;
    if (lexeme.length === 1 || !lexeme.endsWith(quote)) {
      return breakOff(offset, (places) => openQuote(places.at(offset, end), quote));
    }
    if (lexeme.includes("\n")) longQuotes.push({ start: offset, end });
    return true;
  };

  const seeDirective = (lexeme: string, offset: number): boolean => {
    directives += 1;
    if (directives === 1 && /^%YAML[ \t]+1\.2$/.test(lexeme)) return true;
    return find(offset, (places) => directive(places.at(offset, offset + lexeme.length), lexeme));
  };

  const seeSecondDocument = (offset: number): false =>
    breakOff(offset, (places) => secondDocument(places.at(offset, offset + 3)));

  const seeSign = (lexeme: string, offset: number): boolean => {
    switch (lexeme[0]) {
      case CST.SCALAR:
        scalarFollows = true;
        return true;
      case CST.DOCUMENT:
        documents += 1;
        return documents === 1 || seeSecondDocument(offset);
      case CST.FLOW_END:
        return leaveBracketOpen(offset < lastSign ? openBracketAtLine : openBracket);
      case "%":
        return seeDirective(lexeme, offset);
      case "*":
        return find(offset, (places) => alias(places.at(offset, offset + lexeme.length), lexeme));
      case "&":
        return find(offset, (places) => anchor(places.at(offset, offset + lexeme.length), lexeme));
      case '"':
      case "'":
        return seeQuoted(lexeme, offset);
      case "[":
      case "{":
        brackets.push({ sign: lexeme, offset });
        return true;
      case "]":
      case "}":
        return closeBracket(lexeme, offset);
      case "|":
      case ">":
        afterBlockMark = true;
        return true;
      default:
        if (lexeme !== "---") return true;
        documentMarks += 1;
        return (documentMarks === 1 && !hasContent) || seeSecondDocument(offset);
    }
  };

  const see = (lexeme: string, offset: number): boolean => {
    if (scalarFollows) {
      scalarFollows = false;
      hasContent = true;
      blankLines = 0;
      return true;
    }
    switch (lexeme[0]) {
      case "\n":
      case "\r":
        afterBlockMark = false;
        blankLines += 1;
        return (
          blankLines <= MOST_BLANK_LINES_IN_A_ROW ||
          breakOff(offset, (places) => tooManyBlankLines(places.at(offset), MOST_BLANK_LINES_IN_A_ROW))
        );
      case " ":
      case "\t":
      case "\uFEFF":
        return true;
      case "#":
        blankLines = 0;
        return true;
    }
    blankLines = 0;
    // The rest of a line after `|` or `>` comes in one piece, which has no signs of its own.
    if (afterBlockMark && lexeme !== CST.SCALAR) return true;
    const goesOn = seeSign(lexeme, offset);
    hasContent ||= lexeme !== "---" && lexeme !== CST.DOCUMENT && lexeme[0] !== "%";
    return goesOn;
  };

  return {
    findings,
    longQuotes,
    see(lexeme, offset, stack) {
      const deepest = stack.length > MOST_LEVELS + 1 ? stack.filter(isCollection)[MOST_LEVELS] : undefined;
      if (deepest === undefined) return see(lexeme, offset);
      // A map that starts on the line of its own name is an unquoted colon, and a hundred of them are no nesting.
      if (!stack.some(startsBesideItsName)) breakOff(deepest.offset, (places) => tooDeep(places.at(deepest.offset)));
      return false;
    },
    end() {
      if (brackets.length > 0) leaveBracketOpen(openBracket);
    },
  };
}

function isCollection({ type }: CST.Token): boolean {
  return type === "block-map" || type === "block-seq" || type === "flow-collection";
}

function startsBesideItsName(token: CST.Token, index: number, stack: readonly CST.Token[]): boolean {
  const parent = stack[index - 1];
  return token.type === "block-map" && parent?.type === "block-map" && token.indent === parent.indent;
}
