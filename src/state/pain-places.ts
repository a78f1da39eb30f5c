import '../messages/later';
import type { SkinOffset, Vec3 } from '../anatomy/anchor';
import type { SiteRow } from '../ledger/state';
import { t } from '../messages/translate';
import { muscles } from '../protocol/paradigm';
import { readSiteId } from '../protocol/site-id';
import type { MuscleId, Side } from '../protocol/words';
import { muscleName, sideName } from './site-text';

/**
 * Places that pain can be put to without a pointer: the regions people name, and every muscle. Each is drawn where the
 * fixed sites of a muscle were planned; the crown has none and is walked to from the tragus. Ours: for drawing alone.
 */
export type PainPlace = {
  readonly id: string;
  readonly side: Side;
  readonly sites: readonly { readonly muscle: MuscleId; readonly ordinals?: readonly number[] }[];
  readonly walks: readonly SkinOffset[];
};

const regions = [
  { id: 'forehead', sites: [{ muscle: 'frontalis' }], up: [] },
  { id: 'temple', sites: [{ muscle: 'temporalis', ordinals: [1, 3] }], up: [] },
  { id: 'ear', sites: [{ muscle: 'temporalis', ordinals: [1, 2, 4] }], up: [] },
  { id: 'crown', sites: [], up: [120, 135, 150] },
  { id: 'back', sites: [{ muscle: 'occipitalis' }], up: [] },
  { id: 'neck', sites: [{ muscle: 'paraspinal' }], up: [] },
  { id: 'shoulder', sites: [{ muscle: 'trapezius' }], up: [] },
] as const satisfies readonly (Pick<PainPlace, 'id' | 'sites'> & { readonly up: readonly number[] })[];

const bothSides: readonly Side[] = ['left', 'right'];
const everySide: readonly Side[] = ['left', 'midline', 'right'];

/** The muscles and sides that have sites: 13 of them, in the paradigm's order. */
export const muscleSides: readonly { readonly muscle: MuscleId; readonly side: Side }[] = muscles.flatMap(
  ({ id, fixed }) => everySide.filter((side) => fixed[side] > 0).map((side) => ({ muscle: id, side })),
);

export const painPlaces: readonly PainPlace[] = [
  ...regions.flatMap(({ id, sites, up }) =>
    bothSides.map((side): PainPlace => {
      const walks = up.map((upMm) => ({ landmark: 'tragus', side, upMm, toward: 'back', alongMm: 0 }) as const);
      return { id: `${id}-${side}`, side, sites, walks };
    }),
  ),
  ...muscleSides.map(
    ({ muscle, side }): PainPlace => ({ id: `${muscle}-${side}`, side, sites: [{ muscle }], walks: [] }),
  ),
];

/** "Temple, left", "Temporalis left". */
export function painPlaceName({ id, side }: PainPlace): string {
  const region = regions.find((one) => id === `${one.id}-${side}`);
  if (region !== undefined) return t('pain.place', { place: t(`pain.place.${region.id}`), side: sideName[side] });
  const muscle = muscleSides.find((one) => id === `${one.muscle}-${one.side}`)?.muscle;
  return muscle === undefined ? id : t('pain.placeMuscle', { muscle: muscleName(muscle), side: sideName[side] });
}

/** Where a place's fixed sites were planned, mm. */
export const plannedPoints = ({ side, sites }: PainPlace, rows: readonly SiteRow[]): readonly Vec3[] =>
  rows
    .filter((row) => {
      const ordinal = readSiteId(row.id)?.ordinal ?? 0;
      const of = sites.find((one) => one.muscle === row.muscle);
      return !row.ftp && row.side === side && of !== undefined && (of.ordinals?.includes(ordinal) ?? true);
    })
    .map((row) => (row.moved?.from ?? row.anchor).positionMm);
