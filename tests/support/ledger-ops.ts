import fc from 'fast-check';
import type { Entry } from '../../src/ledger/entry';
import type { Vial } from '../../src/ledger/vial';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { muscles } from '../../src/protocol/paradigm';
import { ftpSiteId } from '../../src/protocol/site-id';
import type { Amount, MuscleId, Side, SiteId, Units } from '../../src/protocol/words';
import { anchorIn, type Desk, type Said, sideIn, vial } from './ledger-desk';
import { statesOf, stopOf } from './ledger-oracle';

const stepsInASession = 60;

const stock: readonly (readonly Vial[])[] = [
  [vial('v1', 200)],
  [vial('v1', 100), vial('v2', 100)],
  [vial('v1', 62), vial('v2', 13)],
];

/** What a hand may try, sensible or not. A dose at no named site goes to the next one. */
type Gesture =
  | { readonly do: 'give'; readonly site: SiteId | null; readonly vial: string; readonly amount: number }
  | { readonly do: 'giveMany'; readonly muscle: MuscleId; readonly vial: string; readonly amount: number }
  | {
      readonly do: 'extra';
      readonly muscle: MuscleId;
      readonly side: Side;
      readonly amount: number;
      readonly lies: MuscleId;
      readonly on: Side;
    }
  | {
      readonly do: 'move';
      readonly site: SiteId;
      readonly reason: string;
      readonly lies: MuscleId;
      readonly on: Side;
    }
  | { readonly do: 'skip' | 'void'; readonly site: SiteId; readonly reason: string }
  | {
      readonly do: 'incident';
      readonly amount: number;
      readonly vial: string;
      readonly site: SiteId | null;
      readonly reason: string;
    }
  | {
      readonly do: 'offProtocol';
      readonly amount: number;
      readonly vial: string;
      readonly where: string;
      readonly reason: string;
    }
  | { readonly do: 'waste'; readonly amount: number; readonly vial: string; readonly reason: string }
  | { readonly do: 'stop'; readonly reason: string }
  | { readonly do: 'resume'; readonly reason: string }
  /** The nth entry of the ledger, whatever it is, or one it does not have. */
  | { readonly do: 'voidEntry'; readonly nth: number; readonly reason: string };
export type Op = Gesture | { readonly do: 'undo' | 'redo' };

export const muscleIds = muscles.map((muscle) => muscle.id);
const ftpIds: readonly MuscleId[] = ['temporalis', 'occipitalis', 'trapezius', 'trapezius'];
const extraIds = ftpIds.flatMap((muscle) =>
  [1, 2, 3, 4, 5].flatMap((n) => [ftpSiteId(muscle, 'left', n), ftpSiteId(muscle, 'right', n)]),
);

const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 12): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: rare, weight: 1 });
const anySite = fc.oneof(
  { arbitrary: fc.constantFrom(...fixedSites.map((site) => site.id)), weight: 6 },
  { arbitrary: fc.constantFrom(...extraIds), weight: 5 },
  { arbitrary: fc.constantFrom('masseter-L-1', 'temporalis-L-5', ''), weight: 1 },
);
const anyAmount = mostly(fc.constant(5), fc.constantFrom(0, 1, 2.5, 4, 6, 10, -5, Number.NaN), 20);
const anyVial = mostly(fc.constantFrom('v1', 'v2'), fc.constant('v9'), 20);
const anyReason = mostly(fc.constant('Said by the patient'), fc.constantFrom('', '  ', '\t'));
const anySide = mostly(fc.constantFrom<Side>('left', 'right'), fc.constant<Side>('midline'), 20);

