import '../messages/later';
import type { SkinOffset, SkinRay } from '../anatomy/anchor';
import { namesOneAxisTwice } from '../anatomy/sentence';
import type { SiteRow } from '../ledger/state';
import type { Message } from '../messages/translate';
import type { SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { AnatomyService, MoveAnswer } from './anatomy-service';
import { type Dragged, draggedText } from './drag-text';
import { oneAxisTwice } from './extras';
import { movedText, muscleName } from './site-text';
import { warningOf } from './told-zones';

/** Where a site is to go: measured from a landmark, on the site's own side. */
export type MoveRequest = Omit<SkinOffset, 'side'>;
/** Or where a pointer is on the skin. */
export type MoveTo = MoveRequest | { readonly ray: SkinRay };

/** What the form says of a place before it is taken. */
export type MovePreview =
  | { readonly kind: 'possible'; readonly text: string; readonly warning: string | null }
  | { readonly kind: 'impossible'; readonly why: Message };

type Deps = {
  readonly move: AnatomyService['move'];
  readonly rowOf: (site: SiteId) => SiteRow | null;
  /** The session if it may be changed; says why not otherwise. */
  readonly charted: () => Session | null;
  /** Puts the move on record and says it, with its warning; says why not otherwise. */
  readonly add: (site: SiteId, to: MoveAnswer, reason: string, warning: string | null) => boolean;
  /** Closes the form. */
  readonly close: () => void;
};

/** Moving planned sites: what would become of one, and doing it. */
export function createMoves({ move, rowOf, charted, add, close }: Deps) {
  const ask = ({ muscle, side, anchor, moved }: SiteRow, request: MoveTo) => {
    const from = moved?.from ?? anchor;
    const to =
      'ray' in request ? ({ kind: 'ray', ...request } as const) : ({ kind: 'offset', side, ...request } as const);
    return move({ muscle, side, from: from.positionMm, to }, anchor.head.variant);
  };

  const find = async (site: SiteId, request: MoveTo): Promise<MoveAnswer | Message> => {
    const row = rowOf(site);
    if (row === null) return { key: 'refused.UnknownSite' };
    if (!('ray' in request) && namesOneAxisTwice(request)) return oneAxisTwice;
    const { muscle, side } = row;
    const answer = await ask(row, request);
    if ('ray' in request && (typeof answer === 'string' || !('anchor' in answer))) {
      return { key: 'drag.notMoved', values: { why: draggedText(row, answer) } };
    }
    if (typeof answer === 'string') return { key: `move.${answer}` };
    if ('anchor' in answer) return answer;
    const { under, other } = answer;
    const found = under === null ? other : `${muscleName(under.muscle).toLowerCase()} ${under.side}`;
    const asked = `${muscleName(muscle).toLowerCase()} ${side}`;
    return found === null
      ? { key: 'move.elsewhereNone', values: { asked } }
      : { key: 'move.elsewhere', values: { asked, found } };
  };

  return {
    preview: async (site: SiteId, request: MoveRequest): Promise<MovePreview> => {
      const answer = await find(site, request);
      if ('key' in answer) return { kind: 'impossible', why: answer };
      return { kind: 'possible', text: movedText(answer), warning: await warningOf(answer.zones) };
    },

    /** What the pointer that drags a site is told beside it; null for a site that is not there. */
    drag: async (site: SiteId, ray: SkinRay): Promise<Dragged | null> => {
      const row = rowOf(site);
      if (row === null) return null;
      const answer = await ask(row, { ray });
      const allowed = typeof answer !== 'string' && 'anchor' in answer;
      const warning = allowed ? await warningOf(answer.zones) : null;
      return { allowed, text: draggedText(row, answer), warning };
    },

    /** Null when the site is moved or refused by the ledger (the form closes), else what to mend in the form. */
    to: async (site: SiteId, request: MoveTo, reason: string): Promise<Message | null> => {
      if (charted() === null) {
        close();
        return null;
      }
      const answer = await find(site, request);
      if ('key' in answer) return answer;
      add(site, answer, reason, await warningOf(answer.zones));
      close();
      return null;
    },
  };
}
