import { expect, it } from 'vitest';
import { give } from '../../../src/ledger/commands';
import { aliquot } from '../../../src/protocol/paradigm';
import { nextDays } from '../../../src/record/next-days';
import { contentOf } from '../../../src/record/signed-version';
import { planned, sampleSession, sampleVial } from '../../support/sample-sessions';
import { unwrap } from '../../support/signing';

const opened = { ...sampleSession(), startedAt: '2026-03-02T09:00:00+01:00', entries: planned, vials: [sampleVial] };

it('after a session come two checks and the next one, which a practice may book some days earlier', () => {
  const stamp = { step: 'g', at: '2026-03-02T23:30:00+01:00', by: '', newId: () => 'g-1' };
  const dose = { site: 'procerus-M', vial: sampleVial.id, amount: aliquot.units };
  const { entries } = unwrap(give({ entries: planned, undone: [] }, [sampleVial], dose, stamp));
  const session = contentOf({ ...opened, entries });
  // 2 March and 14, 42 and 84 days.
  expect(nextDays(session)).toMatchObject({ session: '2026-03-02', due: '2026-05-25', bookFrom: '2026-05-25' });
  expect(nextDays(session)?.checks.map(({ day }) => day)).toEqual(['2026-03-16', '2026-04-13']);
  expect(nextDays(session, 7)).toMatchObject({ due: '2026-05-25', bookFrom: '2026-05-18' });
});

it('after a session without a needle comes nothing', () => {
  expect(nextDays(contentOf(opened))).toBeNull();
});
