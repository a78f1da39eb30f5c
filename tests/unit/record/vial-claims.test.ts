import { describe, expect, it } from 'vitest';
import type { ListedSession, ListedVial } from '../../../src/record/listing';
import { claimFindings, vialClaims } from '../../../src/record/vial-claims';
import { units } from '../../../src/protocol/words';
import { sampleSession } from '../../support/sample-sessions';
import { listedOn } from '../../support/patient-file';

const at = '2026-03-02T08:00:00+01:00';
const listed = (id: string, patient: string, change: Partial<ListedVial>): ListedSession => ({
  ...listedOn(id, '2026-03-02'),
  patient: { id: patient, label: 'Demo (synthetic)' },
  vials: [{ vial: 'v-1', product: 'onabotulinumtoxinA', strength: 200, units: 155, opened: true, ...change }],
});
/** A session of patient p-1 that charts from one vial. */
const charted = (change: object = {}) => ({
  ...sampleSession(),
  id: 's-own',
  patient: { id: 'p-1', label: 'Demo (synthetic)' },
  vials: [{ id: 'v-9', product: 'onabotulinumtoxinA', strength: units(200), diluentMl: 4, ...change }],
});
const kinds = (session: ReturnType<typeof charted>, ...others: readonly ListedSession[]) =>
  claimFindings(session, vialClaims(others)).map((one) => [one.level, one.kind, 'session' in one ? one.session : null]);
const described = { lot: 'C1234', reconstitutedAt: at };

describe('a vial of another session', () => {
  it('is a stop where it stands there by itself, and nothing where it was never opened there', () => {
    expect(kinds(charted({ id: 'v-1' }), listed('s-1', 'p-2', {}))).toEqual([['stop', 'vial-elsewhere', 's-1']]);
    expect(kinds(charted({ id: 'v-1' }), listed('s-1', 'p-2', { opened: false }))).toEqual([]);
    expect(kinds(charted({ id: 'v-1' }), listed('s-own', 'p-1', {}))).toEqual([]);
  });

  it('is told where another patient’s is of the same lot, dissolved at the same moment on whatever clock', () => {
    const same = { lot: 'c-1234', reconstitutedAt: '2026-03-02T07:00:00Z' };
    const shared = [['warn', 'vial-shared', 's-2']];
    expect(
      kinds(charted(described), listed('s-1', 'p-2', { lot: 'X1', reconstitutedAt: at }), listed('s-2', 'p-2', same)),
    ).toEqual(shared);
    expect(kinds(charted(described), listed('s-1', 'p-1', same), listed('s-2', 'p-3', same))).toEqual(shared);
    expect(kinds(charted(described), listed('s-own', 'p-2', same))).toEqual([]);
  });

  it('is no other where lot or moment differ, or was not written down', () => {
    const others = [
      { lot: 'C1235', reconstitutedAt: at },
      { lot: 'C1234', reconstitutedAt: '2026-03-02T08:00:01+01:00' },
      { lot: 'C1234' },
      { reconstitutedAt: at },
      { lot: ' - ', reconstitutedAt: at },
    ];
    for (const other of others)
      expect(kinds(charted(described), listed('s-1', 'p-2', other)), JSON.stringify(other)).toEqual([]);
    expect(kinds(charted({ lot: 'C1234' }), listed('s-1', 'p-2', described))).toEqual([]);
    expect(kinds(charted({ reconstitutedAt: at }), listed('s-1', 'p-2', { reconstitutedAt: at }))).toEqual([]);
  });
});
