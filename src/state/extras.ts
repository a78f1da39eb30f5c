import '../messages/later';
import type { Anchor, SkinRay, Vec3 } from '../anatomy/anchor';
import type { Near } from '../anatomy/fields';
import type { Neighbour } from '../anatomy/neighbours';
import { namesOneAxisTwice } from '../anatomy/sentence';
import type { Message } from '../messages/translate';
import type { MuscleId, Side } from '../protocol/words';
import type { Session } from '../record/session';
import type { SkinAnswer, SkinQuery } from './anatomy-service';
import type { ExtraRequest } from './chart-core';
import { allowedMuscles } from './refusal-text';
import { muscleName } from './site-text';
import { warningOf } from './told-zones';

/** Where an extra goes, and what lies there. */
type NewExtra = {
  readonly anchor: Anchor;
  readonly zones: readonly Neighbour[];
  readonly nearestSite: Near | null;
  /** What to say of the danger zones it lies in. */
  readonly warning: string | null;
};

type Deps = {
  /** Asks the anatomy of the head that is charted on. */
  readonly resolve: (query: SkinQuery) => Promise<SkinAnswer | 'off-skin' | 'not-ready'>;
  /** The session if it may be changed; says why not otherwise. */
  readonly charted: () => Session | null;
  readonly tell: (kind: 'refused', message: Message) => void;
  /** Plans the extra and says the warning of the danger zones it lies in; says why not otherwise. */
  readonly add: (extra: NewExtra) => boolean;
  /** Closes the form. */
  readonly close: () => void;
};

/** What is said of a place from a shoulder's landmark that goes along its crest twice. */
export const oneAxisTwice: Message = { key: 'ftp.oneAxis' };

/** Follow-the-pain extras: from a click on the skin, or from offsets typed into the form. */
export function createExtras({ resolve: ask, charted, tell, add, close }: Deps) {
  const resolve = async (query: SkinQuery): Promise<SkinAnswer | Message> => {
    const answer = await ask(query);
    if (answer === 'not-ready') return { key: 'ftp.wait' };
    if (answer === 'off-skin') return { key: query.kind === 'ray' ? 'refused.offSkin' : 'ftp.offSkin' };
    return answer;
  };

  const take = async (anchor: Anchor, { zones, nearestSite }: SkinAnswer): Promise<boolean> =>
    add({ anchor, zones, nearestSite, warning: await warningOf(zones) });

  return {
    /** A click on the skin: planned there if the paradigm allows, refused with what was hit otherwise. */
    onRay: async (ray: SkinRay): Promise<void> => {
      if (charted() === null) return;
      const answer = await resolve({ kind: 'ray', ray });
      if ('key' in answer) tell('refused', answer);
      else if (answer.anchor !== null) await take(answer.anchor, answer);
      else if (answer.other !== null) {
        tell('refused', { key: 'refused.otherMuscle', values: { found: answer.other, allowed: allowedMuscles() } });
      } else tell('refused', { key: 'refused.noMuscle', values: { allowed: allowedMuscles() } });
    },

    /** Where an extra was offered: planned there if the ledger allows, and if that is still what lies there. True if done. */
    onOffer: async (offer: {
      readonly muscle: MuscleId;
      readonly side: Side;
      readonly positionMm: Vec3;
    }): Promise<boolean> => {
      if (charted() === null) return false;
      const answer = await resolve({ kind: 'point', positionMm: offer.positionMm });
      if ('key' in answer) {
        tell('refused', answer);
        return false;
      }
      const { anchor } = answer;
      if (anchor?.muscle !== offer.muscle || anchor.side !== offer.side) {
        tell('refused', { key: 'refused.noMuscle', values: { allowed: allowedMuscles() } });
        return false;
      }
      return take(anchor, answer);
    },

    /** The form: null when the extra is planned or refused by the ledger (the form closes), else what to mend in it. */
    at: async ({ muscle, side, ...offset }: ExtraRequest): Promise<Message | null> => {
      if (charted() === null) {
        close();
        return null;
      }
      if (namesOneAxisTwice(offset)) return oneAxisTwice;
      const answer = await resolve({ kind: 'offset', side, ...offset });
      if ('key' in answer) return answer;
      const { under, anchor } = answer;
      if (under === null || anchor === null) return { key: 'ftp.elsewhereNone' };
      if (under.muscle !== muscle || under.side !== side) {
        return {
          key: 'ftp.elsewhere',
          values: { found: `${muscleName(under.muscle)} ${under.side}`, asked: muscleName(muscle), side },
        };
      }
      await take(anchor, answer);
      close();
      return null;
    },
  };
}
