import { inHtml } from "../html/escape.ts";

/** What all pictures are made of. Numbers are rounded: a picture is for the eye. */

/**
 * How far along a width, in per cent of it with two decimals, stopped at both ends.
 *
 * @example
 * along(0.125) // → "12.5%"
 * along(1.2) // → "100%"
 */
export function along(share: number): string {
  return `${Math.round(10_000 * held(share)) / 100}%`;
}

/** The part of a width from one place to another; the two are rounded first, so that neighbours meet. */
export function span(from: number, to: number): { readonly x: string; readonly width: string } {
  const start = Math.round(10_000 * held(from));
  const end = Math.max(Math.round(10_000 * held(to)), start);
  return { x: `${start / 100}%`, width: `${(end - start) / 100}%` };
}

/** A coordinate of a picture that has units of its own. */
export function place(coordinate: number): string {
  return String(Math.round(100 * coordinate) / 100);
}

/** A picture as wide as its surroundings, told in words by its title. */
export function strip(name: string, title: string, inside: string): string {
  return `<svg class="${name}" role="img" width="100%" height="${STRIP_HEIGHT}"><title>${inHtml(title)}</title>${inside}</svg>`;
}

export const STRIP_HEIGHT = 18;

function held(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
