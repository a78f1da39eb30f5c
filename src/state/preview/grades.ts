import type { PatientWords } from '../../messages/patient/words';
import type { PatientFact } from '../../protocol/patient-fact';
import { awaitsSignOff } from '../../protocol/patient-facts';
import { sources } from '../../protocol/sources';

/** How well something is known, said to who asks, and the titles that it rests on. */
export type Grade = {
  readonly said: string;
  /** A clinician still has to look at it; null where it was read in a good source. */
  readonly signOff: string | null;
  readonly titles: readonly string[];
};

/** What facts rest on, those that are known equally well together, in the order in which they come. */
export function gradesOf(facts: readonly PatientFact[], words: PatientWords): readonly Grade[] {
  const groups = new Map<string, { readonly signOff: string | null; readonly titles: Set<string> }>();
  for (const fact of facts) {
    const key = gradeKey(fact);
    const said = words.say(key);
    const waits = awaitsSignOff(fact) && key !== signOffKey;
    const group = groups.get(said) ?? { signOff: waits ? words.say(signOffKey) : null, titles: new Set() };
    for (const id of fact.sources) group.titles.add(sources[id].title);
    groups.set(said, group);
  }
  return [...groups].map(([said, { signOff, titles }]) => ({ said, signOff, titles: [...titles] }));
}

const signOffKey = 'preview.source.unconfirmed';

function gradeKey({ feel, taught, evidence }: PatientFact) {
  if (feel === true) return 'preview.source.feel';
  if (taught === true) return 'preview.source.taught';
  switch (evidence) {
    case 'confirmed':
      return 'preview.source.read';
    case 'weak':
      return 'preview.source.weak';
    case 'derived':
      return 'preview.source.derived';
    case 'unconfirmed':
      return signOffKey;
  }
}
