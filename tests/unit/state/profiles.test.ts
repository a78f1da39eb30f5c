import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createSigning } from '../../../src/state/signing';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { unwrap } from '../../support/signing';
import { freshName } from '../../support/vault-rows';

const cost = { memoryKiB: 8, iterations: 1 };
const opened: KeptRecords[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

function profilesOfDevice() {
  const now = () => '2026-06-02T09:00:00+00:00';
  const records = openRecords({ name: freshName(), now, cost });
  opened.push(records);
  return createSigning({ ...records, now, newId: () => crypto.randomUUID(), cost }).profiles;
}

const someone = { name: 'A. Example', credentials: 'MD' };
const tooShort = { ok: false, error: { kind: 'PinTooShort', least: 4 } };

describe('the PIN of a profile', () => {
  // Characters as a person counts them: two of these pictures are four units of a string.
  it.each(['', '258', '🌲🌲🌲'])('is refused where it has fewer than four characters: "%s"', async (pin) => {
    const profiles = profilesOfDevice();
    expect(await profiles.add({ ...someone, pin })).toEqual(tooShort);
    expect(await profiles.list()).toEqual({ ok: true, value: [] });
  });

  it('is not changed to one that is too short, and the attempt counts as no try', async () => {
    const profiles = profilesOfDevice();
    const { id } = unwrap(await profiles.add({ ...someone, pin: '2580' }));
    for (let n = 0; n < 6; n += 1) expect(await profiles.changePin(id, 'wrong', '🌲🌲')).toEqual(tooShort);
    expect(await profiles.changePin(id, '2580', '🌲🌲🌲🌲')).toEqual({ ok: true, value: null });
    expect(await profiles.open(id, '🌲🌲🌲🌲')).toMatchObject({ ok: true });
  });
});
