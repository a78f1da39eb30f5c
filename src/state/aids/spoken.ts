import '../../messages/later';
import { say, t } from '../../messages/translate';
import { cardTitle, muscleAndSide, muscleName } from '../site-text';
import type { Seen, Step } from './step';

/**
 * What is said aloud of a step: what was done, what comes next, how much is in. It names sites and units alone, so that a
 * room may hear it: never the patient, and no refusal that may tell of the history.
 */
export function spokenStep(step: Step, after: Seen): string {
  switch (step.kind) {
    case 'refused':
      return refusal(after);
    case 'not-saved':
      return t('spoken.notSaved');
    case 'finished':
    case 'stopped':
      return [t(`spoken.${step.kind}`), total(after)].join(' ');
    case 'given-at-once':
      return [givenAtOnce(step, after), standing(after)].join(' ');
    default:
      return [t(`spoken.${step.kind}`), standing(after)].join(' ');
  }
}

/** What comes next and how much is in: also what is said when it is asked for again. */
export const standing = (now: Seen): string => `${nextSite(now)} ${total(now)}`;

function nextSite({ fold, next }: Seen): string {
  const row = fold.rows.find(({ id }) => id === next);
  if (row === undefined) return t('spoken.noneLeft');
  return t(row.ftp ? 'spoken.nextExtra' : 'spoken.next', { site: cardTitle(row).toLowerCase() });
}

const total = ({ fold: { totals } }: Seen): string => t('spoken.total', { given: totals.given, cap: totals.cap });

function givenAtOnce({ sites, muscleDone }: Extract<Step, { kind: 'given-at-once' }>, { session, fold }: Seen): string {
  const last = session?.entries.at(-1);
  const row = last?.kind === 'give' ? fold.rows.find(({ id }) => id === last.site) : undefined;
  if (row === undefined) return t('spoken.given');
  if (muscleDone) return t('spoken.muscleDone', { muscle: muscleName(row.muscle), sites });
  const bySide = last?.kind === 'give' && last.together === 'side';
  return t('spoken.givenSites', { where: muscleAndSide(row.muscle, bySide ? row.side : undefined), sites });
}

function refusal({ notice }: Seen): string {
  const key = notice?.message.key ?? '';
  // What stands in the way comes from the visit and the patient's history: that is read, not heard.
  if (notice === null || key === 'refused.inTheWay' || !key.startsWith('refused.')) return t('spoken.inTheWay');
  return t('spoken.refused', { why: say(notice.message) });
}
