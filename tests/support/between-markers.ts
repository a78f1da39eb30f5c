import { expect } from '@playwright/test';
import type { AppDriver, Point } from './app-driver';

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Brings some sites nearer with the wheel until there is skin between them that is in no marker's reach. */
export async function comeCloser(app: AppDriver, sites: RegExp): Promise<Point> {
  const { x, y } = mean((await app.markers()).filter(({ site }) => sites.test(site)));
  await app.page.mouse.move(x, y);
  for (let turns = 0; turns < 4; turns += 1) await app.page.mouse.wheel(0, -300);
  await app.settled();
  return betweenMarkers(app, sites);
}

/** The point among some sites that is farthest from every marker. */
async function betweenMarkers(app: AppDriver, sites: RegExp): Promise<Point> {
  const all = await app.markers();
  const chosen = all.filter(({ site }) => sites.test(site));
  const clearance = (point: Point) => Math.min(...all.map((marker) => distance(point, marker)));
  const points = chosen.flatMap((a) => chosen.flatMap((b) => chosen.map((c) => mean([a, b, c]))));
  const best = points.reduce((found, point) => (clearance(point) > clearance(found) ? point : found));
  expect(clearance(best)).toBeGreaterThan(23);
  return best;
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
