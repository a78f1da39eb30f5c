import type { Cited } from '../record/cited';
import { hadFeature } from './diary-asked';
import type { Attack, DiaryDay, MigraineFeature } from './diary-day';
import { allOf, anyOf, type Known, known, toldAs } from './known';

/**
 * What makes a headache migraine for ICHD-3, 1.3 C: any of three. That it is any of the three was read (S48); what 1.1 C and D
 * ask is recalled and awaits clinical sign-off.
 */
export const migraineDay: Cited & { readonly features: Cited & { readonly ofPain: number } } = {
  evidence: 'confirmed',
  sources: ['S48'],
  /** 1.1 C: so many of one-sided, pulsating, moderate or severe, worse with activity. */
  features: { ofPain: 2, evidence: 'unconfirmed', sources: ['S48'] },
};

/** The least severity that is "moderate or severe". */
const moderate = 2;

/**
 * Whether a recorded day counts as a day with migraine: one of its headaches has the features of 1.1 C and D, or an aura
 * (1.2), or was believed to be migraine at its onset and relieved by a triptan or ergot. How long it lasted is not asked.
 */
export const isMigraineDay = ({ attacks }: DiaryDay): Known => anyOf(attacks.map(isMigraine));

/** Whether the patient called a headache of the day migraine, whatever its features. Counted beside, never instead. */
export const calledMigraine = ({ attacks }: DiaryDay): Known =>
  anyOf(attacks.map((attack) => has(attack, 'believed-migraine')));

/** The same of one headache; unknown where what was not asked could decide it. */
const isMigraine = (attack: Attack): Known =>
  anyOf([
    allOf([painOfMigraine(attack), companyOfMigraine(attack)]),
    has(attack, 'aura'),
    allOf([has(attack, 'believed-migraine'), has(attack, 'relieved-by-triptan-or-ergot')]),
  ]);

/** 1.1 C. */
function painOfMigraine(attack: Attack): Known {
  const answers = [
    has(attack, 'one-sided'),
    has(attack, 'pulsating'),
    has(attack, 'worse-with-activity'),
    attack.severity === null ? 'unknown' : known(attack.severity >= moderate),
  ];
  if (answers.filter((answer) => answer === 'yes').length >= migraineDay.features.ofPain) return 'yes';
  return answers.filter((answer) => answer !== 'no').length < migraineDay.features.ofPain ? 'no' : 'unknown';
}

/** 1.1 D. */
const companyOfMigraine = (attack: Attack): Known =>
  anyOf([
    has(attack, 'nausea'),
    has(attack, 'vomiting'),
    allOf([has(attack, 'light-sensitive'), has(attack, 'sound-sensitive')]),
  ]);

/** Features that were asked for and not named are absent; not asked, they are unknown. */
const has = (attack: Attack, feature: MigraineFeature): Known => toldAs(hadFeature(attack, feature));
