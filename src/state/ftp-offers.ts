import type { StoreApi } from 'zustand/vanilla';
import type { PainAnswer, PainQuestion } from '../anatomy/pain-spots';
import { visitOf } from '../record/visit';
import type { ChartState } from './chart-state';
import { chooseSpots, type Offer, offerNotes, painQuestion, whyOffered } from './ftp-offer';
import { warningOf } from './told-zones';

type Deps = {
  readonly store: StoreApi<ChartState>;
  /** Asks the anatomy of the head that is charted on. */
  readonly pain: (question: PainQuestion) => Promise<PainAnswer | 'not-ready'>;
};

/** `notes` say what lies under the pain and allows no extra, and why nothing fits. */
export type Offers = { readonly offers: readonly Offer[]; readonly notes: readonly string[] };

/** Where extras could be planned for what is drawn and felt. Asked anew when the session changes. */
export function createOffers({ store, pain }: Deps) {
  return {
    /** Null where there is no session, or nobody to ask yet. */
    find: async (): Promise<Offers | null> => {
      const { session, fold } = store.getState();
      if (session === null) return null;
      const visit = visitOf(session);
      const answer = await pain(painQuestion(fold, visit));
      if (answer === 'not-ready') return null;
      const chosen = chooseSpots(answer.spots, fold.totals, visit);
      const offers = await Promise.all(
        chosen.map(async (spot): Promise<Offer> => {
          const { muscle, side, positionMm, normal, zones } = spot;
          const why = whyOffered(spot, answer.over, fold.totals, visit);
          return { muscle, side, positionMm, normal, why, warning: await warningOf(zones) };
        }),
      );
      return { offers, notes: offerNotes(answer, fold.totals, visit) };
    },
  };
}
