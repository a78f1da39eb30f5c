import { readFileSync } from 'node:fs';
import type { Anchor } from '../../src/anatomy/anchor';
import type { PlacedHead } from '../../src/anatomy/placed-head';
import { give, giveMany, move, opening, planExtra, skip } from '../../src/ledger/commands';
import type { LedgerDoc, Stamp } from '../../src/ledger/doc';
import { incident, offProtocol } from '../../src/ledger/event-commands';
import { fold } from '../../src/ledger/fold';
import { nextSite } from '../../src/ledger/next-site';
import { aliquot, muscles } from '../../src/protocol/paradigm';
import type { SiteId } from '../../src/protocol/words';
import { openSession, type Session } from '../../src/record/session';
import { placementsOf } from '../../src/state/placements';
import { sampleSession, sampleVial } from './sample-sessions';
import { unwrap } from './signing';

/** The sites on the standard head. */
const placements = placementsOf(
  JSON.parse(readFileSync(new URL('../../assets/head/sites.json', import.meta.url), 'utf8')) as PlacedHead,
);
const places = placements.of('preempt-2017').anchors;
const placeOf = (site: SiteId): Anchor => {
  const anchor = places.get(site);
  if (anchor === undefined) throw new Error(`no ${site}`);
  return anchor;
};

/** A point between two neighbours on the standard head, about on its skin: `share` 0 is the first, 1 the second. */
export function midway(one: SiteId, other: SiteId, share = 0.5): Anchor {
  const [a, b] = [placeOf(one), placeOf(other)];
  const mix = (from: number, to: number): number => from + share * (to - from);
  return {
    ...a,
    positionMm: [0, 1, 2].map((n) =>
      mix(a.positionMm[n] ?? 0, b.positionMm[n] ?? 0),
    ) as unknown as Anchor['positionMm'],
    normal: a.normal,
    sentence: `${a.sentence}, towards ${other}`,
  };
}

export type Happening = {
  readonly skipped?: Readonly<Record<SiteId, string>>;
  readonly extras?: readonly Anchor[];
  readonly moved?: Readonly<Record<SiteId, Anchor>>;
  /** Left as planned: the session is still being charted. */
  readonly open?: number;
  readonly incident?: { readonly units: number; readonly site?: SiteId };
  readonly offProtocol?: number;
};

/** A session of the patient on the standard head, made by the commands of the ledger. `startedAt`: ISO 8601 with offset. */
export function sessionWith(id: string, startedAt: string, what: Happening = {}): Session {
  const vial = `vial-of-${id}`;
  const vials = [{ ...sampleVial, id: vial }];
  let steps = 0;
  const stamp = (): Stamp => {
    steps += 1;
    let entry = 0;
    return {
      step: `${id}-${String(steps)}`,
      at: startedAt,
      by: 'Dr A. Example',
      newId: () => {
        entry += 1;
        return `${id}-${String(steps)}-${String(entry)}`;
      },
    };
  };
  let doc: LedgerDoc = unwrap(opening((site) => places.get(site), stamp()));
  const amount = aliquot.units;
  for (const anchor of what.extras ?? []) {
    const { muscle, side } = anchor;
    doc = unwrap(planExtra(doc, vials, { muscle, side, anchor, amount }, stamp()));
  }
  for (const [site, anchor] of Object.entries(what.moved ?? {})) {
    const about = { site, anchor, shiftMm: 6, outsideMm: 0, reason: 'Brow sits low' };
    doc = unwrap(move(doc, vials, about, stamp()));
  }
  for (const [site, reason] of Object.entries(what.skipped ?? {})) {
    doc = unwrap(skip(doc, vials, { site, reason }, stamp()));
  }
  if (what.open === undefined) {
    for (const { id: muscle } of muscles) {
      const given = giveMany(doc, vials, { muscle, vial, amount }, stamp());
      if (given.ok) doc = given.value;
    }
  } else {
    for (;;) {
      const folded = fold(doc.entries, vials);
      const site = nextSite(folded, { id: 'paradigm' });
      if (site === null || folded.totals.sitesPlanned - folded.totals.sitesGiven <= what.open) break;
      doc = unwrap(give(doc, vials, { site, vial, amount }, stamp()));
    }
  }
  if (what.incident !== undefined) {
    const { units, site } = what.incident;
    const about = {
      amount: units,
      vial,
      what: 'double-dose',
      reason: 'Counted wrongly',
      ...(site ? { site } : {}),
    } as const;
    doc = unwrap(incident(doc, vials, about, stamp()));
  }
  if (what.offProtocol !== undefined) {
    const dose = {
      muscle: 'masseter',
      side: 'left',
      where: 'Centre of the belly',
      reason: 'Clenches at night',
    } as const;
    doc = unwrap(offProtocol(doc, vials, { amount: what.offProtocol, vial, ...dose }, stamp()));
  }
  const { patient, protocol, map, injector } = sampleSession();
  const session = openSession({
    id,
    patient: { ...patient, label: 'M. Sample' },
    injector,
    startedAt,
    protocol,
    map,
    head: placements.head,
    vials,
    entries: doc.entries,
  });
  return what.open === undefined ? { ...session, finishedAt: startedAt } : session;
}

/** Sessions 84 days apart, the last on that day (YYYY-MM-DD), each unlike the one before. */
export function history(count: number, lastDay: string): readonly Session[] {
  const temple = [midway('temporalis-L-2', 'temporalis-L-3', 0.45), midway('temporalis-L-2', 'temporalis-L-3', 0.7)];
  const shoulder = [midway('trapezius-R-1', 'trapezius-R-2'), midway('trapezius-L-2', 'trapezius-L-3')];
  const occiput = [midway('occipitalis-R-1', 'occipitalis-R-2'), midway('occipitalis-R-1', 'occipitalis-R-3', 0.4)];
  return Array.from({ length: count }, (_, n) => {
    const day = Date.parse(`${lastDay}T00:00:00Z`) - 84 * (count - 1 - n) * 86_400_000;
    const extras = [
      ...(n % 3 === 0 ? [] : [temple[n % 2]]),
      ...(n % 4 > 1 ? [shoulder[n % 2]] : []),
      ...(n > 5 ? [occiput[n % 2]] : []),
    ];
    return sessionWith(`session-${String(n + 1)}`, `${new Date(day).toISOString().slice(0, 10)}T09:00:00+00:00`, {
      extras: extras.filter((anchor) => anchor !== undefined),
      ...(n % 5 === 2 ? { skipped: { 'temporalis-L-3': 'Artery pulse at the site' } } : {}),
      ...(n % 4 === 3 ? { moved: { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2', 0.35) } } : {}),
      ...(n === 5 ? { incident: { units: 2.5, site: 'temporalis-R-1' } } : {}),
      ...(n === 7 ? { offProtocol: 20 } : {}),
      ...(n === count - 1 ? { open: 3 } : {}),
    });
  });
}
