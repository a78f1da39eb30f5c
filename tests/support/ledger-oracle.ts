import type { Entry, PlanEntry } from '../../src/ledger/entry';
import type { Vial } from '../../src/ledger/vial';

/**
 * The rules a second time, told plainly and slowly: every question is answered by reading all entries again.
 * It shares no code with the ledger and states the paradigm's numbers itself, so that neither can hide an error of the other.
 */

const allowance: Readonly<Record<string, { fixed: number; extras: number; max: number }>> = {
  corrugator: { fixed: 2, extras: 0, max: 10 },
  procerus: { fixed: 1, extras: 0, max: 5 },
  frontalis: { fixed: 4, extras: 0, max: 20 },
  temporalis: { fixed: 8, extras: 2, max: 50 },
  occipitalis: { fixed: 6, extras: 2, max: 40 },
  paraspinal: { fixed: 4, extras: 0, max: 20 },
  trapezius: { fixed: 6, extras: 4, max: 50 },
};

const fixedIds = Object.entries({
  corrugator: 1,
  frontalis: 2,
  temporalis: 4,
  occipitalis: 3,
  paraspinal: 2,
  trapezius: 3,
})
  .flatMap(([muscle, n]) =>
    ['L', 'R'].flatMap((side) =>
      Array.from({ length: n }, (_, at) => (n === 1 ? `${muscle}-${side}` : `${muscle}-${side}-${String(at + 1)}`)),
    ),
  )
  .concat('procerus-M');

const isEventKind = (kind: string): boolean => ['incident', 'off-protocol', 'waste', 'stop'].includes(kind);
const isExtra = (site: string): boolean => /-F\d+$/.test(site);

export type OracleState = 'absent' | 'planned' | 'given' | 'skipped' | 'withdrawn';

/** What the entries say of every site, by living through them. */
export function statesOf(entries: readonly Entry[]): ReadonlyMap<string, OracleState> {
  return livedThrough(entries).states;
}

/** The sites that stand elsewhere than where they were planned. */
export function movedOf(entries: readonly Entry[]): ReadonlySet<string> {
  return livedThrough(entries).moved;
}

/** The incidents, off-protocol doses and wastes that stand. */
export function eventsOf(entries: readonly Entry[]) {
  const taken = voidedIds(entries);
  return entries
    .filter((entry) => entry.kind === 'incident' || entry.kind === 'off-protocol' || entry.kind === 'waste')
    .filter((entry) => !taken.has(entry.id));
}

/** The stop that stands, and the sites it left out: skipped in its step, or voided while it stood. */
export function stopOf(entries: readonly Entry[]) {
  const { stop, leftOut } = livedThrough(entries);
  return stop === null ? null : { id: stop, leftOut };
}

const voidedIds = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'void' && 'entry' in entry ? [entry.entry] : [])));

function livedThrough(entries: readonly Entry[]) {
  const states = new Map<string, OracleState>();
  const moved = new Set<string>();
  let stop: string | null = null;
  let leftOut: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'stop') {
      stop = entry.id;
      leftOut = entries.flatMap((other) => (other.kind === 'skip' && other.step === entry.step ? [other.site] : []));
    }
    if (entry.kind === 'void' && 'entry' in entry && entry.entry === stop) stop = null;
    if (entry.kind === 'incident' || !('site' in entry)) continue;
    const { kind, site } = entry;
    if (kind === 'plan') states.set(site, 'planned');
    if (kind === 'give') states.set(site, 'given');
    if (kind === 'skip') states.set(site, 'skipped');
    if (kind === 'move') moved.add(site);
    if (kind !== 'void') continue;
    if (states.get(site) === 'given' && stop !== null) {
      states.set(site, 'skipped');
      leftOut.push(site);
      continue;
    }
    const wasPlanned = states.get(site) === 'planned';
    if (wasPlanned) moved.delete(site);
    states.set(site, wasPlanned && isExtra(site) ? 'withdrawn' : 'planned');
  }
  return { states, moved, stop, leftOut };
}

/** Units as whole thousandths, read off their decimals; null for what is no amount. */
export function milli(units: number): number | null {
  const [, whole, part = ''] = /^([0-9]+)(?:\.([0-9]{1,3}))?$/.exec(String(units)) ?? [];
  return whole === undefined ? null : Number(whole + part.padEnd(3, '0'));
}

const plans = (entries: readonly Entry[]) => entries.filter((entry) => entry.kind === 'plan');
/** The sites that are planned or given, as they were planned. */
export function standing(entries: readonly Entry[]) {
  const states = statesOf(entries);
  return plans(entries).filter(({ site }) => states.get(site) === 'planned' || states.get(site) === 'given');
}

/** What was given from a vial: each site that is given counts for the vial of its last dose. */
function givenFrom(entries: readonly Entry[], vial: string): number {
  const states = statesOf(entries);
  const lastDoses = new Map(
    entries.flatMap((entry) => (entry.kind === 'give' ? [[entry.site, entry.vial] as const] : [])),
  );
  return [...lastDoses].filter(([site, from]) => from === vial && states.get(site) === 'given').length * 5;
}

