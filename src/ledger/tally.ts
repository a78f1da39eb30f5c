import type { Anchor } from '../anatomy/anchor';
import type { MuscleId, Side, SiteId, Units } from '../protocol/words';
import { type Book, put } from './book';
import {
  type Entry,
  type EventEntry,
  isEvent,
  type PlanEntry,
  type SiteEntry,
  type StopEntry,
  type ToldZone,
  type VoidEventEntry,
  voidsEvent,
} from './entry';
import { type Limits, paradigmLimits } from './limits';
import type { EventRow, Moved, SiteState } from './state';
import type { Vial } from './vial';

/** What the entries so far say of one site. */
export type Slot = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ftp: boolean;
  readonly units: Units;
  anchor: Anchor;
  moved: Moved | undefined;
  warned: readonly ToldZone[] | undefined;
  /** What planned it: where it goes back to when its move is taken back. */
  readonly plan: PlanEntry;
  state: SiteState;
  /** Where the dose came from, while given: a void returns it there. */
  vial: string | undefined;
  at: string | undefined;
  reason: string | undefined;
};

/**
 * The running state of a ledger while its entries are read one by one. Mutable for speed, and therefore never handed
 * out of this module's neighbours: outside, a ledger is its entries and the fold made from them.
 */
export type Tally = {
  readonly limits: Limits;
  readonly vials: readonly Vial[];
  /** In the order the sites were planned. */
  readonly slots: Map<SiteId, Slot>;
  /** Units planned or given in the whole session. */
  committed: number;
  /** Extras planned or given, by muscle; either side. */
  readonly extras: Map<MuscleId, number>;
  /** What left each vial; absent where nothing has yet. */
  readonly books: Map<string, Book>;
  /** What happened beside the plan, by the id of its entry, in the order it was entered. */
  readonly events: Map<string, EventRow>;
  /** The stop that stands. */
  stopped: StopEntry | undefined;
};

/** A ledger before its first entry. */
export const emptyTally = (vials: readonly Vial[], limits: Limits = paradigmLimits): Tally => ({
  limits,
  vials,
  slots: new Map(),
  committed: 0,
  extras: new Map(),
  books: new Map(),
  events: new Map(),
  stopped: undefined,
});

/**
 * Takes one entry in. The entry must keep the rules (`rules.ts`): one about a site that was never planned is a defect
 * and throws.
 */
export function record(tally: Tally, entry: Entry): void {
  if (isEvent(entry)) recordEvent(tally, entry);
  else if (entry.kind === 'void' && voidsEvent(entry)) takeBackEvent(tally, entry);
  else recordAtSite(tally, entry);
}

function recordEvent(tally: Tally, entry: EventEntry): void {
  tally.events.set(entry.id, { entry });
  if (entry.kind === 'stop') tally.stopped = entry;
  else put(tally, entry.vial, accounts[entry.kind], entry.units, 1);
}

function takeBackEvent(tally: Tally, { entry: id, at, reason }: VoidEventEntry): void {
  const event = tally.events.get(id);
  if (event === undefined) throw new Error(`nothing to take back at entry ${id}`);
  const { entry } = event;
  tally.events.set(id, { entry, voided: { at, reason } });
  if (entry.kind === 'stop') tally.stopped = undefined;
  else put(tally, entry.vial, accounts[entry.kind], entry.units, -1);
}

const accounts = { incident: 'incidents', 'off-protocol': 'offProtocol', waste: 'wasted' } as const;

function recordAtSite(tally: Tally, entry: SiteEntry): void {
  if (entry.kind === 'plan') {
    const { site: id, muscle, side, ftp, units, anchor } = entry;
    const slot: Slot = {
      id,
      muscle,
      side,
      ftp,
      units,
      anchor,
      moved: undefined,
      warned: entry.warned,
      plan: entry,
      state: 'withdrawn',
      vial: undefined,
      at: undefined,
      reason: undefined,
    };
    tally.slots.set(id, slot);
    commit(tally, slot);
    return;
  }
  const slot = tally.slots.get(entry.site);
  if (slot === undefined) throw new Error(`entry ${entry.id} is about a site that was never planned: ${entry.site}`);
  switch (entry.kind) {
    case 'give':
      slot.state = 'given';
      slot.at = entry.at;
      slot.vial = entry.vial;
      put(tally, entry.vial, 'given', entry.units, 1);
      return;
    case 'skip':
      release(tally, slot, 'skipped');
      slot.at = entry.at;
      slot.reason = entry.reason;
      return;
    case 'move': {
      const { at, shiftMm, outsideMm, reason, anchor, warned } = entry;
      slot.anchor = anchor;
      slot.moved = { at, shiftMm, outsideMm, reason, from: slot.plan.anchor };
      slot.warned = warned;
      return;
    }
    case 'void':
      takeBack(tally, slot, entry.at);
      return;
  }
}

function takeBack(tally: Tally, slot: Slot, at: string): void {
  switch (slot.state) {
    case 'given':
      // Never injected, so it never left the vial.
      if (slot.vial !== undefined) put(tally, slot.vial, 'given', slot.units, -1);
      slot.vial = undefined;
      if (tally.stopped !== undefined) {
        // After a stop nothing is planned: the site was left out like all others.
        release(tally, slot, 'skipped');
        slot.at = at;
        slot.reason = tally.stopped.reason;
        return;
      }
      slot.state = 'planned';
      break;
    case 'skipped':
      commit(tally, slot);
      break;
    case 'planned':
      goBack(slot);
      if (slot.ftp) release(tally, slot, 'withdrawn');
      break;
    case 'withdrawn':
      throw new Error(`nothing to take back at ${slot.id}`);
  }
  slot.at = undefined;
  slot.reason = undefined;
}

/** A moved site stands again where it was planned. */
function goBack(slot: Slot): void {
  slot.anchor = slot.plan.anchor;
  slot.warned = slot.plan.warned;
  slot.moved = undefined;
}

function commit(tally: Tally, slot: Slot): void {
  slot.state = 'planned';
  tally.committed += slot.units;
  if (slot.ftp) count(tally, slot.muscle, 1);
}

function release(tally: Tally, slot: Slot, state: 'skipped' | 'withdrawn'): void {
  slot.state = state;
  tally.committed -= slot.units;
  if (slot.ftp) count(tally, slot.muscle, -1);
}

const count = (tally: Tally, muscle: MuscleId, by: number): void => {
  tally.extras.set(muscle, (tally.extras.get(muscle) ?? 0) + by);
};
