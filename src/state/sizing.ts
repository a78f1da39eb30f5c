import type { StoreApi } from 'zustand/vanilla';
import { type HeadSize, readVariant, standardVariant } from '../anatomy/variant';
import type { Vec3 } from '../anatomy/anchor';
import { warpPoint } from '../anatomy/variant-warp';
import type { Message } from '../messages/translate';
import type { MapId, SiteId } from '../protocol/words';
import type { Session } from '../record/session';
import type { AnatomyService, Placements } from './anatomy-service';
import type { ChartState } from './chart-state';
import type { Heads, HeadShape } from './heads';

type Deps = {
  readonly store: StoreApi<ChartState>;
  readonly anatomy: AnatomyService;
  readonly heads: Heads;
  /** The sites on the standard head. */
  readonly standard: Placements;
  readonly tell: (kind: 'refused' | 'done', message: Message) => void;
  /** The sites stand anew: the open session's plan, or the plan shown without one, follows. */
  readonly mapId: () => MapId;
  readonly replan: (placements: Placements, variant: string) => void;
};

type MovingSite = { readonly id: SiteId; readonly positionMm: Vec3 };

/** A session's head may change only while nothing but its opening plan is on record. */
export const headLocked = ({ session }: Pick<ChartState, 'session'>): boolean =>
  session !== null && (session.finishedAt !== undefined || !isPristine(session));

const isPristine = ({ entries, undone }: Session): boolean =>
  undone.length === 0 && entries.every((entry) => entry.kind === 'plan' && !entry.ftp);

export type Sizing = ReturnType<typeof createSizing>;

/** The size of the head that is charted on: asked for by slider, made by the scene, its sites placed by the anatomy. */
export function createSizing({ store, anatomy, heads, standard, mapId, tell, replan }: Deps) {
  const known = new Map<string, Placements>([[standardVariant, standard]]);
  let working = false;

  const find = async (variant: string): Promise<Placements | null> => {
    const had = known.get(variant);
    if (had !== undefined) return had;
    const placed = await anatomy.place(variant);
    if (placed === null) return null;
    known.set(variant, placed);
    return placed;
  };

  /** Places the sites for the size asked last; what was asked in between is passed over. */
  const follow = async (from: string): Promise<void> => {
    if (working) return;
    working = true;
    try {
      for (;;) {
        const { variant } = store.getState();
        const placed = await find(variant);
        if (store.getState().variant !== variant) continue;
        if (placed === null) {
          tell('refused', { key: 'refused.headNotPlaced' });
          store.setState({ variant: from, placing: false });
          return;
        }
        store.setState({ placing: false });
        replan(placed, variant);
        return;
      }
    } finally {
      working = false;
    }
  };

  const turnTo = (variant: string): void => {
    const { variant: from, placing } = store.getState();
    if (headLocked(store.getState())) {
      tell('refused', { key: 'refused.headLocked' });
      return;
    }
    if (variant === from && !placing) return;
    store.setState({ variant, placing: true });
    void follow(placing ? standardVariant : from);
  };

  return {
    /** The sites on a head, placed if they are not yet; null where they cannot be. */
    find,
    /** Sites where they would be if they moved with the skin: shown until their rules have placed them. */
    movedWithSkin: <S extends MovingSite>(sites: readonly S[], shape: HeadShape | null): readonly S[] => {
      const anchors = standard.of(mapId()).anchors;
      return sites.map((site) => {
        const at = anchors.get(site.id)?.positionMm;
        if (at === undefined) return site;
        return { ...site, positionMm: shape === null ? at : warpPoint(shape.warp, shape.curves, at) };
      });
    },
    /** Those of the head that is charted on; the standard head's until its own are placed. */
    placements: (): Placements => known.get(store.getState().variant) ?? standard,
    sizeHead: (size: HeadSize): void => {
      turnTo(heads.fitted(size).variant);
    },
    standardHead: (): void => {
      turnTo(standardVariant);
    },
    /** What a variant measures; the standard head where its text cannot be read. */
    headSize: (variant: string): HeadSize => {
      const read = readVariant(variant);
      return read.ok && read.value !== null ? read.value : heads.standard;
    },
    /** Begins with a head that was chosen before: its sites are placed when the anatomy is ready. */
    begin: (variant: string): void => {
      if (variant === standardVariant) return;
      store.setState({ variant, placing: true });
      void follow(standardVariant);
    },
  };
}
