import fc from 'fast-check';
import { give, giveMany, move, opening, planExtra, skip, voidSite } from '../../src/ledger/commands';
import type { LedgerDoc, Stamp } from '../../src/ledger/doc';
import { incident, offProtocol, stop, voidEntry, waste } from '../../src/ledger/event-commands';
import { fold } from '../../src/ledger/fold';
import type { IncidentKind } from '../../src/ledger/entry';
import { redo, undo } from '../../src/ledger/history';
import type { Vial } from '../../src/ledger/vial';
import { bmiBands } from '../../src/protocol/depths';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { aliquot, muscles } from '../../src/protocol/paradigm';
import type { Result } from '../../src/protocol/words';
import type { PlannedFrom, Session } from '../../src/record/session';
import { sampleAnchor, sampleHead, sampleSession, sampleVial } from './sample-sessions';

/** What only happens in sessions of format versions 3 and 4. */
const beside = ['incident', 'offProtocol', 'waste', 'stop', 'resume', 'voidEntry', 'giveMany'] as const;

const doing = fc.record({
  does: fc.constantFrom('give', 'skip', 'move', 'extra', 'void', 'undo', 'redo', ...beside),
  pick: fc.nat(1000),
  text: fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''),
  seed: fc.double({ noNaN: true, min: -200, max: 200 }).map((value) => (Object.is(value, -0) ? 0 : value)),
});
const incidentKinds: readonly IncidentKind[] = ['extra-dose', 'double-dose', 'partial-dose', 'leak', 'other'];
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

