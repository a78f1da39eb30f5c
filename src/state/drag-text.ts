import '../messages/later';
import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { SiteRow } from '../ledger/state';
import { t } from '../messages/translate';
import type { SiteId } from '../protocol/words';
import type { AnatomyService, MovedElsewhere } from './anatomy-service';
import { muscleName } from './site-text';

/** What is said beside a site while it is dragged. */
export type Dragged = { readonly allowed: boolean; readonly text: string; readonly warning: string | null };

/** A site that was let go over a place where it may stand. */
export type Dropped = {
  readonly site: SiteId;
  readonly ray: SkinRay;
  /** Where the pointer was on the skin that is drawn, mm: for showing it. */
  readonly at: Vec3;
  readonly said: Dragged;
};

/** "6 mm · in the muscle", "12 mm · 2 mm outside: frontalis", "Not here: corrugator left". */
export function draggedText(
  { muscle, side }: Pick<SiteRow, 'muscle' | 'side'>,
  answer: Awaited<ReturnType<AnatomyService['move']>>,
): string {
  if (typeof answer === 'string') return t(`drag.${answer}`);
  if (!('anchor' in answer)) {
    const own = `${muscleName(muscle).toLowerCase()} ${side}`;
    return t('drag.elsewhere', { found: lying(answer) ?? t('drag.outsideOf', { own }) });
  }
  const mm = Math.round(answer.shiftMm);
  if (answer.outsideMm === 0) return t('drag.inside', { mm });
  return t('drag.outside', { mm, outside: answer.outsideMm.toFixed(1), muscle: muscleName(muscle).toLowerCase() });
}

const lying = ({ under, other }: MovedElsewhere): string | null =>
  under === null ? other : `${muscleName(under.muscle).toLowerCase()} ${under.side}`;
