import { useEffect, useMemo, useState } from 'react';
import type { Anchor, HeadRef } from '../../anatomy/anchor';
import { isSameHead } from '../../record/compare-places';
import type { SessionChange, SiteChange } from '../../record/compare-sessions';
import { compareParts } from '../../scene/compare-glyph';
import type { MapSite, OtherSite } from '../../scene/map-props';
import type { Theme } from '../../scene/palette';
import type { CompareDesk } from '../../state/compare-desk';
import { changeKey, mapLabel } from './compare-text';

type Place = Pick<Anchor, 'positionMm' | 'normal'>;
/** Where each change stands on the head shown, by its key; what was moved stands where it is now. */
export type DrawnPlaces = { readonly at: ReadonlyMap<string, Place>; readonly from: ReadonlyMap<string, Place> };

/** Drawn last, seen best. */
const order = ['neither', 'unchanged', 'open', 'moved', 'removed', 'added'] as const;

/** The anchor that tells where a change is: of the session that gave it, of the later one where both did. */
function anchorOf({ kind, before, after }: SiteChange): Anchor | null {
  const givenBefore = before?.state === 'given' && after?.state !== 'given';
  const row = kind !== 'neither' && givenBefore ? before : (after ?? before);
  return row?.anchor ?? null;
}

const fromOf = ({ kind, before }: SiteChange): Anchor | null => (kind === 'moved' ? (before?.anchor ?? null) : null);

/** Places of another head are found again on the one shown; those that cannot be are in `lost`. */
export function useDrawnPlaces(
  change: SessionChange,
  head: HeadRef,
  desk: CompareDesk,
): { readonly places: DrawnPlaces; readonly lost: ReadonlySet<string> } {
  const here = useMemo(() => placesHere(change, head), [change, head]);
  const [found, setFound] = useState<{ readonly of: typeof here; readonly value: Placed } | null>(null);
  useEffect(() => {
    if (here.elsewhere.length === 0) return undefined;
    let mine = true;
    void Promise.all(
      here.elsewhere.map(async (one) => ({ ...one, place: await desk.placedOn(one.anchor, head) })),
    ).then((value) => {
      if (mine) setFound({ of: here, value });
    });
    return () => {
      mine = false;
    };
  }, [here, desk, head]);
  return useMemo(() => {
    const [at, from, lost] = [new Map(here.at), new Map(here.from), new Set<string>()];
    for (const { key, end, place } of found?.of === here ? found.value : []) {
      if (place === null) lost.add(key);
      else (end === 'at' ? at : from).set(key, place);
    }
    return { places: { at, from }, lost };
  }, [here, found]);
}

type Elsewhere = { readonly key: string; readonly end: 'at' | 'from'; readonly anchor: Anchor };
type Placed = readonly (Elsewhere & { readonly place: Place | null })[];

function placesHere(change: SessionChange, head: HeadRef) {
  const [at, from, elsewhere] = [new Map<string, Place>(), new Map<string, Place>(), [] as Elsewhere[]];
  for (const site of change.sites) {
    const key = changeKey(site);
    for (const [end, anchor] of [['at', anchorOf(site)] as const, ['from', fromOf(site)] as const]) {
      if (anchor === null) continue;
      if (!isSameHead(anchor.head, head)) elsewhere.push({ key, end, anchor });
      else (end === 'at' ? at : from).set(key, anchor);
    }
  }
  return { at, from, elsewhere };
}

/** The changes as the map draws them, each by its key. */
export function changeMarks(
  change: SessionChange,
  places: DrawnPlaces,
  theme: Theme,
): { readonly sites: readonly MapSite[]; readonly others: readonly OtherSite[] } {
  const sorted = order.flatMap((kind) => change.sites.filter((site) => site.kind === kind));
  const sites = sorted.flatMap((site): readonly MapSite[] => {
    const place = places.at.get(changeKey(site));
    if (place === undefined) return [];
    const { muscle, side, ftp, kind } = site;
    return [
      {
        id: changeKey(site),
        muscle,
        side,
        ftp,
        // Told by its own shapes; behind the head, as anything without a hue is.
        state: 'skipped',
        draw: compareParts(kind, theme),
        label: mapLabel(site),
        positionMm: place.positionMm,
        normal: place.normal,
      },
    ];
  });
  const others = sorted.flatMap((site): readonly OtherSite[] => {
    const place = places.from.get(changeKey(site));
    if (place === undefined) return [];
    const { positionMm, normal } = place;
    return [{ id: changeKey(site), muscle: site.muscle, positionMm, normal, draw: compareParts('from', theme) }];
  });
  return { sites, others };
}

/** What one of the sessions gave, as Chart draws it; ids are the keys of the changes. */
export function givenMarks(change: SessionChange, which: 'before' | 'after'): readonly MapSite[] {
  return change.sites.flatMap((site): readonly MapSite[] => {
    const row = site[which];
    if (row?.state !== 'given') return [];
    const { muscle, side, ftp, anchor } = row;
    const { positionMm, normal } = anchor;
    return [{ id: changeKey(site), muscle, side, ftp, state: 'given', label: mapLabel(site), positionMm, normal }];
  });
}
