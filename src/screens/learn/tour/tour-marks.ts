import type { RuleLeg, RulePlace, RuleWalk } from '../../../anatomy/rule-walk';
import type { NamedPoint } from '../../../scene/learn/named-board';
import type { SkinLine } from '../../../scene/skin-line';
import { markName, rulerText } from '../../../state/learn/tour-text';

/** A mark each 5 mm; every second one is longer. */
const ticksMm = 5;

export type Marks = { readonly lines: readonly SkinLine[]; readonly points: readonly NamedPoint[] };

/**
 * What is drawn of a rule at one of its legs (counted from 0): the legs walked so far, the present one with a ruler's
 * marks; where it starts from and what it goes toward, by name; and how long it is.
 */
export function marksOf({ site, legs }: RuleWalk, at: number): Marks {
  const now = legs[at];
  if (now === undefined) return { lines: [], points: [] };
  const walked = legs.slice(0, at).map((leg, n) => lineOf(`${site} ${String(n)}`, leg, false));
  const whole: readonly SkinLine[] =
    now.whole === null ? [] : [{ id: `${site} whole`, points: now.whole.way, ink: 'plain', dashed: true }];
  const names = [...legs.slice(0, at + 1).map(({ from }) => from), ...(now.to === null ? [] : [now.to])];
  return {
    lines: [...walked, ...whole, lineOf(`${site} ${String(at)}`, now, true)],
    points: [...namedOnce(names), rulerAt(`${site} ruler ${String(at)}`, now)],
  };
}

const lineOf = (id: string, { way, aside }: RuleLeg, ruler: boolean): SkinLine => ({
  id,
  points: way,
  ink: 'plain',
  dashed: aside,
  ...(ruler ? { ticksMm } : {}),
});

/** Sites have their own markers; a cross marks the landmarks. */
function namedOnce(places: readonly RulePlace[]): readonly NamedPoint[] {
  const named = new Map<string, NamedPoint>();
  for (const place of places) {
    const text = markName(place);
    if (text !== null)
      named.set(text, { id: text, ...place.at, text, is: place.kind === 'landmark' ? 'landmark' : 'site' });
  }
  return [...named.values()];
}

/** Beside the middle of the leg. */
function rulerAt(id: string, leg: RuleLeg): NamedPoint {
  const middle = leg.way[Math.floor(leg.way.length / 2)] ?? leg.from.at;
  const end = leg.way.at(-1) ?? middle;
  const along = [leg.from.at.positionMm, end.positionMm] as const;
  return { id, ...middle, text: rulerText(leg), is: 'ruler', along };
}
