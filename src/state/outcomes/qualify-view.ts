import type { Diary } from '../../outcomes/diary';
import { type Eligibility, eligibilityOf } from '../../outcomes/eligibility';
import { type Overuse, overuseOf } from '../../outcomes/overuse';
import type { PatientFile } from '../../outcomes/patient-file';
import { ruleIds, type RuleId } from '../../outcomes/rule-ids';
import { recordedIn } from '../../outcomes/windows';
import { dayOf } from '../../record/calendar';
import type { ListedSession } from '../../record/listing';
import { treatmentDays } from './course-view';

/** Whether the patient qualifies, worked out once for screen and print. */
export type QualifyView = {
  /** Null while nobody has chosen: then what a rule asks for a start is not said. */
  readonly rule: RuleId | null;
  readonly eligibility: Eligibility;
  readonly overuse: Overuse;
};

export type QualifyInput = {
  readonly file: Pick<PatientFile, 'rule' | 'history'>;
  readonly diary: Diary;
  readonly sessions: readonly ListedSession[];
  /** Records that cannot be read; null where not even their list could be. */
  readonly unread: number | null;
  /** A moment, with the patient's offset, or a day. */
  readonly now: string;
};

/**
 * Overuse is judged up to the same day as the criteria. Without a chosen rule the start is worked out by the first of
 * `ruleIds`, and is not to be shown.
 */
export function qualifyView({ file, diary, sessions, unread, now }: QualifyInput): QualifyView {
  const recorded = recordedIn(diary);
  const eligibility = eligibilityOf({
    recorded,
    history: file.history,
    treatments: treatmentDays(sessions).map(({ day }) => day),
    today: dayOf(now),
    // The diagnosis is the same by any of them; of the rest nothing is shown until one was chosen.
    rule: file.rule ?? ruleIds[0],
    unread,
  });
  return { rule: file.rule ?? null, eligibility, overuse: overuseOf(recorded, eligibility.judgedTo.day) };
}
