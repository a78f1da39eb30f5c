import type { Anchor, HeadRef } from '../../src/anatomy/anchor';
import type { Entry, GiveEntry, MoveEntry, PlanEntry, SkipEntry } from '../../src/ledger/entry';
import type { Vial } from '../../src/ledger/vial';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { aliquot, protocol, startingVial } from '../../src/protocol/paradigm';
import { ftpSiteId } from '../../src/protocol/site-id';
import type { MuscleId, Side, SiteId } from '../../src/protocol/words';
import { openSession, type Session } from '../../src/record/session';

export const sampleHead: HeadRef = { model: 'standard', contentHash: 'a1'.repeat(32), variant: 'standard' };

export const sampleVial: Vial = {
  id: startingVial.id,
  product: startingVial.product,
  strength: startingVial.strength,
  diluentMl: startingVial.diluentMl,
};

/** A believable point: nothing here asks where it is, only that it is kept to the last digit. */
export function sampleAnchor(muscle: MuscleId, side: Side, seed = 1): Anchor {
  const x = side === 'midline' ? 0 : (side === 'left' ? 1 : -1) * (60 + seed / 7);
  return {
    muscle,
    side,
    triangle: 1000 + seed,
    weights: [0.2, 0.3, 0.5],
    positionMm: [x, 31.25 + seed / 3, 12.0625],
    normal: [Math.sign(x), 0, 0.1],
    head: sampleHead,
    offset: {
      landmark: 'tragus',
      side: side === 'midline' ? 'left' : side,
      upMm: 30 + seed,
      toward: 'forward',
      alongMm: 4,
    },
    sentence: `${side} ${muscle}, ${String(30 + seed)} mm above and 4 mm in front of the tragus`,
  };
}

const made = (n: number, site: SiteId) => ({
  id: `e${String(n)}`,
  step: `s${String(n)}`,
  at: `2026-03-02T09:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}+01:00`,
  by: 'Dr A. Example',
  site,
  units: aliquot.units,
});

export const planned: readonly PlanEntry[] = fixedSites.map((site, n) => ({
  ...made(n, site.id),
  step: 'open',
  kind: 'plan',
  muscle: site.muscle,
  side: site.side,
  ftp: false,
  anchor: sampleAnchor(site.muscle, site.side, n),
}));

export const extra = (n: number, muscle: MuscleId, side: Side, nth: number): PlanEntry => ({
  ...made(n, ftpSiteId(muscle, side, nth)),
  kind: 'plan',
  muscle,
  side,
  ftp: true,
  anchor: sampleAnchor(muscle, side, n),
});

export const give = (n: number, site: SiteId): GiveEntry => ({ ...made(n, site), kind: 'give', vial: sampleVial.id });

export const skip = (n: number, site: SiteId, reason = 'skin infection'): SkipEntry => ({
  ...made(n, site),
  kind: 'skip',
  reason,
});

export function move(n: number, site: SiteId): MoveEntry {
  const plan = planned.find((entry) => entry.site === site);
  if (plan === undefined) throw new Error(`no fixed site ${site}`);
  return {
    ...made(n, site),
    kind: 'move',
    anchor: sampleAnchor(plan.muscle, plan.side, n),
    shiftMm: 6.25,
    outsideMm: 0,
    reason: 'brow sits low',
    warned: [{ zone: 'supraorbital-nerve', side: 'right', mm: 2.5 }],
  };
}

/** A session with the fixed sites planned and a few done: given, skipped, extra. */
export function sampleSession(change: Partial<Session> = {}): Session {
  const entries: Entry[] = [
    ...planned,
    give(40, 'corrugator-R'),
    give(41, 'corrugator-L'),
    skip(42, 'frontalis-L-2', 'brow is heavy; spared'),
    extra(43, 'temporalis', 'left', 1),
    give(44, ftpSiteId('temporalis', 'left', 1)),
  ];
  const session = openSession({
    id: '0b1f8a52-6f1e-4a0e-9d6f-0f6a4f1f2c3d',
    patient: { id: 'p-1', label: 'K. M.' },
    injector: 'Dr A. Example',
    startedAt: '2026-03-02T09:00:00+01:00',
    protocol: { id: protocol.id, version: protocol.version },
    map: { id: 'preempt-2017', version: '1' },
    head: sampleHead,
    vials: [sampleVial],
    entries,
    note: 'Tolerated well.\n"Same again" in 12 weeks – 日本 🙂',
  });
  return { ...session, ...change };
}
