import { describe, expect, it } from 'vitest';
import { readTold, type Told } from '../../../../src/state/second/told';

const charting: Told = {
  kind: 'charting',
  window: 'w-1',
  session: 's-1',
  selected: 'temporalis-L-2',
  next: 'temporalis-L-F1',
  view: 'left',
  asked: true,
  lead: false,
};

describe('what windows tell each other', () => {
  it('is understood as it was told', () => {
    const told: readonly Told[] = [charting, { kind: 'left', window: 'w-1' }, { kind: 'who' }];
    for (const each of told) expect(readTold(structuredClone(each))).toEqual(each);
    expect(readTold({ ...charting, selected: null, next: null, view: null })).toMatchObject({ selected: null });
  });

  it('is passed over where it is anything else', () => {
    const wrong: readonly unknown[] = [
      null,
      undefined,
      'who',
      7,
      [],
      {},
      { kind: 'give', window: 'w-1' },
      { kind: 'left' },
      { kind: 'left', window: '<script>' },
      { ...charting, window: 'a'.repeat(65) },
      { ...charting, session: 12 },
      { ...charting, session: '' },
      { ...charting, selected: 'nose-L-1' },
      { ...charting, selected: undefined },
      { ...charting, next: { id: 'temporalis-L-2' } },
      { ...charting, view: 'below' },
      { ...charting, view: undefined },
    ];
    for (const each of wrong) expect(readTold(each), JSON.stringify(each)).toBeNull();
  });

  it('carries nothing that it should not: what else was sent with it is left out', () => {
    const read = readTold({ ...charting, patient: 'Maria Example', asked: 'yes' });
    expect(read).toEqual({ ...charting, asked: false });
  });
});
