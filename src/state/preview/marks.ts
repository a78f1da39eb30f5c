import type { HeadRef, Vec3 } from '../../anatomy/anchor';
import { standardVariant, tenth } from '../../anatomy/variant';
import { warpPoint } from '../../anatomy/variant-warp';
import type { PatientWords } from '../../messages/patient/words';
import type { Dab } from '../../anatomy/pain-heat';
import type { PainMarks, PatientFile } from '../../outcomes/patient-file';
import { type Day, isDay } from '../../record/calendar';
import { readSiteId } from '../../protocol/site-id';
import { muscles } from '../../protocol/paradigm';
import type { AnatomyService, Placements } from '../anatomy-service';
import type { HeadShape } from '../heads';
import { type PainPlace, painPlaces } from '../pain-places';

const regionNames = ['forehead', 'temple', 'ear', 'crown', 'back', 'neck', 'shoulder'] as const;
type RegionName = (typeof regionNames)[number];

/** A place that a patient can name. */
export type NamedPlace = { readonly place: PainPlace; readonly region: RegionName };

/** The places by their plain names: none of a muscle. */
export const namedPlaces: readonly NamedPlace[] = painPlaces.flatMap((place) => {
  const region = regionNames.find((name) => place.id === `${name}-${place.side}`);
  // A muscle's own places have its name.
  return region === undefined || muscles.some(({ id }) => place.id.startsWith(id)) ? [] : [{ place, region }];
});

/** The place and its side, "Temple, left" in English. */
export const placeName = (words: PatientWords, { place, region }: NamedPlace): string =>
  words.say('preview.pain.side', { place: words.say(`preview.pain.place.${region}`), side: place.side });

export type MarksDesk = {
  /** The head that is marked. */
  readonly head: HeadRef;
  /** Where a place lies on it, mm; null while that cannot be told. */
  readonly pointsOf: (place: PainPlace) => Promise<readonly Vec3[] | null>;
};

/** Keeps nothing: `map` says at each question whose fixed sites are meant; walks are resolved on the standard head. */
export const createMarksDesk = (
  placements: Placements,
  anatomy: Pick<AnatomyService, 'resolve'>,
  map: () => Parameters<Placements['of']>[0],
): MarksDesk => ({
  head: placements.head,
  async pointsOf({ side, sites, walks }) {
    const fixed = [...placements.of(map()).anchors].flatMap(([id, { positionMm }]) => {
      const site = readSiteId(id);
      const own = site === null ? undefined : sites.find(({ muscle }) => muscle === site.muscle);
      if (site === null || own === undefined || site.side !== side) return [];
      return (own.ordinals?.includes(site.ordinal) ?? true) ? [positionMm] : [];
    });
    const walked = await Promise.all(
      walks.map((walk) => anatomy.resolve({ kind: 'offset', ...walk }, standardVariant)),
    );
    const there = walked.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.positionMm]));
    return there.length < walks.length ? null : [...fixed, ...there];
  },
});

/**
 * What a patient marked, on the head of a session, to a tenth of a millimetre; null where it cannot be found there: it was
 * marked on another model, or on a head of another size than the standard one.
 */
export function marksOnHead(
  { head, dabs }: Pick<PainMarks, 'head' | 'dabs'>,
  to: HeadRef,
  shape: HeadShape | null,
): readonly Dab[] | null {
  if (head.model !== to.model || head.contentHash !== to.contentHash) return null;
  if (head.variant === to.variant) return dabs;
  if (head.variant !== standardVariant || shape === null) return null;
  return dabs.map(({ positionMm, radiusMm }) => {
    const [x, y, z] = warpPoint(shape.warp, shape.curves, positionMm);
    return { positionMm: [tenth(x), tenth(y), tenth(z)], radiusMm };
  });
}

/** What an address of the marks is about: whose they are, and of which day; the day is null for today. */
export function readMarksAt(at: string | null): { readonly patient: string; readonly day: Day | null } | null {
  const [patient = '', day] = (at ?? '').split('~');
  if (!/^[\w-]{1,64}$/.test(patient)) return null;
  return { patient, day: day !== undefined && isDay(day) ? day : null };
}
/** As `readMarksAt` reads it. */
export const marksAt = (patient: string, day: Day): string => `${patient}~${day}`;

/** What was marked for a day; undefined where nothing was. The latest counts. */
export const marksOn = (file: Pick<PatientFile, 'marks'>, day: Day): PainMarks | undefined =>
  file.marks.findLast((one) => one.day === day);

/** The marks of the latest day, among which the one drawn last; undefined where nothing was ever marked. */
export const latestMarks = ({ marks }: Pick<PatientFile, 'marks'>): PainMarks | undefined =>
  marks.toSorted((a, b) => (a.day === b.day ? Date.parse(a.at) - Date.parse(b.at) : a.day < b.day ? -1 : 1)).at(-1);

/** The file with these marks for their day, in place of those before; empty ones take them away. The same file where nothing changes. */
export function withMarks(file: PatientFile, marks: PainMarks): PatientFile {
  const others = file.marks.filter(({ day }) => day !== marks.day);
  if (marks.dabs.length === 0) return others.length === file.marks.length ? file : { ...file, marks: others };
  return { ...file, marks: [...others, marks] };
}

/** Whether a place is marked: every point of it lies under a dab. */
export const isMarked = (points: readonly Vec3[], dabs: readonly Dab[]): boolean =>
  points.length > 0 &&
  points.every((point) =>
    dabs.some(({ positionMm, radiusMm }) => {
      const [x, y, z] = positionMm;
      return Math.hypot(x - point[0], y - point[1], z - point[2]) < radiusMm;
    }),
  );
