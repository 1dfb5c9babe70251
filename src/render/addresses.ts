/**
 * An address of a web page, of signs that mean nothing between angle brackets, and no longer than addresses are; the last
 * ends no sentence. To split by: what stands at odd places is an address.
 */
export const WEB_ADDRESS =
  /(https?:\/\/[\p{L}\p{N}](?:[\p{L}\p{N}.~_:/?#@!$&'()*+,=%-]{0,2000}[\p{L}\p{N}~_/#$&=%-])?)/u;

/** An address of electronic mail, as plain ones are. */
const MAIL_ADDRESS = /((?<![\w.%+@-])[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w@-]))/iu;

/** A piece of somebody's text, and where it leads if it is an address. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/**
 * A text in pieces, the addresses of web pages and of mail apart. Nothing else leads anywhere.
 *
 * @example
 * withAddresses("see https://zoo.example/a.") // → [{"text":"see "},{"text":"https://zoo.example/a","href":"https://zoo.example/a"},{"text":"."}]
 * withAddresses("ask ann@zoo.example") // → [{"text":"ask "},{"text":"ann@zoo.example","href":"mailto:ann@zoo.example"}]
 * withAddresses("javascript:alert(1)") // → [{"text":"javascript:alert(1)"}]
 */
export function withAddresses(text: string): readonly Piece[] {
  // Most texts are a word or a number, and a page that moves has thousands.
  if (!text.includes("://") && !text.includes("@")) return text === "" ? [] : [{ text }];
  return text
    .split(WEB_ADDRESS)
    .flatMap((part, place) => (place % 2 === 1 ? [{ text: part, href: part }] : withMail(part)))
    .filter((piece) => piece.text !== "");
}

function withMail(text: string): readonly Piece[] {
  if (!text.includes("@")) return [{ text }];
  return text
    .split(MAIL_ADDRESS)
    .map((part, place) => (place % 2 === 1 ? { text: part, href: `mailto:${part}` } : { text: part }));
}
