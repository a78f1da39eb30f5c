import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../src/anatomy/anchor';
import { sameExtra, samePlace } from '../../../src/protocol/comparison';
import type { SiteId } from '../../../src/protocol/words';
import { straight } from '../../../src/record/compare-places';
import {
  type ChangeKind,
  compareSessions,
  folded,
  isOneProduct,
  type SessionChange,
  type SiteChange,
} from '../../../src/record/compare-sessions';
import type { Session } from '../../../src/record/session';
import { midway, sessionWith } from '../../support/patient-history';
import { randomSession } from '../../support/random-session';
import { draws } from '../../support/draws';

const first = '2026-03-02T09:00:00+01:00';
const second = '2026-05-25T09:00:00+02:00';
const compare = (before: Session, after: Session, between = straight): SessionChange =>
  compareSessions(folded(before), folded(after), between);
const of = (change: SessionChange, kind: ChangeKind): readonly SiteChange[] =>
  change.sites.filter((site) => site.kind === kind);
const ids = (changes: readonly SiteChange[]) =>
  changes.map(({ before, after }) => [before?.id ?? null, after?.id ?? null]);

/** A point that many mm above another. */
const above = (anchor: Anchor, mm: number): Anchor => ({
  ...anchor,
  positionMm: [anchor.positionMm[0], anchor.positionMm[1] + mm, anchor.positionMm[2]],
  offset: { ...anchor.offset, upMm: anchor.offset.upMm + mm },
});
const temple = midway('temporalis-L-2', 'temporalis-L-3');
const site = (change: SessionChange, id: SiteId): SiteChange => {
  const found = change.sites.find(({ before, after }) => before?.id === id || after?.id === id);
  if (found === undefined) throw new Error(`nothing of ${id}`);
  return found;
};

