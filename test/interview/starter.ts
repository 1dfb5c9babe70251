import type { Ask, ChoicesView, ChoiceView, Given, LineView } from "../../src/interview/ask.ts";

/** Somebody who has all answers ready, and leaves after the last. */
export class Starter implements Ask {
  readonly shown: string[] = [];
  readonly #answers: unknown[];
  #packKey: string | undefined;

  constructor(...answers: readonly unknown[]) {
    this.#answers = [...answers];
  }

  async #next<T>(message: string): Promise<Given<T>> {
    this.shown.push(message);
    if (this.#answers.length === 0) return { given: false, why: "quit" };
    return { given: true, value: this.#answers.shift() as T }; // each script was written for its questions
  }

  /** Chooses among packs by what stands in the file for them. */
  choosing(key: "criteria"): this {
    this.#packKey = key;
    return this;
  }

  async choice<T>({ message, hint, options }: ChoiceView<T>): Promise<Given<T>> {
    const isPacks = options.some(({ value }) => typeof value === "object" && value !== null);
    if (isPacks && this.#packKey !== undefined) {
      const named = await this.#next<string>(message);
      const found = options.find(
        ({ value }) => (value as Record<string, unknown>).criteria === (named.given && named.value),
      );
      return found === undefined ? { given: false, why: "quit" } : { given: true, value: found.value };
    }
    return this.#next([message, ...hinted(hint), ...options.map(({ label }) => label)].join(" / "));
  }

  choices<T>({ message, hint, options, atMost }: ChoicesView<T>): Promise<Given<readonly T[]>> {
    return this.#next(
      [message, ...hinted(hint), ...options.map(({ label, explanation }) => `${label}: ${explanation}`), atMost].join(
        " / ",
      ),
    );
  }

  line({ message }: LineView): Promise<Given<string>> {
    return this.#next(message);
  }

  lines({ message }: LineView): Promise<Given<readonly string[]>> {
    return this.#next(message);
  }

  question(): never {
    throw new Error("No question yet.");
  }

  say(text: string): void {
    this.shown.push(text);
  }
}

function hinted(hint: string | undefined): readonly string[] {
  return hint === undefined ? [] : [hint];
}
