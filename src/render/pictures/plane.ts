import { inHtml } from "../html/escape.ts";
import { whole } from "../numbers.ts";
import type { Plane } from "../page.ts";
import { place } from "./svg.ts";

const SIZE = 300;
const MARGIN = { left: 46, right: 14, top: 12, bottom: 42 };
const RADIUS = 10;
const WIDTH = MARGIN.left + SIZE + MARGIN.right;
const HEIGHT = MARGIN.top + SIZE + MARGIN.bottom;
const TICKS = [0, 25, 50, 75, 100];

/** Points on two axes from 0 to 100: each a circle with its sign. Of several in one place, each stays visible. */
export function planePicture({ title, across, up, points }: Plane): string {
  const grid = TICKS.flatMap((tick) => [
    `<line class="grid" x1="${place(x(tick))}" x2="${place(x(tick))}" y1="${place(y(0))}" y2="${place(y(100))}"/>`,
    `<line class="grid" x1="${place(x(0))}" x2="${place(x(100))}" y1="${place(y(tick))}" y2="${place(y(tick))}"/>`,
    `<text class="tick" x="${place(x(tick))}" y="${place(y(0) + 15)}">${tick}</text>`,
    `<text class="tick up" x="${place(x(0) - 6)}" y="${place(y(tick) + 4)}">${tick}</text>`,
  ]);
  const axes = [
    `<text class="axis" x="${place(x(50))}" y="${HEIGHT - 6}">${inHtml(across)}</text>`,
    `<text class="axis" transform="translate(12 ${place(y(50))}) rotate(-90)">${inHtml(up)}</text>`,
  ];
  const marks = spread(points).map(
    ({ sign, at }) =>
      `<circle class="point" cx="${place(at.x)}" cy="${place(at.y)}" r="${RADIUS}"/><text class="sign" x="${place(at.x)}" y="${place(at.y + 4)}">${inHtml(sign)}</text>`,
  );
  const told = points.map((point) => `${point.name}: ${whole(point.across)} and ${whole(point.up)}`).join("; ");
  return [
    `<svg class="plane" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${inHtml(title)}</title>`,
    `<desc>${inHtml(told)}</desc>`,
    ...grid,
    ...axes,
    ...marks,
    "</svg>",
  ].join("");
}

function x(points: number): number {
  return MARGIN.left + (SIZE * held(points)) / 100;
}

function y(points: number): number {
  return MARGIN.top + SIZE - (SIZE * held(points)) / 100;
}

function held(points: number): number {
  return Math.min(Math.max(points, 0), 100);
}

/** One that would cover another moves aside by a third of its width, away from the nearer edge. */
function spread(points: Plane["points"]): readonly { readonly sign: string; readonly at: { x: number; y: number } }[] {
  const placed: { readonly sign: string; readonly at: { x: number; y: number } }[] = [];
  for (const { sign, across, up } of points) {
    const at = { x: x(across), y: y(up) };
    const aside = across > 50 ? -SHIFT : SHIFT;
    for (let moves = 0; moves < MOVES && placed.some((other) => covers(other.at, at)); moves += 1) at.x += aside;
    placed.push({ sign, at });
  }
  return placed;
}

const SHIFT = RADIUS * 1.4;
/** So that nobody leaves the picture. */
const MOVES = 8;

function covers(one: { readonly x: number; readonly y: number }, other: { readonly x: number; readonly y: number }) {
  return Math.abs(one.x - other.x) < SHIFT - 0.5 && Math.abs(one.y - other.y) < SHIFT - 0.5;
}