describe('two sessions of a patient', () => {
  it('differ by what was given in one of them, with the reason where a site was skipped', () => {
    const before = sessionWith('a', first);
    const after = sessionWith('b', second, {
      extras: [temple],
      skipped: { 'temporalis-L-3': 'Artery pulse at the site' },
    });
    const change = compare(before, after);
    expect(ids(of(change, 'added'))).toEqual([[null, 'temporalis-L-F1']]);
    expect(ids(of(change, 'removed'))).toEqual([['temporalis-L-3', 'temporalis-L-3']]);
    expect(site(change, 'temporalis-L-3').after?.reason).toBe('Artery pulse at the site');
    expect(of(change, 'unchanged')).toHaveLength(30);
    expect(change.doses.given).toEqual({ before: 155, after: 155 });
  });

  it('count no site that is still open, and say that it is', () => {
    const change = compare(sessionWith('a', first), sessionWith('b', second, { open: 3 }));
    expect(of(change, 'open')).toHaveLength(3);
    expect(of(change, 'removed')).toEqual([]);
    expect(change.doses.given).toEqual({ before: 155, after: 140 });
    const both = compare(sessionWith('a', first, { open: 3 }), sessionWith('b', second, { open: 3 }));
    expect(of(both, 'open')).toEqual([]);
    expect(of(both, 'neither')).toHaveLength(3);
  });

  it('match extras by place: the number of an extra says nothing of it', () => {
    const [here, there] = [temple, midway('temporalis-L-1', 'temporalis-L-4')];
    const change = compare(
      sessionWith('a', first, { extras: [here, there] }),
      sessionWith('b', second, { extras: [there, here] }),
    );
    const extras = change.sites.filter(({ ftp }) => ftp);
    expect(ids(extras)).toEqual([
      ['temporalis-L-F1', 'temporalis-L-F2'],
      ['temporalis-L-F2', 'temporalis-L-F1'],
    ]);
    expect(extras.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  it('tell an extra as moved up to the chosen distance, and beyond it as one that went and one that came', () => {
    const at = (mm: number) =>
      compare(
        sessionWith('a', first, { extras: [temple] }),
        sessionWith('b', second, { extras: [above(temple, mm)] }),
      ).sites.filter(({ ftp }) => ftp);
    expect(at(samePlace.mm).map(({ kind }) => kind)).toEqual(['unchanged']);
    expect(at(sameExtra.mm).map(({ kind, shift }) => [kind, shift?.mm])).toEqual([['moved', sameExtra.mm]]);
    expect(at(sameExtra.mm + 1).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('take the nearest extra first, and of two as near as each other one that was given', () => {
    const near = above(temple, 3);
    const change = compare(
      sessionWith('a', first, { extras: [temple] }),
      sessionWith('b', second, { extras: [above(temple, 9), near] }),
    );
    expect(ids(of(change, 'moved'))).toEqual([['temporalis-L-F1', 'temporalis-L-F2']]);
    const skipped = compare(
      sessionWith('a', first, { extras: [temple] }),
      sessionWith('b', second, {
        extras: [temple, above(temple, 9)],
        skipped: { 'temporalis-L-F1': 'Too sore' },
      }),
    );
    expect(ids(of(skipped, 'moved'))).toEqual([['temporalis-L-F1', 'temporalis-L-F2']]);
    expect(ids(of(skipped, 'neither'))).toEqual([[null, 'temporalis-L-F1']]);
  });

  it('pair two extras that are as near as each other the same way from either end', () => {
    const [left, middle, right] = [above(temple, -4), temple, above(temple, 4)];
    const one = sessionWith('a', first, { extras: [left, right] });
    const other = sessionWith('b', second, { extras: [above(temple, 8), middle] });
    // Middle is as near to both; the other of them is then left over, and which may not depend on who asks.
    const pairs = ids(of(compare(one, other), 'moved')).map(([a, b]) => [b, a]);
    expect(ids(of(compare(other, one), 'moved')).sort()).toEqual(pairs.sort());
  });

  it('ask for the distance along the skin of what stands on one head', () => {
    const moved = { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') };
    const change = compare(sessionWith('a', first), sessionWith('b', second, { moved }), () => 7.5);
    expect(site(change, 'frontalis-L-1')).toMatchObject({
      kind: 'moved',
      shift: { mm: 7.5, by: 'place', byMap: false },
    });
    // Where nobody can say, it is as the crow flies; where nothing moved, nobody is asked.
    const silent = compare(sessionWith('a', first), sessionWith('b', second, { moved }), () => null);
    expect(site(silent, 'frontalis-L-1').shift?.mm).toBeGreaterThan(3);
    expect(site(silent, 'frontalis-R-1').shift?.mm).toBe(0);
  });

  it('on heads of two sizes are told by their rules and offsets, never by the distance between two heads', () => {
    const sized = (session: Session): Session => {
      const head = { ...session.head, variant: 'head-circumference:600' };
      const entries = session.entries.map((entry) =>
        'anchor' in entry ? { ...entry, anchor: { ...above(entry.anchor, 0), head } } : entry,
      );
      return { ...session, head, entries };
    };
    const moved = { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') };
    const before = sessionWith('a', first, { extras: [temple] });
    const after = sized(sessionWith('b', second, { moved, extras: [above(temple, 4)] }));
    const change = compare(before, after, () => {
      throw new Error('no distance between two heads is asked for');
    });
    expect(change.heads).toBe('size');
    expect(site(change, 'procerus-M')).toMatchObject({ kind: 'unchanged', shift: { mm: 0, by: 'rule' } });
    expect(site(change, 'frontalis-L-1')).toMatchObject({ kind: 'moved', shift: { mm: 6, by: 'rule' } });
    expect(site(change, 'temporalis-L-F1')).toMatchObject({ kind: 'moved', shift: { mm: 4, by: 'offset' } });
    const elsewhere: Session = {
      ...before,
      entries: before.entries.map((entry) =>
        entry.kind === 'plan' && entry.ftp
          ? { ...entry, anchor: { ...entry.anchor, offset: { ...entry.anchor.offset, landmark: 'inion' } } }
          : entry,
      ),
    };
    expect(of(compare(elsewhere, after), 'removed').map(({ ftp }) => ftp)).toEqual([true]);
  });

  it('say where the maps put a site in different places, and that units of two products are not set off', () => {
    const before = sessionWith('a', first);
    const other: Session = { ...before, id: 'b', map: { ...before.map, id: 'preempt-2010' } };
    const lower = other.entries.map((entry) =>
      entry.kind === 'plan' && entry.site === 'frontalis-L-1' ? { ...entry, anchor: above(entry.anchor, -12) } : entry,
    );
    const change = compare(before, { ...other, entries: lower });
    expect(change.sameMap).toBe(false);
    expect(site(change, 'frontalis-L-1').shift).toMatchObject({ mm: 12, byMap: true });
    expect(site(change, 'temporalis-L-1').shift).toMatchObject({ mm: 0, byMap: false });
    const brand: Session = { ...other, vials: other.vials.map((vial) => ({ ...vial, product: 'another toxin' })) };
    expect(isOneProduct(change.products)).toBe(true);
    expect(isOneProduct(compare(before, brand).products)).toBe(false);
  });

  it('tell incidents and off-protocol doses of each, and not those that were voided', () => {
    const after = sessionWith('b', second, { incident: { units: 2.5, site: 'procerus-M' }, offProtocol: 20 });
    const change = compare(sessionWith('a', first), after);
    expect(change.events.after.map(({ entry }) => entry.kind)).toEqual(['incident', 'off-protocol']);
    expect(change.events.before).toEqual([]);
    expect(change.doses).toMatchObject({
      given: { before: 155, after: 155 },
      incidents: { before: 0, after: 2.5 },
      offProtocol: { before: 0, after: 20 },
      total: { before: 155, after: 177.5 },
    });
  });
});

const opposite: Readonly<Record<ChangeKind, ChangeKind>> = {
  added: 'removed',
  removed: 'added',
  open: 'open',
  moved: 'moved',
  unchanged: 'unchanged',
  neither: 'neither',
};
const plainly = ({ sites }: SessionChange, turned: boolean): readonly string[] =>
  sites
    .map(({ kind, before, after, shift }) => {
      const [one, other] = turned ? [after, before] : [before, after];
      return `${turned ? opposite[kind] : kind} ${one?.id ?? '-'} ${other?.id ?? '-'} ${shift?.mm?.toFixed(9) ?? '-'}`;
    })
    .sort();

describe('any two sessions that can be charted', () => {
  it('do not differ from themselves', () => {
    fc.assert(
      fc.property(randomSession, (session) => {
        const change = compare(session, session);
        const kinds = new Set(change.sites.map(({ kind }) => kind));
        expect([...kinds].filter((kind) => kind !== 'unchanged' && kind !== 'neither')).toEqual([]);
        for (const { before, after } of Object.values(change.doses.byMuscle)) expect(after).toBe(before);
      }),
      { numRuns: draws(20) },
    );
  });

  it('say the opposite when they are turned round, and name every site of either once', () => {
    fc.assert(
      fc.property(randomSession, randomSession, (before, after) => {
        const change = compare(before, after);
        expect(plainly(compare(after, before), true)).toEqual(plainly(change, false));
        for (const [which, session] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const named = change.sites.flatMap((one) => one[which]?.id ?? []);
          const there = folded(session).fold.rows.filter(({ state }) => state !== 'withdrawn');
          expect(named.sort()).toEqual(there.map(({ id }) => id).sort());
        }
      }),
      { numRuns: draws(20) },
    );
  });

  it('differ by muscle as much as in all', () => {
    fc.assert(
      fc.property(randomSession, randomSession, (before, after) => {
        const { doses, sites } = compare(before, after);
        const sum = (which: 'before' | 'after') => doses.byMuscle.reduce((all, row) => all + row[which], 0);
        expect({ before: sum('before'), after: sum('after') }).toEqual(doses.given);
        const gave = (which: 'before' | 'after') => 5 * sites.filter((one) => one[which]?.state === 'given').length;
        expect({ before: gave('before'), after: gave('after') }).toEqual(doses.given);
      }),
      { numRuns: draws(20) },
    );
  });
});
