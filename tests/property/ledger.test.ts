import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Anchor } from '../../src/anatomy/anchor';
import { check } from '../../src/ledger/check';
import type { LedgerDoc } from '../../src/ledger/doc';
import type { Entry } from '../../src/ledger/entry';
import type { Vial } from '../../src/ledger/vial';
import type { Units } from '../../src/protocol/words';
import { Desk, type Said } from '../support/ledger-desk';
import { anySession, asked, inOrder, isGesture, muscleIds, naiveNext, type Op, perform } from '../support/ledger-ops';
import {
  accountOf,
  broken,
  eventsOf,
  firstBroken,
  mayFollow,
  milli,
  movedOf,
  standing,
  statesOf,
  stopOf,
} from '../support/ledger-oracle';

const runs = 180;
const seed = Number(process.env['PROPERTY_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

/** Like `toEqual`, but quick enough for thousands of ledgers. */
const expectSame = (a: unknown, b: unknown, what: string): void => {
  if (!isDeepStrictEqual(a, b)) expect(a, what).toEqual(b);
};

function allowed(before: readonly Entry[], step: readonly Entry[], vials: readonly Vial[]): boolean {
  const all = [...before];
  return (
    step.length > 0 &&
    step.every((entry) => {
      const may = mayFollow(all, entry, vials);
      all.push(entry);
      return may;
    })
  );
}

const seen = { steps: 0, said: new Map<Said, number>(), most: 0, mutants: 0, mutantsRefused: 0 };

/** One operation, and everything that must be true of it. */
function takeStep(desk: Desk, op: Op): void {
  const before = desk.doc;
  const wanted = isGesture(op) ? asked(desk, op) : null;
  const may = wanted !== null && allowed(before.entries, wanted, desk.vials);
  const said = perform(desk, op);
  seen.steps += 1;
  seen.said.set(said, (seen.said.get(said) ?? 0) + 1);

  const { entries, undone } = desk.doc;
  if (wanted !== null && (said === 'done') !== may) {
    expect.fail(`the rules ${may ? 'allow' : 'forbid'} ${JSON.stringify(op)}, the ledger answered ${said}`);
  }
  if (said !== 'done') {
    expect(desk.doc, 'a refusal changes nothing').toBe(before);
  } else if (wanted !== null) {
    expectSame(undone, [], 'a new step leaves nothing to redo');
    expectSame(entries.slice(0, before.entries.length), before.entries, 'entries are only appended');
    expectSame(entries.slice(before.entries.length).map(gist), wanted.map(gist), 'what was asked is what is entered');
  } else if (op.do === 'undo') {
    expectSame(entries, before.entries.slice(0, entries.length), 'undo only shortens');
    expectSame(undone, [...before.undone, before.entries.slice(entries.length)], 'undo keeps what it takes back');
    const again = new Desk(desk.vials);
    again.doc = desk.doc;
    again.redo();
    expectSame(again.doc, before, 'undo, then redo');
  } else {
    expectSame(entries, [...before.entries, ...(before.undone.at(-1) ?? [])], 'redo brings back the step undone last');
  }
  agree(desk);
}

const gist = (entry: Entry) => {
  const { kind, site, units, entry: event } = { site: null, units: null, entry: null, ...entry };
  return [kind, site, units, event];
};

/** The fold and the oracle say the same, no limit is exceeded, and a file of these entries would be accepted. */
function agree(desk: Desk): void {
  const { vials } = desk;
  const { entries } = desk.doc;
  const folded = desk.fold();
  const { rows, totals } = folded;
  expectSame(broken(entries, vials), [], 'no limit is exceeded');
  const states = statesOf(entries);
  const kept = standing(entries);
  const given = kept.filter((plan) => states.get(plan.site) === 'given');
  const counted = [totals.given, totals.planned, totals.cap, totals.sitesGiven, totals.sitesPlanned];
  expectSame(counted, [given.length * 5, kept.length * 5, 195, given.length, kept.length], 'totals');
  for (const muscle of muscleIds) {
    const of = totals.byMuscle[muscle];
    const own = kept.filter((plan) => plan.muscle === muscle);
    const extras = own.filter((plan) => plan.ftp).length;
    const units = given.filter((plan) => plan.muscle === muscle).length * 5;
    const counts = [of.given, of.planned, of.extras, of.extrasLeft];
    expectSame(counts, [units, own.length * 5, extras, of.extrasAllowed - extras], muscle);
  }
  for (const vial of vials) {
    const book = Object.entries(totals.byVial.get(vial.id) ?? {}).map(([account, units]) => [account, milli(units)]);
    expectSame(Object.fromEntries(book), accountOf(entries, vial), `vial ${vial.id}`);
  }
  const beside = (kind: string): number =>
    eventsOf(entries).reduce((sum, entry) => sum + (entry.kind === kind ? (milli(entry.units) ?? 0) : 0), 0);
  const outside = [beside('off-protocol'), beside('incident')];
  expectSame([milli(totals.offProtocol), milli(totals.incidents)], outside, 'outside the paradigm');
  expectSame(milli(totals.total), given.length * 5000 + beside('off-protocol') + beside('incident'), 'in the patient');
  expectSame(totals.stopped, stopOf(entries) !== null, 'stopped');
  expectSame(totals.stopped && [...states.values()].includes('planned'), false, 'a stop leaves nothing planned');
  const moved = movedOf(entries);
  const inWork = inOrder(entries).map((plan) => [plan.site, states.get(plan.site)]);
  expectSame(
    rows.map((row) => [row.id, row.state]),
    inWork,
    'rows in the order of work',
  );
  expectSame(
    rows.filter((row) => row.moved !== undefined).map((row) => row.id),
    inWork.flatMap(([site]) => (site !== undefined && moved.has(site) ? [site] : [])),
    'what stands elsewhere than planned',
  );
  expectSame(desk.next(), naiveNext(entries), 'the next site');
  expectSame(check(entries, vials), { ok: true, value: folded }, 'a file of these entries');
  seen.most = Math.max(seen.most, totals.planned);
}

/** All the way back and all the way forward again. */
function thereAndBack(desk: Desk): void {
  const end = desk.doc;
  const docs: LedgerDoc[] = [end];
  while (desk.undo() === 'done') docs.push(desk.doc);
  expect(desk.refusal?.kind).toBe('NothingToUndo');
  expect(desk.doc.entries).toHaveLength(31);
  for (const doc of docs.slice(0, -1).reverse()) {
    desk.redo();
    expectSame(desk.doc, doc, 'redo of every step');
  }
  expectSame(desk.doc, end, 'undo of all, then redo of all');
}

describe('whatever is done to a ledger', () => {
  it('no state breaks a rule, nothing allowed is refused, and undo then redo is the identity', () => {
    fc.assert(
      fc.property(anySession, ([vials, ops]) => {
        const desk = new Desk(vials);
        for (const op of ops) takeStep(desk, op);
        thereAndBack(desk);
      }),
      { seed, numRuns: runs },
    );
    expect(seen.steps).toBeGreaterThanOrEqual(10_000);
  }, 240_000);

  it('was tried at every limit', () => {
    expect(seen.most).toBe(195);
    const kinds: readonly Said[] = [
      'done',
      'NotAnAliquot',
      'FtpNotAllowedHere',
      'MuscleCapExceeded',
      'VialExhausted',
      'UnknownVial',
      'UnknownSite',
      'SiteAlreadyGiven',
      'SiteSkipped',
      'MovedElsewhere',
      'NothingToVoid',
      'NotWholeAliquots',
      'NotAnAmount',
      'MoreThanVialHolds',
      'UnknownEntry',
      'AlreadyVoided',
      'PlaceMissing',
      'Stopped',
      'ReasonMissing',
      'NothingToUndo',
      'NothingToRedo',
    ];
    expect(kinds.filter((kind) => !seen.said.has(kind))).toEqual([]);
    expect(seen.said.has('CapExceeded'), 'a muscle is always full before the session is').toBe(false);
  });
});

describe('entries from outside', () => {
  const tampering = fc.record({
    how: fc.constantFrom(
      'drop',
      'double',
      'swap',
      'units',
      'site',
      'muscle',
      'side',
      'anchor',
      'mirror',
      'reason',
      'entry',
      'vial' as const,
    ),
    at: fc.nat(),
    to: fc.nat(),
  });

  it('are accepted exactly as far as the rules allow, however they were tampered with', () => {
    fc.assert(
      fc.property(anySession, fc.array(tampering, { minLength: 1, maxLength: 2 }), ([vials, ops], changes) => {
        const desk = new Desk(vials);
        for (const op of ops) perform(desk, op);
        const entries = changes.reduce(tamper, desk.doc.entries);
        const checked = check(entries, vials);
        const index = checked.ok ? null : checked.error.index;
        seen.mutants += 1;
        if (index !== null) seen.mutantsRefused += 1;
        expect(index).toBe(firstBroken(entries, vials));
      }),
      { seed, numRuns: 150 },
    );
    expect(seen.mutantsRefused).toBeGreaterThan(50);
  });
});

function tamper(entries: readonly Entry[], change: { how: string; at: number; to: number }): readonly Entry[] {
  const all = [...entries];
  const at = change.at % all.length;
  const entry = all[at];
  if (entry === undefined) return all;
  const other = all[change.to % all.length] ?? entry;
  switch (change.how) {
    case 'drop':
      all.splice(at, 1);
      break;
    case 'double':
      all.splice(change.to % all.length, 0, { ...entry, id: `${entry.id}-again` });
      break;
    case 'swap':
      all[at] = other;
      all[change.to % all.length] = entry;
      break;
    case 'units':
      if ('units' in entry) all[at] = { ...entry, units: (change.to % 11) as Units };
      break;
    case 'site':
      if ('site' in entry && 'site' in other) all[at] = { ...entry, site: other.site };
      break;
    case 'entry':
      if (entry.kind === 'void' && 'entry' in entry) all[at] = { ...entry, entry: other.id };
      break;
    case 'muscle':
      if (entry.kind === 'plan')
        all[at] = { ...entry, muscle: muscleIds[change.to % muscleIds.length] ?? entry.muscle };
      break;
    case 'side':
      if (entry.kind === 'plan') all[at] = { ...entry, side: entry.side === 'left' ? 'right' : 'left' };
      break;
    case 'anchor':
      if ('anchor' in entry && 'anchor' in other) all[at] = { ...entry, anchor: other.anchor };
      break;
    case 'mirror':
      if ('anchor' in entry) all[at] = { ...entry, anchor: mirrored(entry.anchor) };
      break;
    case 'reason':
      if ('reason' in entry) all[at] = { ...entry, reason: ' ' };
      break;
    case 'vial':
      if ('vial' in entry) all[at] = { ...entry, vial: change.to % 2 === 0 ? 'v2' : 'v9' };
      break;
  }
  return all;
}

afterAll(() => {
  console.info(
    `ledger: ${String(seen.steps)} random steps, ${String(seen.mutants)} tampered files (${String(seen.mutantsRefused)} refused); seed ${String(seed)} (PROPERTY_SEED repeats it)`,
  );
});

/** On the other side of the head, by its place alone. */
function mirrored(anchor: Anchor): Anchor {
  const [x, y, z] = anchor.positionMm;
  return { ...anchor, positionMm: [-x, y, z] };
}
