import type { Anchor } from '../../src/anatomy/anchor';
import { give, giveMany, move, opening, planExtra, skip, voidSite } from '../../src/ledger/commands';
import type { LedgerDoc, Stamp } from '../../src/ledger/doc';
import type { IncidentKind } from '../../src/ledger/entry';
import { incident, offProtocol, stop, voidEntry, waste } from '../../src/ledger/event-commands';
import { fold } from '../../src/ledger/fold';
import { redo, undo } from '../../src/ledger/history';
import { nextSite } from '../../src/ledger/next-site';
import type { Refusal } from '../../src/ledger/refusal';
import type { Fold, SiteRow } from '../../src/ledger/state';
import type { Vial } from '../../src/ledger/vial';
import { type MuscleId, type Result, type Side, type SiteId, units } from '../../src/protocol/words';

export const vial = (id: string, strength: number): Vial => ({
  id,
  product: 'onabotulinumtoxinA',
  strength: units(strength),
  diluentMl: strength / 50,
});

/** A point that claims to lie in a muscle; the ledger asks no more of it. */
export const anchorIn = (muscle: MuscleId, side: Side): Anchor => ({
  muscle,
  side,
  triangle: 0,
  weights: [1, 0, 0],
  positionMm: [{ left: 50, midline: 0, right: -50 }[side], 0, 0],
  normal: [0, 0, 1],
  head: { model: 'test-head', contentHash: '0'.repeat(64), variant: 'standard' },
  offset: { landmark: 'tragus', side, upMm: 0, toward: 'forward', alongMm: 0 },
  sentence: `${side} ${muscle}`,
});

export const sideIn = (site: SiteId): Side =>
  site.includes('-L') ? 'left' : site.includes('-R') ? 'right' : 'midline';

/** Charts without screens: an opened ledger, its vials, and a clock and ids that count. */
export class Desk {
  doc: LedgerDoc;
  /** Why the last command did nothing; null if it was done. */
  refusal: Refusal | null = null;
  readonly vials: readonly Vial[];
  private steps = 0;

  constructor(vials: readonly Vial[] = [vial('v1', 200)]) {
    this.vials = vials;
    const opened = opening((site) => anchorIn(site.split('-')[0] as MuscleId, sideIn(site)), this.stamp());
    if (!opened.ok) throw new Error('the opening was refused');
    this.doc = opened.value;
  }

  stamp(): Stamp {
    this.steps += 1;
    const step = `step-${String(this.steps)}`;
    let entry = 0;
    return {
      step,
      at: new Date(Date.UTC(2026, 10, 23, 10, 0, this.steps)).toISOString(),
      by: 'Injector',
      newId: () => {
        entry += 1;
        return `${step}-${String(entry)}`;
      },
    };
  }

  fold(): Fold {
    return fold(this.doc.entries, this.vials);
  }

  next(): SiteId | null {
    return nextSite(this.fold(), { id: 'paradigm' });
  }

  row(site: SiteId): SiteRow {
    const row = this.fold().rows.find((one) => one.id === site);
    if (row === undefined) throw new Error(`no row for ${site}`);
    return row;
  }

  give(site: SiteId, amount = 5, from = this.firstVial()): Said {
    return this.keep(give(this.doc, this.vials, { site, vial: from, amount }, this.stamp()));
  }

  giveMany(muscle: MuscleId, amount = 5, from = this.firstVial()): Said {
    return this.keep(giveMany(this.doc, this.vials, { muscle, vial: from, amount }, this.stamp()));
  }

  extra(muscle: MuscleId, side: Side = 'left', amount = 5, anchor = anchorIn(muscle, side)): Said {
    return this.keep(planExtra(this.doc, this.vials, { muscle, side, anchor, amount }, this.stamp()));
  }

  skip(site: SiteId, reason = 'Patient declined'): Said {
    return this.keep(skip(this.doc, this.vials, { site, reason }, this.stamp()));
  }

  move(site: SiteId, anchor = anchorIn(site.split('-')[0] as MuscleId, sideIn(site)), reason = 'Brow sits low'): Said {
    const change = { site, anchor, shiftMm: 4.5, outsideMm: 0, reason };
    return this.keep(move(this.doc, this.vials, change, this.stamp()));
  }

  void(site: SiteId, reason = 'Entered by mistake'): Said {
    return this.keep(voidSite(this.doc, this.vials, { site, reason }, this.stamp()));
  }

  incident(
    amount: number,
    { site, what = 'other', reason = 'The needle slipped', from = this.firstVial() }: IncidentDetails = {},
  ): Said {
    const about = { amount, vial: from, what, reason, ...(site === undefined ? {} : { site }) };
    return this.keep(incident(this.doc, this.vials, about, this.stamp()));
  }

  offProtocol(
    amount: number,
    { where = 'Centre of the belly', reason = 'Clenches at night', from = this.firstVial() } = {},
  ): Said {
    const dose = { amount, vial: from, muscle: 'masseter', side: 'left', where, reason } as const;
    return this.keep(offProtocol(this.doc, this.vials, dose, this.stamp()));
  }

  waste(amount: number, reason?: string, from = this.firstVial()): Said {
    const what = { amount, vial: from, ...(reason === undefined ? {} : { reason }) };
    return this.keep(waste(this.doc, this.vials, what, this.stamp()));
  }

  stop(reason = 'Patient fainted'): Said {
    return this.keep(stop(this.doc, this.vials, { reason }, this.stamp()));
  }

  voidEntry(entry: string, reason = 'Entered by mistake'): Said {
    return this.keep(voidEntry(this.doc, this.vials, { entry, reason }, this.stamp()));
  }

  /** The id of the entry made last. */
  lastId(): string {
    return this.doc.entries.at(-1)?.id ?? '';
  }

  undo(): Said {
    return this.keep(undo(this.doc));
  }

  redo(): Said {
    return this.keep(redo(this.doc, this.vials));
  }

  private keep(outcome: Result<LedgerDoc, Refusal>): Said {
    if (outcome.ok) this.doc = outcome.value;
    this.refusal = outcome.ok ? null : outcome.error;
    return this.refusal?.kind ?? 'done';
  }

  private firstVial(): string {
    return this.vials[0]?.id ?? 'none';
  }
}

type IncidentDetails = {
  readonly site?: SiteId | undefined;
  readonly what?: IncidentKind;
  readonly reason?: string;
  readonly from?: string;
};

/** What became of a command: done, or the kind of the refusal. */
export type Said = Refusal['kind'] | 'done';
