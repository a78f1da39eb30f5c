import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/record/changes';
import { beyondCorrection, correct, correctable, type Corrections, visitTexts } from '../../../src/record/corrections';
import { parseSession } from '../../../src/record/schema';
import { contentOf, type SessionContent } from '../../../src/record/signed-version';
import { emptyVisit } from '../../../src/record/visit';
import { seeded } from '../../../scripts/seeded';
import { completeSession } from '../../support/complete-session';
import { unwrap } from '../../support/signing';
import { without } from '../../support/without';

const today = '2026-06-02T10:00:00+02:00';
const at = { at: '2026-03-02T09:00:00+01:00', by: 'Dr A. Example' };
const session: SessionContent = contentOf(
  completeSession({
    patient: { id: 'p-1', label: ' K. M. ', born: '1984', 'x-ward': 3 } as SessionContent['patient'],
    note: 'First line\nsecond line ',
    visit: {
      ...emptyVisit,
      indication: { id: 'other', text: 'spasm' },
      consent: { given: true, ...at },
      overrides: [{ rule: 'cumulative-dose', units: 200, reason: 'told so', ...at }],
      tenderness: [
        { muscle: 'temporalis', side: 'left', grade: 2, ...at },
        { muscle: 'trapezius', side: 'right', grade: 1, ...at },
      ],
    },
  }),
);
const as = (change: Partial<Corrections>): Corrections => ({ ...correctable(session), ...change });
const vial = session.vials[0]?.id ?? '';
const undescribed = session.vials.map((one) => without(one, 'lot', 'expiry'));
const paths = (after: SessionContent) => changesBetween(session, after).map(({ path }) => path);

describe('tenderness of a signed session', () => {
  it('is put right by its grade; when and by whom it was felt stays, and none is added or taken away', () => {
    const after = unwrap(correct(session, as({ tenderness: { 'trapezius right': 3, 'frontalis left': 2 } }), today));
    expect(paths(after)).toEqual(['visit.tenderness[1].grade']);
    expect(after.visit?.tenderness?.[1]).toEqual({ muscle: 'trapezius', side: 'right', grade: 3, ...at });
    expect(beyondCorrection(session, after)).toBeNull();
    const fewer = { ...session, visit: { ...emptyVisit, ...session.visit, tenderness: [] } };
    expect(beyondCorrection(session, fewer)).not.toBeNull();
    const tenderness = session.visit?.tenderness?.map((felt) => ({ ...felt, side: 'left' as const })) ?? [];
    const elsewhere = { ...session, visit: { ...emptyVisit, ...session.visit, tenderness } };
    expect(beyondCorrection(session, elsewhere)?.path).toBe('visit.tenderness[1].side');
  });
});

