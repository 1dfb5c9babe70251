/**
 * A page stands between results and formats: each result makes one list of blocks, each format writes every kind of
 * block in its dialect. A page holds text as people wrote it; the dialect makes it harmless.
 */
export interface Page {
  /** Empty: the page begins with its first block. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Reading matter: no line is longer than so many columns, and where no width is known, lines are so long. */
  readonly measure?: number;
}

export type Block =
  /** `minor`: of a part of what the heading before it speaks of. */
  | { readonly kind: "heading"; readonly text: string; readonly minor?: boolean }
  /**
   * A paragraph; `indent` counts steps. Line breaks inside stay; an empty one is an empty line. One `ofPictures` explains
   * what they show, and has nothing to say where none are drawn.
   */
  | { readonly kind: "text"; readonly text: Text; readonly indent?: number; readonly ofPictures?: true }
  /** Items and rows may be made while they are read, and are read more than once. */
  | { readonly kind: "list"; readonly items: Iterable<Item>; readonly indent?: number }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: Iterable<readonly Cell[]> }
  /** A line of somebody's file with a caret under what is meant. */
  | {
      readonly kind: "excerpt";
      readonly line: number;
      readonly column: number;
      readonly length: number;
      readonly lineText: string;
    }
  /** A list of labels, each with what there is to say of it. */
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | Section
  /** Only for dialects that draw: what it shows is also said in a text or a table beside it. */
  | { readonly kind: "picture"; readonly picture: Plane };

/** A part of a page under a heading of its own, one deeper than the heading it stands under; nothing where it has no blocks. */
export interface Section {
  readonly kind: "section";
  /** Of a word or two, for links inside the page. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Follows from the decision and its evaluation alone, so that a page that evaluates again can write it again. */
  readonly live?: true;
  /** In print, at the top of a sheet. */
  readonly onNewSheet?: true;
  /** Where a reader can change what is decided, the means to do so come after it. */
  readonly thenControls?: true;
}

/** A label and what there is to say of it. */
export interface Fact {
  readonly label: string;
  readonly text: Text;
}

/** Plain text, or pieces with a tone each. */
export type Text = string | readonly Span[];
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

/** What a piece means to the reader; a dialect may give it a colour, and no meaning rests on that alone. */
export type Tone = "strong" | "quiet" | "good" | "warning" | "bad";

/** A mark such as `✗`, `1` or `–` before the text. */
export interface Item {
  readonly mark?: string;
  readonly text: Text;
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** The column that wraps first when the page is narrow; others keep their width. */
  readonly flexible?: boolean;
  /** What stands over the two ends of the pictures in this column, where pictures are drawn. */
  readonly ends?: readonly [low: string, high: string];
  /** Characters that its pictures take; as many as the dialect likes where nothing is said. */
  readonly pictureWidth?: number;
  /** Only where there is plenty of room: nothing here is needed to understand the rest. */
  readonly spare?: boolean;
}

export interface Cell {
  /** What people read. */
  readonly text: string;
  /** The number behind the text, unrounded, where there is one. */
  readonly value?: number;
  readonly tone?: Tone;
  /** A picture instead of the text where a dialect can draw: points on 0 to 100, stopped at the ends; the score is between low and high. */
  readonly bar?: { readonly low: number; readonly high: number; readonly score?: number };
  /** Another picture: on 0 to 1, which sign stands up to where, and perhaps a mark at one place. */
  readonly stretches?: { readonly upTo: readonly Stretch[]; readonly mark?: number };
}

export interface Stretch {
  readonly sign: string;
  /** From where the one before ends. */
  readonly end: number;
}

/** Points on two axes from 0 to 100, each marked by a sign that the text beside it explains. */
export interface Plane {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly points: readonly {
    readonly sign: string;
    readonly name: string;
    readonly across: number;
    readonly up: number;
  }[];
}
