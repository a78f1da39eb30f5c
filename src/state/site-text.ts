import type { Near } from '../anatomy/fields';
import type { Fold, SiteRow } from '../ledger/state';
import { t } from '../messages/translate';
import type { MoveAnswer } from './anatomy-service';
import { muscles } from '../protocol/paradigm';
import { readSiteId } from '../protocol/site-id';
import type { MuscleId, Side, SiteId } from '../protocol/words';

/** How a site stands on the map and in the list. `moved` is planned, elsewhere than by its rule; `next` is the first planned one in the order of work. */
export type MarkerState = 'planned' | 'moved' | 'next' | 'given' | 'skipped';

/** "Cervical paraspinal"; the id itself where the paradigm has no such muscle. */
export const muscleName = (id: MuscleId): string => muscles.find((muscle) => muscle.id === id)?.name ?? id;

export const sideName: Record<Side, string> = {
  left: t('side.left'),
  right: t('side.right'),
  midline: t('side.midline'),
};
const shortSides: Record<Side, string> = {
  left: t('side.shortLeft'),
  right: t('side.shortRight'),
  midline: t('side.shortMidline'),
};

/** "L". */
export const sideShort = (side: Side): string => shortSides[side];

/** 2 of `temporalis-L-2`; F1 of `temporalis-L-F1`; 1 of `corrugator-R`, which has no number of its own. */
export const ordinalOf = (id: SiteId): string => /-(F?\d+)$/.exec(id)?.[1] ?? '1';

/** `next`: the site whose turn it is, null for none; it goes before `moved`, and given or skipped before both. */
export function markerState(row: SiteRow, next: SiteId | null): MarkerState {
  if (row.state === 'given' || row.state === 'skipped') return row.state;
  if (row.id === next) return 'next';
  return row.moved === undefined ? 'planned' : 'moved';
}

/** "planned": within a sentence. */
export const stateName = (state: MarkerState): string => t(`state.${state}`);

/** "Cervical paraspinal left 1"; "Follow-the-pain, Temporalis left F1". */
export function siteName(row: Pick<SiteRow, 'id' | 'muscle' | 'side' | 'ftp'>): string {
  const values = { muscle: muscleName(row.muscle), side: sideName[row.side], n: ordinalOf(row.id) };
  return t(row.ftp ? 'site.ftpName' : 'site.name', values);
}

/** "12 mm from temporalis left 3": how far a point is along the skin from the fixed site nearest to it. */
export function besideText({ id, mm }: Near): string {
  const site = readSiteId(id);
  if (site === null) throw new RangeError(`not a site: ${id}`);
  return t('site.beside', { mm: Math.round(mm), site: siteName({ ...site, id }).toLowerCase() });
}

/** A point's sentence, with the fixed site nearest to it where one is known. */
export const sentenceBeside = (sentence: string, nearest: Near | null): string =>
  nearest === null ? sentence : t('site.sentenceBeside', { sentence, beside: besideText(nearest) });

/** The name a screen reader hears in the list: the site, then its state. */
export function itemName(row: SiteRow, state: MarkerState): string {
  const values = { name: siteName(row), state: stateName(state) };
  return t(row.moved !== undefined && state !== 'moved' ? 'site.itemMoved' : 'site.item', values);
}

/** "Temporalis, left, 2". */
export const cardTitle = (row: SiteRow): string =>
  t('site.cardTitle', { muscle: muscleName(row.muscle), side: sideName[row.side], n: ordinalOf(row.id) });

/** "L2", "F1": where muscle and side are already in sight. */
export const shortLabel = (row: Pick<SiteRow, 'id' | 'side' | 'ftp'>): string =>
  t('site.short', { side: row.ftp ? '' : sideShort(row.side), n: ordinalOf(row.id) });

/** "Temporalis left"; "Temporalis", where no one side is meant. */
export const muscleAndSide = (muscle: MuscleId, side?: Side): string =>
  side === undefined ? muscleName(muscle) : `${muscleName(muscle)} ${sideName[side]}`;

/** "Patient's left". */
export const sideHeading = (side: Side): string =>
  side === 'left' ? t('side.patientLeft') : side === 'right' ? t('side.patientRight') : t('side.midline');

/** What stands on the map and in the list: everything but withdrawn extras. */
export const visibleRows = (fold: Fold): readonly SiteRow[] => fold.rows.filter((row) => row.state !== 'withdrawn');

/** The rows as the map draws them. */
export const mapSites = (fold: Fold, next: SiteId | null) =>
  visibleRows(fold).map((row) => ({
    id: row.id,
    muscle: row.muscle,
    side: row.side,
    ftp: row.ftp,
    state: markerState(row, next),
    positionMm: row.anchor.positionMm,
    normal: row.anchor.normal,
    label: t('site.mapLabel', {
      muscle: muscleName(row.muscle),
      side: sideShort(row.side),
      n: row.ftp ? ` · ${ordinalOf(row.id)}` : ordinalOf(row.id),
    }),
  }));

/** "6 mm from where it was planned, 2 mm outside the muscle as drawn". */
export function movedText({ shiftMm, outsideMm }: Pick<MoveAnswer, 'shiftMm' | 'outsideMm'>): string {
  const mm = Math.round(shiftMm);
  return outsideMm > 0 ? t('moved.outside', { mm, outside: outsideMm.toFixed(1) }) : t('moved.inside', { mm });
}