describe('correcting a signed session', () => {
  it('changes nothing where nothing was changed, blanks and line ends included', () => {
    expect(unwrap(correct(session, correctable(session), today))).toEqual(session);
  });

  it('puts right who the patient is, who injected, the note, a vial and the words of the visit, and nothing else', () => {
    const after = unwrap(
      correct(
        session,
        as({
          patient: { label: 'K. Muster', born: '1984-02-29', recordNumber: ' 4711 ' },
          injector: 'Dr B. Example',
          note: 'another',
          vials: { [vial]: { lot: 'C9', expiry: '2027-09' } },
          visit: { 'indication.text': 'dystonia', 'consent.note': 'by phone', 'overrides.0.reason': 'weighed anew' },
        }),
        today,
      ),
    );
    expect(paths(after).sort()).toEqual([
      'injector',
      'note',
      'patient.born',
      'patient.label',
      'patient.recordNumber',
      'vials[0].expiry',
      'vials[0].lot',
      'visit.consent.note',
      'visit.indication.text',
      'visit.overrides[0].reason',
    ]);
    expect(after.patient).toEqual({
      id: 'p-1',
      label: 'K. Muster',
      born: '1984-02-29',
      recordNumber: '4711',
      'x-ward': 3,
    });
    expect(parseSession({ ...after, undone: [] }).ok).toBe(true);
  });

  it('takes a note, a birth or a number away, and no reason, lot or name that has to be there', () => {
    const without = unwrap(
      correct(session, as({ note: '', patient: { label: 'K. M.', born: '', recordNumber: '' } }), today),
    );
    expect(without.note).toBe('');
    expect('born' in without.patient).toBe(false);
    expect(correct(session, as({ patient: { label: '', born: '', recordNumber: '' } }), today)).toEqual({
      ok: false,
      error: [{ kind: 'NothingToTellApart' }],
    });
    expect(
      correct(
        session,
        as({ vials: { [vial]: { lot: '', expiry: '31.8.2027' } }, visit: { 'overrides.0.reason': ' ' } }),
        today,
      ),
    ).toEqual({
      ok: false,
      error: [
        { kind: 'ExpiryUnreadable', vial },
        { kind: 'TextMissing', place: `${vial}.lot` },
        { kind: 'TextMissing', place: 'overrides.0.reason' },
      ],
    });
    const future = as({ patient: { label: 'K. M.', born: '2031', recordNumber: '' } });
    expect(correct(session, future, today)).toMatchObject({ error: [{ kind: 'BornInFuture' }] });
  });

  it('is for words alone: no dose, site, answer or time is corrected, whatever is asked', () => {
    const beyond = (after: SessionContent) => beyondCorrection(session, after)?.path ?? null;
    const [first, ...rest] = session.entries;
    expect(beyond({ ...session, entries: rest })).toBe('entries[0].id');
    expect(beyond({ ...session, entries: [{ ...first, units: 10 } as never, ...rest] })).toBe('entries[0].units');
    expect(beyond({ ...session, startedAt: today })).toBe('startedAt');
    expect(beyond({ ...session, patient: { ...session.patient, id: 'p-2' } })).toBe('patient.id');
    expect(beyond({ ...session, vials: session.vials.map((one) => ({ ...one, strength: 50 as never })) })).toBe(
      'vials[0].strength',
    );
    expect(beyond({ ...session, visit: { ...emptyVisit, ...session.visit, consent: { given: false, ...at } } })).toBe(
      'visit.consent.given',
    );
  });

  const everyWord: SessionContent = {
    ...session,
    visit: {
      ...emptyVisit,
      checks: [
        { check: 'pregnancy', answer: 'no', ...at },
        { check: 'infection', answer: 'yes', ...at },
        { check: 'neuromuscular', answer: 'no', note: 'asked twice', ...at },
      ] as unknown as NonNullable<SessionContent['visit']>['checks'],
      overrides: [
        { rule: 'cumulative-dose', units: 200, reason: 'told so', ...at },
        { rule: 'cumulative-dose', units: 210, reason: 'told again', ...at },
      ],
      deviations: [{ reason: 'brow' }] as unknown as NonNullable<SessionContent['visit']>['deviations'],
      otherToxins: [{ product: 'another', note: 'arm', ...at }],
      elsewhere: [{ units: 50, day: '2026-02-01', ...at }],
    },
  };
  const asIn = (change: Partial<Corrections>): Corrections => ({ ...correctable(everyWord), ...change });

  it('has every word of the visit in view, and says which must not be empty', () => {
    expect(visitTexts(everyWord.visit).map(({ place, text, needed }) => [place, text, needed])).toEqual([
      ['checks.1.note', '', false],
      ['checks.2.note', 'asked twice', false],
      ['overrides.0.reason', 'told so', true],
      ['overrides.1.reason', 'told again', true],
      ['deviations.0.reason', 'brow', true],
      ['otherToxins.0.note', 'arm', false],
      ['elsewhere.0.note', '', false],
    ]);
    expect(visitTexts(session.visit).map(({ place, needed }) => [place, needed])).toEqual([
      ['indication.text', true],
      ['consent.note', false],
      ['overrides.0.reason', true],
    ]);
    expect(visitTexts({ ...emptyVisit, indication: { id: 'chronic-migraine' } })).toEqual([]);
    expect(visitTexts(undefined)).toEqual([]);
  });

  it('changes the word that was meant, and takes the field away with its words', () => {
    const after = unwrap(
      correct(everyWord, asIn({ visit: { 'overrides.1.reason': 'weighed', 'otherToxins.0.note': '' } }), today),
    );
    expect(changesBetween(everyWord, after).map(({ path }) => path)).toEqual([
      'visit.overrides[1].reason',
      'visit.otherToxins[0].note',
    ]);
    expect(after.visit?.otherToxins[0]).not.toHaveProperty('note');
    expect(after.visit?.overrides[0]?.reason).toBe('told so');
    const written = unwrap(correct(everyWord, asIn({ visit: { 'elsewhere.0.note': ' thigh ' } }), today));
    expect(written.visit?.elsewhere[0]).toMatchObject({ units: 50, note: 'thigh' });
    expect(correct(everyWord, asIn({ visit: { 'deviations.0.reason': '' } }), today)).toEqual({
      ok: false,
      error: [{ kind: 'TextMissing', place: 'deviations.0.reason' }],
    });
  });

  it('shows what stands there now: empty where nothing was written down', () => {
    const bare = correctable({ ...session, vials: undescribed });
    expect(bare.vials[vial]).toEqual({ lot: '', expiry: '' });
    expect(bare.patient).toEqual({ label: ' K. M. ', born: '1984', recordNumber: '' });
    expect(bare.tenderness).toEqual({ 'temporalis left': 2, 'trapezius right': 1 });
    const unvisited = without(session, 'visit');
    expect(correctable(unvisited)).toMatchObject({ visit: {}, tenderness: {} });
    const unborn = { ...session, patient: { id: 'p-1', label: 'K. M.' } };
    expect(correctable(unborn).patient).toEqual({ label: 'K. M.', born: '', recordNumber: '' });
    expect(unwrap(correct(unborn, correctable(unborn), today)).patient).toBe(unborn.patient);
  });

  it('of a session without a visit is made, or refused, all the same', () => {
    const unvisited = without(session, 'visit');
    const asked = correctable(unvisited);
    expect(unwrap(correct(unvisited, { ...asked, note: 'new ' }, today))).toEqual({ ...unvisited, note: 'new' });
    expect(correct(unvisited, { ...asked, patient: { label: '', born: '', recordNumber: '' } }, today)).toEqual({
      ok: false,
      error: [{ kind: 'NothingToTellApart' }],
    });
  });

  it('leaves a patient of whom one thing changed everything else, and one of whom nothing did alone', () => {
    const of = (change: Partial<Corrections['patient']>) =>
      unwrap(correct(session, as({ patient: { ...correctable(session).patient, ...change } }), today)).patient;
    expect(of({})).toBe(session.patient);
    expect(of({ label: 'B. M.' })).toMatchObject({ label: 'B. M.', born: '1984', 'x-ward': 3 });
    expect(of({ born: '1985' }).born).toBe('1985');
    expect(of({ recordNumber: '7' }).recordNumber).toBe('7');
    const numbered = { ...session, patient: { ...session.patient, recordNumber: '7' } };
    const taken = correct(
      numbered,
      { ...correctable(numbered), patient: { label: 'K. M.', born: '1984', recordNumber: '' } },
      today,
    );
    expect(unwrap(taken).patient).not.toHaveProperty('recordNumber');
  });

  it('describes a vial that was not described, and leaves one alone that was not asked about', () => {
    const bare = { ...session, vials: undescribed };
    const asked = (lot: string, expiry: string) =>
      correct(bare, { ...correctable(bare), vials: { [vial]: { lot, expiry } } }, today);
    expect(unwrap(asked('', '')).vials[0]).toEqual(bare.vials[0]);
    expect(unwrap(asked(' C9', '2027-09 ')).vials[0]).toEqual({ ...bare.vials[0], lot: 'C9', expiry: '2027-09' });
    expect(asked('', 'soon')).toEqual({ ok: false, error: [{ kind: 'ExpiryUnreadable', vial }] });
    expect(unwrap(correct(session, as({ vials: {} }), today)).vials).toEqual(session.vials);
    const odd = { ...session, vials: session.vials.map((one) => ({ ...one, lot: 'C1', expiry: 'as printed' })) };
    expect(correct(odd, correctable(odd), today).ok, 'what was read as it is stays').toBe(true);
    expect(correct(odd, { ...correctable(odd), vials: { [vial]: { lot: 'C1', expiry: '' } } }, today)).toEqual({
      ok: false,
      error: [{ kind: 'TextMissing', place: `${vial}.expiry` }],
    });
  });

  it('goes no deeper than the words it is for', () => {
    const beyond = (after: object) => beyondCorrection(session, after as SessionContent)?.path ?? null;
    expect(
      beyond({ ...session, vials: session.vials.map((one) => ({ ...one, lot: 'C9', expiry: '2031-01' })) }),
    ).toBeNull();
    expect(beyond({ ...session, vials: [] })).not.toBeNull();
    expect(beyond({ ...session, patient: { ...session.patient, 'x-ward': 4 } })).toBe('patient["x-ward"]');
    expect(
      beyond({ ...session, visit: { ...session.visit, indication: { id: 'other', text: 'dystonia' } } }),
    ).toBeNull();
    expect(beyond({ ...session, finishedAt: 'later' })).toBe('finishedAt');
  });

  it('stays within what may be corrected over many random corrections', () => {
    const next = seeded(7);
    const some = () => ['', ' ', 'K. M.', '2027-08', '1984', 'x'.repeat(300), '../../'][Math.floor(next() * 7)] ?? '';
    let taken = 0;
    for (let n = 0; n < 400; n += 1) {
      const asked = as({
        patient: { label: some(), born: next() < 0.5 ? '1984' : some(), recordNumber: some() },
        injector: some(),
        note: some(),
        vials: { [vial]: { lot: some(), expiry: some() }, [some()]: { lot: some(), expiry: some() } },
        visit: Object.fromEntries(
          [...visitTexts(session.visit).map(({ place }) => place), some()].map((p) => [p, some()]),
        ),
      });
      const done = correct(session, asked, today);
      if (!done.ok) continue;
      taken += 1;
      expect(beyondCorrection(session, done.value)).toBeNull();
      expect(done.value.entries).toBe(session.entries);
      expect(parseSession({ ...done.value, undone: [] }).ok).toBe(true);
    }
    expect(taken).toBeGreaterThan(5);
  });
});