/** The account of a vial, in thousandths of a unit. */
export function accountOf(entries: readonly Entry[], { id, strength }: Vial) {
  const of = (kind: string): number =>
    eventsOf(entries).reduce((sum, entry) => {
      const counts = entry.kind === kind && 'vial' in entry && entry.vial === id;
      return counts ? sum + (milli(entry.units) ?? Number.NaN) : sum;
    }, 0);
  const given = givenFrom(entries, id) * 1000;
  const [offProtocol, incidents, wasted] = [of('off-protocol'), of('incident'), of('waste')];
  const drawn = given + offProtocol + incidents;
  return {
    strength: strength * 1000,
    given,
    offProtocol,
    incidents,
    wasted,
    drawn,
    left: strength * 1000 - drawn - wasted,
  };
}

/** Every limit of the paradigm that the entries exceed, in words; empty when all hold. */
export function broken(entries: readonly Entry[], vials: readonly Vial[]): readonly string[] {
  const kept = standing(entries);
  const found: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  must(
    entries.every((entry) => isEventKind(entry.kind) || !('units' in entry) || entry.units === 5),
    'an entry about a site of other than 5 U',
  );
  must(
    entries.every((entry) => entry.kind !== 'off-protocol' || (entry.units > 0 && entry.units % 5 === 0)),
    'an off-protocol dose of no whole aliquots',
  );
  must(
    entries.every((entry) => (entry.kind !== 'incident' && entry.kind !== 'waste') || (milli(entry.units) ?? 0) > 0),
    'an incident or a waste of no amount',
  );
  must(kept.length * 5 <= 195, 'more than 195 U');
  must(kept.length <= 39, 'more than 39 sites');
  must(new Set(plans(entries).map((plan) => plan.site)).size === plans(entries).length, 'a site planned twice');
  must(new Set(entries.map((entry) => entry.id)).size === entries.length, 'an id used twice');
  for (const [muscle, { fixed, extras, max }] of Object.entries(allowance)) {
    const own = kept.filter((plan) => plan.muscle === muscle);
    must(own.length * 5 <= max, `more than ${String(max)} U in ${muscle}`);
    must(own.filter((plan) => plan.ftp).length <= extras, `more than ${String(extras)} extras in ${muscle}`);
    must(own.filter((plan) => !plan.ftp).length <= fixed, `more than ${String(fixed)} fixed sites in ${muscle}`);
  }
  for (const vial of vials) must(accountOf(entries, vial).left >= 0, `more than vial ${vial.id} holds`);
  return found;
}

/** Whether an entry may follow entries that keep the rules. */
export function mayFollow(entries: readonly Entry[], entry: Entry, vials: readonly Vial[]): boolean {
  if (broken([...entries, entry], vials).length > 0) return false;
  const { states, stop } = livedThrough(entries);
  const says = (text: string): boolean => text.trim().length > 0;
  const ofThisSession = (id: string): boolean => vials.some((vial) => vial.id === id);
  switch (entry.kind) {
    case 'incident':
      return ofThisSession(entry.vial) && (entry.site === undefined || states.has(entry.site)) && says(entry.reason);
    case 'waste':
      return ofThisSession(entry.vial);
    case 'off-protocol':
      return stop === null && ofThisSession(entry.vial) && says(entry.where) && says(entry.reason);
    case 'stop':
      return stop === null && ![...states.values()].includes('planned') && says(entry.reason);
    case 'void':
      if ('entry' in entry) {
        const standing = entries.some((other) => isEventKind(other.kind) && other.id === entry.entry);
        return standing && !voidedIds(entries).has(entry.entry) && says(entry.reason);
      }
      break;
    default:
      if (stop !== null) return false;
  }
  const state = states.get(entry.site) ?? 'absent';
  switch (entry.kind) {
    case 'plan': {
      const letter = { left: 'L', right: 'R', midline: 'M' }[entry.side];
      if (state !== 'absent') return false;
      const { anchor } = entry;
      const fits = anchor.muscle === entry.muscle && anchor.side === entry.side && isWhereItSays(entry);
      if (!entry.ftp)
        return fits && fixedIds.includes(entry.site) && entry.site.startsWith(`${entry.muscle}-${letter}`);
      const before = plans(entries).filter(
        (plan) => plan.ftp && plan.muscle === entry.muscle && plan.side === entry.side,
      );
      return (
        entry.side !== 'midline' && fits && entry.site === `${entry.muscle}-${letter}-F${String(before.length + 1)}`
      );
    }
    case 'give':
      return state === 'planned' && ofThisSession(entry.vial);
    case 'skip':
      return state === 'planned' && says(entry.reason);
    case 'move': {
      const plan = plans(entries).find(({ site }) => site === entry.site);
      const { muscle, side } = entry.anchor;
      const stays = plan?.muscle === muscle && plan.side === side && isWhereItSays(entry);
      return state === 'planned' && stays && says(entry.reason);
    }
    case 'void': {
      const back = isExtra(entry.site) || movedOf(entries).has(entry.site);
      const closed = state === 'given' || (state === 'skipped' && stop === null);
      return (closed || (state === 'planned' && back)) && says(entry.reason);
    }
  }
}

/** The patient's left is where x is positive. */
function isWhereItSays({ anchor: { side, positionMm } }: Pick<PlanEntry, 'anchor'>): boolean {
  const [x] = positionMm;
  return x === 0 ? side === 'midline' : side === (x > 0 ? 'left' : 'right');
}

/** The index of the first entry that may not follow the ones before it; null if all may. */
export function firstBroken(entries: readonly Entry[], vials: readonly Vial[]): number | null {
  const at = entries.findIndex((entry, index) => !mayFollow(entries.slice(0, index), entry, vials));
  return at === -1 ? null : at;
}
