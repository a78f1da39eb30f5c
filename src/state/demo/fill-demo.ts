import '../../messages/later';
import { t } from '../../messages/translate';
import { dayOf } from '../../record/calendar';
import { err, ok, type Result, type StoreError } from '../../record/ports';
import { noPractice, practiceId } from '../../record/practice';
import type { Cost } from '../../storage/argon2';
import type { MemoryRecords } from '../../storage/memory-records';
import type { Placements } from '../anatomy-service';
import { deskRefusalText } from '../signature-text';
import { createSigning, type DeskRefusal } from '../signing';
import { trainingPin } from '../training/training-text';
import { type DemoAge, demoAge } from './demo-age';
import { demoDays, demoPatientId } from './demo-days';
import { demoDiary } from './demo-diary';
import { demoFile } from './demo-file';
import { demoPrices } from './demo-prices';
import { demoSession } from './demo-session';

/** The cheapest that Argon2id takes: nobody waits for a PIN that everybody knows. */
const cheapest: Cost = { memoryKiB: 8, iterations: 1 };

export type FillDeps = {
  /** Those of the demo, and no others: empty, or filled before. */
  readonly records: MemoryRecords;
  readonly placements: Placements;
  /** The time now, ISO 8601 with offset. */
  readonly now: string;
};

export type FillProblem = StoreError | DeskRefusal | { readonly kind: 'CutOff' };

/** Why it could not be filled; null where there is nothing to tell: a locked demo was filled before. */
export const fillTrouble = (problem: StoreError | DeskRefusal): string | null =>
  problem.kind === 'Locked' ? null : deskRefusalText(problem);

/**
 * Fills the records of the demo with one patient: four sessions, made and signed as at the chair, a year of diary, what is kept
 * between sessions, and the prices of a made-up practice. What is there already stays, and its age is told. The file of the
 * patient is written last, and says that all of it is there: without it, whatever there is was cut off (`CutOff`), and is to be
 * deleted and filled anew.
 */
export async function fillDemo({ records, placements, now }: FillDeps): Promise<Result<DemoAge, FillProblem>> {
  const there = await records.documents.read('patient', demoPatientId);
  if (there.ok) return demoAge(records, dayOf(now));
  if (there.error.kind !== 'NotFound') return there;
  const profiles = await records.documents.readAll('profile');
  if (!profiles.ok) return profiles;
  if (profiles.value.found.length + profiles.value.damaged.length > 0) return err({ kind: 'CutOff' });

  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  const days = demoDays(dayOf(now));
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `demo-${String(ids)}`;
  };
  let clock = `${days.begin}T08:00:00${offset}`;
  const desk = createSigning({ ...records, now: () => clock, newId, cost: cheapest });
  const profile = await desk.profiles.add({ name: t('demo.injector'), credentials: '', pin: trainingPin });
  if (!profile.ok) return profile;
  for (const [i, day] of days.sessions.entries()) {
    const session = demoSession({ number: i + 1, day, offset, placements, newId });
    clock = `${day}T09:40:00${offset}`;
    const kept = await records.sessions.save(session, 0);
    if (!kept.ok) return kept;
    const signed = await desk.sign(session, { profile: profile.value.id, pin: trainingPin });
    if (!signed.ok) return signed;
  }
  const written = await records.documents.write([
    { kind: 'practice', id: practiceId, doc: { ...noPractice, prices: demoPrices }, expected: 0 },
    { kind: 'diary', id: demoPatientId, doc: demoDiary(days), expected: 0 },
    { kind: 'patient', id: demoPatientId, doc: demoFile(days, { offset, placements }), expected: 0 },
  ]);
  return written.ok ? ok('today') : err(written.error);
}
