import '../messages/later';
import type { StoreApi } from 'zustand/vanilla';
import { move as moveSite, planExtra } from '../ledger/commands';
import type { LedgerDoc, Stamp } from '../ledger/doc';
import type { Refusal } from '../ledger/refusal';
import type { SiteRow } from '../ledger/state';
import type { Message, MessageKey, MessageValues } from '../messages/translate';
import { aliquot } from '../protocol/paradigm';
import type { Result, SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { AnatomyService, SkinQuery } from './anatomy-service';
import type { ChartState } from './chart-state';
import { createExtras } from './extras';
import { createOffers } from './ftp-offers';
import { createMoves } from './moves';
import { movedText, muscleName, sentenceBeside, siteName } from './site-text';
import { toldZones } from './told-zones';
import type { Zones } from './zones';

type Deps = {
  readonly store: StoreApi<ChartState>;
  readonly anatomy: AnatomyService;
  readonly zones: Zones;
  readonly rowOf: (site: SiteId) => SiteRow | null;
  /** The session if it may be changed; says why not otherwise. */
  readonly charted: () => Session | null;
  /** Runs a ledger command and keeps the outcome, or says why not. True if it was done. */
  readonly run: (command: (session: Session, stamp: Stamp) => Result<LedgerDoc, Refusal>) => boolean;
  readonly tell: (kind: 'done' | 'warned' | 'refused', message: Message) => void;
  /** Closes the form. */
  readonly close: () => void;
};

export type Placing = ReturnType<typeof createPlacing>;

/** Placing by hand: follow-the-pain extras, and planned sites that are moved. */
export function createPlacing({ store, anatomy, zones, rowOf, charted, run, tell, close }: Deps) {
  /** Says what was placed: with a warning, where it lies inside a danger zone. */
  const say = (key: MessageKey, inZone: MessageKey, values: MessageValues, warning: string | null) => {
    const { given, planned, cap } = store.getState().fold.totals;
    const all = { ...values, given, planned, cap };
    if (warning === null) tell('done', { key, values: all });
    else tell('warned', { key: inZone, values: { ...all, warning } });
  };

  const extras = createExtras({
    resolve: (query) => anatomy.resolve(query, store.getState().variant),
    charted,
    tell,
    add: ({ anchor, zones: near, nearestSite, warning }) => {
      const { muscle, side } = anchor;
      const extra = { muscle, side, anchor, amount: aliquot.units, warned: toldZones(near) };
      if (!run((session, stamp) => planExtra(session, session.vials, extra, stamp))) return false;
      const { session, fold } = store.getState();
      const added = session?.entries.at(-1);
      if (added?.kind === 'plan') store.setState({ selected: added.site });
      zones.keep(anchor, near);
      zones.keepBeside(anchor, nearestSite);
      const sentence = sentenceBeside(anchor.sentence, nearestSite);
      const left = fold.totals.byMuscle[muscle].extrasLeft;
      const values = { sentence, left, muscle: muscleName(muscle).toLowerCase() };
      say('said.added', 'said.addedInZone', values, warning);
      return true;
    },
    close,
  });

  const moves = createMoves({
    move: anatomy.move,
    rowOf,
    charted,
    add: (site, { anchor, shiftMm, outsideMm, zones: near }, reason, warning) => {
      const row = rowOf(site);
      const to = { site, anchor, shiftMm, outsideMm, reason, warned: toldZones(near) };
      if (!run((session, stamp) => moveSite(session, session.vials, to, stamp))) return false;
      zones.keep(anchor, near);
      const name = row === null ? site : siteName(row);
      const values = { site: name, how: movedText({ shiftMm, outsideMm }), sentence: anchor.sentence };
      say('said.moved', 'said.movedInZone', values, warning);
      return true;
    },
    close,
  });

  const offers = createOffers({ store, pain: (question) => anatomy.pain(question, store.getState().variant) });

  return {
    extras,
    moves,
    offers,
    /** What lies at a point of the head that is charted on. */
    resolve: (query: SkinQuery) => anatomy.resolve(query, store.getState().variant),
  };
}