const fieldName = fc.string({ minLength: 1 }).map((name) => `x-${name}`);
/** What a later version might add: any JSON value, under names this version does not use. */
const unknownFields = fc
  .dictionary(fieldName, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
  .map(withoutNegativeZero)
  // A field of this name is refused, and has its own test.
  .filter((fields) => !JSON.stringify(fields).includes('"__proto__"'));
const instant = fc
  .record({
    at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    east: fc.constantFrom('Z', '+05:45', '-03:30'),
  })
  .map(({ at, east }) => at.toISOString().replace('Z', east));

const isOld = ({ does }: Doing): boolean => !beside.some((kind) => kind === does);
const nothingTold = { patient: {}, vial: {}, visit: {}, plan: {} };
/** Fields of format versions 3 and 4, each there or not. */
const toldOfPatientAndVial = fc.record({
  patient: fc.record(
    { born: fc.constantFrom('1980', '1980-02-29'), recordNumber: fc.string({ minLength: 1 }) },
    { requiredKeys: [] },
  ),
  vial: fc.record(
    {
      lot: fc.string({ minLength: 1 }),
      expiry: fc.constantFrom('2027-08', '2028-02-29'),
      diluent: fc.constantFrom('0.9 % NaCl'),
      reconstitutedAt: instant,
    },
    { requiredKeys: [] },
  ),
  visit: fc.record(
    {
      visit: fc
        .record(
          {
            pain: fc.record({
              head: fc.constant(sampleHead),
              drawn: fc.constantFrom('chair' as const, 'preview' as const),
              dabs: fc.array(fc.constant({ positionMm: [1.5, -2, 80] as const, radiusMm: 12 }), {
                minLength: 1,
                maxLength: 3,
              }),
              at: instant,
              by: fc.string(),
            }),
            tenderness: fc.constant([
              { muscle: 'temporalis', side: 'left', grade: 2, at: '2026-03-02T09:00:00Z', by: 'A' } as const,
            ]),
          },
          { requiredKeys: [] },
        )
        .map((felt) => ({ checks: [], overrides: [], deviations: [], otherToxins: [], elsewhere: [], ...felt })),
    },
    { requiredKeys: [] },
  ),
  plan: fc.record(
    {
      plannedFrom: fc.constantFrom<PlannedFrom>(
        { kind: 'session', session: 'an-earlier-one' },
        { kind: 'template', name: 'Ours' },
      ),
    },
    { requiredKeys: [] },
  ),
});

/** Sessions that commands can reach, with whatever texts and unknown fields a record may hold. */
export const randomSession: fc.Arbitrary<Session> = fc
  .record({
    doings: fc.oneof(
      fc.array(doing, { maxLength: 60, size: 'max' }),
      fc.array(doing.filter(isOld), { maxLength: 60, size: 'max' }),
    ),
    id: fc.uuid(),
    label: fc.string({ unit: 'binary' }),
    note: fc.string({ unit: 'binary' }),
    startedAt: instant,
    finishedAt: fc.option(instant, { nil: undefined }),
    bmiBand: fc.option(fc.constantFrom(...bmiBands), { nil: undefined }),
    told: fc.oneof(fc.constant(nothingTold), toldOfPatientAndVial),
    vials: fc.integer({ min: 1, max: 2 }),
    unknown: unknownFields,
    unknownOfVisit: unknownFields,
    unknownOfEntry: unknownFields,
  })
  .map(
    ({
      doings,
      id,
      label,
      note,
      startedAt,
      finishedAt,
      bmiBand,
      told,
      vials: vialCount,
      unknown,
      unknownOfVisit,
      unknownOfEntry,
    }) => {
      const vials = [
        { ...sampleVial, ...told.vial },
        { ...sampleVial, id: 'vial-2', ...unknownOfEntry },
      ].slice(0, vialCount);
      const doc = doings.reduce((ledger, one, n) => done(ledger, one, vials, stamp(n)), opened());
      const all: Record<string, unknown> = {
        ...unknown,
        ...(Object.keys(unknownOfVisit).length > 0 ? { session: unknownOfVisit } : {}),
      };
      return sampleSession({
        id,
        patient: { id: 'p-1', label, ...told.patient },
        ...told.visit,
        ...told.plan,
        note,
        startedAt,
        ...(finishedAt === undefined ? {} : { finishedAt }),
        ...(bmiBand === undefined ? {} : { bmiBand }),
        vials,
        entries: doc.entries.map((entry, n) => (n % 7 === 0 ? { ...unknownOfEntry, ...entry } : entry)),
        undone: doc.undone,
        ...(Object.keys(all).length > 0 ? { unknown: all } : {}),
      });
    },
  );

function stamp(n: number): Stamp {
  let made = 0;
  return {
    step: `s${String(n)}`,
    at: '2026-03-02T09:00:00.250+01:00',
    by: 'Dr A. Example',
    newId: () => {
      made += 1;
      return `e${String(n)}-${String(made)}`;
    },
  };
}

function opened(): LedgerDoc {
  const anchors = new Map(fixedSites.map((site) => [site.id, sampleAnchor(site.muscle, site.side, site.order)]));
  return orThrow(opening((site) => anchors.get(site), stamp(999)));
}

function orThrow<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The ledger after one more command, or as it was where the command is refused. */
function done(doc: LedgerDoc, { does, pick, text, seed }: Doing, vials: readonly Vial[], by: Stamp): LedgerDoc {
  const { rows, events } = fold(doc.entries, vials);
  const stopped = events.find(({ entry, voided }) => entry.kind === 'stop' && voided === undefined)?.entry.id;
  const fraction = (1 + pick) / (pick % 2 === 0 ? 1000 : 40);
  const what = incidentKinds[pick % incidentKinds.length] ?? 'other';
  const site = rows[pick % rows.length]?.id ?? '';
  const muscle = muscles[pick % muscles.length]?.id ?? 'procerus';
  const side = pick % 2 === 0 ? 'left' : 'right';
  const vial = vials[pick % vials.length]?.id ?? '';
  const amount = aliquot.units;
  const row = rows[pick % rows.length];
  const elsewhere = {
    ...sampleAnchor(row?.muscle ?? muscle, row?.side ?? side),
    positionMm: [seed, 2 / 3, 4],
  } as const;
  const warned = pick % 3 === 0 ? [{ zone: 'supraorbital-nerve', side, mm: Math.abs(seed) } as const] : [];
  const outcome = {
    give: () => give(doc, vials, { site, vial, amount }, by),
    giveMany: () => giveMany(doc, vials, { muscle, ...(pick % 3 === 0 ? { side } : {}), vial, amount }, by),
    skip: () => skip(doc, vials, { site, reason: text }, by),
    extra: () =>
      planExtra(
        doc,
        vials,
        { muscle, side, anchor: { ...sampleAnchor(muscle, side), positionMm: [seed, 1 / 3, -1e-7] }, amount },
        by,
      ),
    move: () =>
      move(doc, vials, { site, anchor: elsewhere, shiftMm: Math.abs(seed), outsideMm: 0, reason: text, warned }, by),
    void: () => voidSite(doc, vials, { site, reason: text }, by),
    incident: () =>
      incident(doc, vials, { amount: fraction, vial, ...(pick % 3 === 0 ? {} : { site }), what, reason: text }, by),
    offProtocol: () =>
      offProtocol(
        doc,
        vials,
        { amount: amount * (1 + (pick % 4)), vial, muscle: 'masseter', side, where: text, reason: text },
        by,
      ),
    waste: () => waste(doc, vials, { amount: fraction, vial, reason: pick % 2 === 0 ? text : '' }, by),
    // Rare, and mostly taken back again: what comes after a stop is little.
    stop: () => (pick % 4 === 0 ? stop(doc, vials, { reason: text }, by) : undo(doc)),
    resume: () => voidEntry(doc, vials, { entry: stopped ?? '', reason: text }, by),
    voidEntry: () => voidEntry(doc, vials, { entry: events[pick % events.length]?.entry.id ?? '', reason: text }, by),
    undo: () => undo(doc),
    redo: () => redo(doc, vials),
  }[does]();
  return outcome.ok ? outcome.value : doc;
}

/** JSON has no negative zero. */
function withoutNegativeZero<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