const giveOp = fc.record({
  do: fc.constant('give' as const),
  site: fc.oneof(fc.constant(null), anySite),
  vial: anyVial,
  amount: anyAmount,
});
const giveManyOp = fc.record({
  do: fc.constant('giveMany' as const),
  muscle: fc.constantFrom(...muscleIds),
  vial: anyVial,
  amount: anyAmount,
});
const anyPlace = fc.tuple(mostly(fc.constantFrom(...ftpIds), fc.constantFrom(...muscleIds)), anySide);
/** What is said of an extra, and where its point lies: nearly always the same. */
const extraOp = anyPlace.chain(([muscle, side]) =>
  fc.record({
    do: fc.constant('extra' as const),
    muscle: fc.constant(muscle),
    side: fc.constant(side),
    amount: anyAmount,
    lies: mostly(fc.constant(muscle), fc.constantFrom(...muscleIds), 20),
    on: mostly(fc.constant(side), anySide, 20),
  }),
);
const skipOp = fc.record({ do: fc.constant('skip' as const), site: anySite, reason: anyReason });
/** Where the point lies that a site is moved to: nearly always in its own muscle and on its own side. */
const moveOp = anySite.chain((site) =>
  fc.record({
    do: fc.constant('move' as const),
    site: fc.constant(site),
    reason: anyReason,
    lies: mostly(fc.constant((site.split('-')[0] ?? '') as MuscleId), fc.constantFrom(...muscleIds), 8),
    on: mostly(fc.constant(sideIn(site)), anySide, 8),
  }),
);
const voidOp = fc.record({ do: fc.constant('void' as const), site: anySite, reason: anyReason });
const anyFraction = mostly(
  fc.oneof(
    fc.constantFrom(5, 2.5, 0.1, 0.2, 0.001, 1.25),
    fc.integer({ min: 1, max: 9_999 }).map((n) => n / 1000),
  ),
  fc.constantFrom(0, -1, 0.0001, 1 / 3, 400, Number.NaN, Infinity),
  10,
);
const incidentOp = fc.record({
  do: fc.constant('incident' as const),
  amount: anyFraction,
  vial: anyVial,
  site: fc.oneof(fc.constant(null), anySite),
  reason: anyReason,
});
const offProtocolOp = fc.record({
  do: fc.constant('offProtocol' as const),
  amount: mostly(fc.constantFrom(5, 10), fc.constantFrom(0, 2.5, -5, 12, 1000)),
  vial: anyVial,
  where: anyReason,
  reason: anyReason,
});
const wasteOp = fc.record({ do: fc.constant('waste' as const), amount: anyFraction, vial: anyVial, reason: anyReason });
const stopOp = fc.record({ do: fc.constant('stop' as const), reason: anyReason });
const resumeOp = fc.record({ do: fc.constant('resume' as const), reason: anyReason });
const voidEntryOp = fc.record({ do: fc.constant('voidEntry' as const), nth: fc.nat(400), reason: anyReason });
const backOp = fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) });

/** Every gesture; and a hand that wants all extras and skips nothing, so that the caps are met again and again. */
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  { arbitrary: giveOp, weight: 8 },
  { arbitrary: giveManyOp, weight: 1 },
  { arbitrary: extraOp, weight: 6 },
  { arbitrary: skipOp, weight: 4 },
  { arbitrary: moveOp, weight: 5 },
  { arbitrary: voidOp, weight: 6 },
  { arbitrary: incidentOp, weight: 3 },
  { arbitrary: offProtocolOp, weight: 2 },
  { arbitrary: wasteOp, weight: 2 },
  { arbitrary: stopOp, weight: 1 },
  { arbitrary: resumeOp, weight: 3 },
  { arbitrary: voidEntryOp, weight: 3 },
  { arbitrary: backOp, weight: 5 },
);
const eagerOp: fc.Arbitrary<Op> = fc.oneof(
  { arbitrary: giveOp, weight: 6 },
  { arbitrary: giveManyOp, weight: 1 },
  { arbitrary: extraOp, weight: 12 },
  { arbitrary: backOp, weight: 2 },
);
const length = { minLength: stepsInASession, maxLength: stepsInASession, size: 'max' } as const;
/** Vials, and what is tried with them. */
export const anySession = fc.tuple(
  fc.constantFrom(...stock),
  fc.oneof(fc.array(anyOp, length), fc.array(eagerOp, length)),
);

/** Does it, and says what became of it. */
export function perform(desk: Desk, op: Op): Said {
  switch (op.do) {
    case 'give':
      return desk.give(op.site ?? desk.next() ?? '', op.amount, op.vial);
    case 'giveMany':
      return desk.giveMany(op.muscle, op.amount, op.vial);
    case 'extra':
      return desk.extra(op.muscle, op.side, op.amount, anchorIn(op.lies, op.on));
    case 'skip':
      return desk.skip(op.site, op.reason);
    case 'move':
      return desk.move(op.site, anchorIn(op.lies, op.on), op.reason);
    case 'void':
      return desk.void(op.site, op.reason);
    case 'incident':
      return desk.incident(op.amount, { site: op.site ?? undefined, reason: op.reason, from: op.vial });
    case 'offProtocol':
      return desk.offProtocol(op.amount, { where: op.where, reason: op.reason, from: op.vial });
    case 'waste':
      return desk.waste(op.amount, op.reason, op.vial);
    case 'stop':
      return desk.stop(op.reason);
    case 'resume':
      return desk.voidEntry(stopOf(desk.doc.entries)?.id ?? '', op.reason);
    case 'voidEntry':
      return desk.voidEntry(nthEventOf(desk.doc.entries, op.nth), op.reason);
    case 'undo':
      return desk.undo();
    case 'redo':
      return desk.redo();
  }
}

