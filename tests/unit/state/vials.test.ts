import { describe, expect, it } from 'vitest';
import type { Vial } from '../../../src/ledger/vial';
import { units } from '../../../src/protocol/words';
import { dilutionText, draftOf, newDraft, vialFrom } from '../../../src/state/vials';

const vial: Vial = { id: 'v1', product: 'onabotulinumtoxinA', strength: units(200), diluentMl: 4 };
const draft = { ...draftOf(vial), lot: ' C4711 ', expiry: '2027-08', reconstituted: '2026-11-25T09:05' };

describe('a vial written in the form', () => {
  it('keeps lot, expiry and the time it was dissolved, on the clock of the place', () => {
    expect(vialFrom(vial, draft, false, '+01:00')).toEqual({
      ok: true,
      value: { ...vial, lot: 'C4711', expiry: '2027-08', reconstitutedAt: '2026-11-25T09:05:00+01:00' },
    });
  });

  it('loses what was taken out again, and keeps what the form does not ask of', () => {
    const full = { ...vial, lot: 'C4711', note: 'of a newer version' };
    const emptied = vialFrom(full, { ...draftOf(full), lot: '  ' }, false, '+01:00');
    expect(emptied).toEqual({ ok: true, value: { ...vial, note: 'of a newer version' } });
  });

  it('is refused where the expiry, the volume or the time cannot be', () => {
    for (const [part, kind] of [
      [{ expiry: '2027-13' }, 'BadExpiry'],
      [{ expiry: 'soon' }, 'BadExpiry'],
      [{ diluentMl: '0' }, 'BadVolume'],
      [{ diluentMl: 'four' }, 'BadVolume'],
      [{ reconstituted: '2026-02-30T09:05' }, 'BadTime'],
      // While the year is being typed.
      [{ reconstituted: '0202-03-02T09:05' }, 'BadTime'],
    ] as const) {
      expect(vialFrom(vial, { ...draft, ...part }, false, 'Z'), JSON.stringify(part)).toEqual({
        ok: false,
        error: { kind },
      });
    }
  });

  it('keeps its strength once drug was drawn from it', () => {
    expect(vialFrom(vial, { ...draft, strength: '100' }, true, 'Z')).toEqual({
      ok: false,
      error: { kind: 'AlreadyDrawn' },
    });
    const smaller = vialFrom(vial, { ...draft, strength: '100' }, false, 'Z');
    expect(smaller.ok && smaller.value.strength).toBe(100);
  });

  it('takes a comma for a point, as it is typed in half of Europe', () => {
    const read = vialFrom(vial, { ...draft, diluentMl: '2,5' }, false, 'Z');
    expect(read.ok && read.value.diluentMl).toBe(2.5);
  });

  it('calls out a dilution that is not the paradigm\u2019s, with the volume that would be', () => {
    expect(dilutionText(vial)).toEqual({ marks: '5 U are 0.1 mL: 10 marks of a 1 mL syringe.', wrong: null });
    expect(dilutionText({ ...vial, diluentMl: 3 }).wrong).toContain('200 U need 4 mL');
    expect(dilutionText({ ...vial, product: 'another toxin' }).wrong).toContain('not converted');
  });

  it('begins without lot, expiry or time: only the label can tell them', () => {
    expect(newDraft('v2')).toEqual({ id: 'v2', product: 'onabotulinumtoxinA', strength: 200, diluentMl: 4 });
  });
});
