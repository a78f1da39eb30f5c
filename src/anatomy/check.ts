import { headMeasurements, type Measurement, muscleMeasurements, type Sample } from '../protocol/measurements';
import type { MuscleId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { FibreGrid } from './fibre-grid';
import { measureHead } from './measure-head';
import {
  measureCorrugator,
  measureFrontalis,
  measureOccipitalis,
  measureTemporalis,
  measureTrapezius,
} from './measure-muscles';

/** A sample with how far ours lies from its mean, in its standard deviations. */
type Compared = Sample & { readonly z: number };

/** One published figure beside ours. `nearest` is the sample that counts: of men and women the nearer. */
export type CheckRow = {
  readonly measurement: Measurement;
  readonly ours: number;
  readonly nearest: Compared;
  readonly compared: readonly Compared[];
};

/** Past this |z| a muscle or a head no longer counts as like those that were measured. */
export const tolerance = 1.5;

type Measured = Partial<Readonly<Record<keyof typeof muscleMeasurements, number>>>;

/** What is measured of each muscle for which figures are published, in the table's order. */
const muscles = {
  occipitalis: measureOccipitalis,
  corrugator: measureCorrugator,
  temporalis: measureTemporalis,
  frontalis: measureFrontalis,
  trapezius: measureTrapezius,
} satisfies Partial<Record<MuscleId, (anatomy: Anatomy, grids: readonly FibreGrid[]) => Measured>>;

/**
 * Measures the built head and its muscles back and holds every published figure against it: muscles first, in the
 * table's order. Takes a few seconds.
 */
export function checkAnatomy(anatomy: Anatomy, grids: readonly FibreGrid[]): readonly CheckRow[] {
  const all = Object.keys(muscles) as (keyof typeof muscles)[];
  return [
    ...all.flatMap((muscle) => checkMuscle(muscle, anatomy, grids)),
    ...rows(headMeasurements, measureHead(anatomy)),
  ];
}

/** The figures of one muscle beside its measures, in the table's order. */
export const checkMuscle = (
  muscle: keyof typeof muscles,
  anatomy: Anatomy,
  grids: readonly FibreGrid[],
): readonly CheckRow[] => rows(muscleMeasurements, muscles[muscle](anatomy, grids));

function rows<K extends string>(
  table: Readonly<Record<K, Measurement>>,
  ours: Readonly<Partial<Record<K, number>>>,
): readonly CheckRow[] {
  return (Object.keys(table) as K[]).flatMap((key) => {
    const mm = ours[key];
    return mm === undefined ? [] : [compare(table[key], mm)];
  });
}

/** Ours beside each sample of a measurement. */
function compare(measurement: Measurement, ours: number): CheckRow {
  const compared = measurement.samples.map((sample) => ({ ...sample, z: (ours - sample.mean) / sample.sd }));
  const nearest = compared.reduce((best, one) => (Math.abs(one.z) < Math.abs(best.z) ? one : best));
  return { measurement, ours, nearest, compared };
}