/** An event's id, most often; else any entry's, which is no event. */
function nthEventOf(entries: readonly Entry[], nth: number): string {
  const events = entries.filter(({ kind }) => ['incident', 'off-protocol', 'waste', 'stop'].includes(kind));
  const among = nth % 10 === 0 ? entries : events;
  return among[nth % Math.max(1, among.length)]?.id ?? 'none';
}

/** The entries that an operation asks for, without asking the ledger whether they may be. */
export function asked(desk: Desk, op: Gesture): readonly Entry[] {
  const { entries } = desk.doc;
  let n = 0;
  const begun = () => {
    n += 1;
    return {
      id: `asked-${String(n)}`,
      step: 'asked',
      at: '2026-11-23T12:00:00+00:00',
      by: '',
    };
  };
  const made = (site: SiteId, amount: number) => ({ ...begun(), site, units: amount as Units });
  switch (op.do) {
    case 'give': {
      const site = op.site ?? naiveNext(entries) ?? '';
      return [{ ...made(site, op.amount), kind: 'give', vial: op.vial }];
    }
    case 'giveMany':
      return plannedNow(entries)
        .filter((plan) => plan.muscle === op.muscle)
        .map((plan) => ({ ...made(plan.site, op.amount), kind: 'give', vial: op.vial }));
    case 'extra': {
      const { muscle, side } = op;
      const before = entries.filter((e) => e.kind === 'plan' && e.ftp && e.muscle === muscle && e.side === side).length;
      const site = ftpSiteId(muscle, side, before + 1);
      return [{ ...made(site, op.amount), kind: 'plan', muscle, side, ftp: true, anchor: anchorIn(op.lies, op.on) }];
    }
    case 'move':
      return [
        {
          ...made(op.site, 5),
          kind: 'move',
          anchor: anchorIn(op.lies, op.on),
          shiftMm: 4.5,
          outsideMm: 0,
          reason: op.reason,
        },
      ];
    case 'skip':
      return [{ ...made(op.site, 5), kind: 'skip', reason: op.reason }];
    case 'void':
      return [{ ...made(op.site, 5), kind: 'void', reason: op.reason }];
    case 'incident': {
      const about = { units: op.amount as Amount, ...(op.site === null ? {} : { site: op.site }) };
      return [{ ...begun(), ...about, kind: 'incident', vial: op.vial, what: 'other', reason: op.reason }];
    }
    case 'offProtocol': {
      const where = { muscle: 'masseter', side: 'left', where: op.where } as const;
      return [
        { ...begun(), units: op.amount as Units, ...where, kind: 'off-protocol', vial: op.vial, reason: op.reason },
      ];
    }
    case 'waste':
      return [{ ...begun(), units: op.amount as Amount, kind: 'waste', vial: op.vial }];
    case 'stop': {
      const skips = plannedInAnyOrder(entries).map((site): Entry => {
        return { ...made(site, 5), kind: 'skip', reason: op.reason };
      });
      return [...skips, { ...begun(), kind: 'stop', reason: op.reason }];
    }
    case 'resume':
    case 'voidEntry': {
      const stop = stopOf(entries);
      const entry = op.do === 'resume' ? (stop?.id ?? '') : nthEventOf(entries, op.nth);
      const sites = entry === stop?.id ? plannedOrder(entries).filter((site) => stop.leftOut.includes(site)) : [];
      return [
        { ...begun(), kind: 'void', entry, reason: op.reason },
        ...sites.map((site): Entry => ({ ...made(site, 5), kind: 'void', reason: op.reason })),
      ];
    }
  }
}

/** Plans in the order of work: muscle by muscle, fixed sites as listed, then extras as they came. */
export const inOrder = (entries: readonly Entry[]) => {
  const plans = entries.filter((entry) => entry.kind === 'plan');
  return muscleIds.flatMap((muscle) => [
    ...plans.filter((plan) => plan.muscle === muscle && !plan.ftp),
    ...plans.filter((plan) => plan.muscle === muscle && plan.ftp),
  ]);
};
const plannedNow = (entries: readonly Entry[]) => {
  const states = statesOf(entries);
  return inOrder(entries).filter((plan) => states.get(plan.site) === 'planned');
};
/** The sites in the order they were planned. */
const plannedOrder = (entries: readonly Entry[]): readonly SiteId[] =>
  entries.flatMap((entry) => (entry.kind === 'plan' ? [entry.site] : []));
const plannedInAnyOrder = (entries: readonly Entry[]): readonly SiteId[] => {
  const states = statesOf(entries);
  return plannedOrder(entries).filter((site) => states.get(site) === 'planned');
};
export const naiveNext = (entries: readonly Entry[]): SiteId | null => plannedNow(entries)[0]?.site ?? null;

export const isGesture = (op: Op): op is Gesture => op.do !== 'undo' && op.do !== 'redo';
