/**
 * A cell or an item whose text is made when it is read: those of a million candidates are read once for their widths or
 * marks, and some never. A class, as an object with a getter of its own takes ten times as long to make.
 *
 * @example
 * new LaterText(() => "Zoo", "✗").text // → "Zoo"
 * new LaterText(() => "Zoo", "✗").mark // → "✗"
 */
export class LaterText {
  readonly mark?: string;
  readonly #make: () => string;

  constructor(make: () => string, mark?: string) {
    this.#make = make;
    if (mark !== undefined) this.mark = mark;
  }

  get text(): string {
    return this.#make();
  }
}
