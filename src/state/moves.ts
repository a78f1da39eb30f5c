import '../messages/later';
import type { SkinOffset } from '../anatomy/anchor';
import type { SiteRow } from '../ledger/state';
import type { Message } from '../messages/translate';
import type { SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { AnatomyService, MoveAnswer } from './anatomy-service';
import { movedText, muscleName } from './site-text';
import { warningOf } from './told-zones';

/** Where a site is to go: measured from a landmark, on the site's own side. */
export type MoveRequest = Omit<SkinOffset, 'side'>;

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
  const find = async (site: SiteId, request: MoveRequest): Promise<MoveAnswer | Message> => {
    const row = rowOf(site);
    if (row === null) return { key: 'refused.UnknownSite' };
    const { muscle, side, anchor, moved } = row;
    const from = moved?.from ?? anchor;
    const to = { kind: 'offset', side, ...request } as const;
    const answer = await move({ muscle, side, from: from.positionMm, to }, anchor.head.variant);
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

    /** Null when the site is moved or refused by the ledger (the form closes), else what to mend in the form. */
    to: async (site: SiteId, request: MoveRequest, reason: string): Promise<Message | null> => {
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
