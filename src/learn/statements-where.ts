import { type Measurement, muscleMeasurements as of } from '../protocol/measurements';
import { muscleFacts } from '../protocol/muscle-facts';
import { fixedSiteCount, ftpMuscles, muscleMaximum, muscleOf, muscles, sessionTotals } from '../protocol/paradigm';
import { regions } from '../protocol/regions';
import type { MuscleId } from '../protocol/words';
import type { Told } from './statements-row';

/** Where a muscle lies and what it is given: its row of the dose table, its ends, its size. */
export function whereTold(muscle: MuscleId): readonly Told[] {
  const facts = muscleFacts[muscle].filter(({ about }) => about === 'attachments' || about === 'extent');
  return [doseTold(muscle), ...labelTold(muscle), positionTold(muscle), ...facts, ...sizeTold(muscle)];
}

function doseTold(muscle: MuscleId): Told {
  const row = muscleOf(muscle);
  const sites = fixedSiteCount(row);
  const dose =
    row.fixed.midline > 0
      ? `One site in the midline, ${String(row.unitsPerSite)} U`
      : `${String(sites)} sites, ${String(sites / 2)} on each side, ${String(row.unitsPerSite)} U each: ${String(sites * row.unitsPerSite)} U`;
  const extras =
    row.extras === 0
      ? 'No follow-the-pain sites.'
      : `Follow-the-pain may add ${String(row.extras)} sites on either side or both, to ${String(muscleMaximum(row))} U at most.`;
  const at = muscles.indexOf(row) + 1;
  return {
    text: `${row.letter}, muscle ${String(at)} of ${String(muscles.length)}. ${dose} of the ${String(sessionTotals.fixedUnits)} U. ${extras}`,
    ...row.dose,
  };
}

/** Where extras are told of first: the label that leaves no room for them. */
function labelTold(muscle: MuscleId): readonly Told[] {
  if (muscle !== ftpMuscles[0]) return [];
  const { units, ...by } = regions.us.labelMaximum;
  return [
    {
      text: `The label of the United States gives at most ${String(units)} U in a session; the fixed sites take ${String(sessionTotals.fixedUnits)} U.`,
      ...by,
    },
  ];
}

function positionTold(muscle: MuscleId): Told {
  const { is, evidence, sources } = muscleOf(muscle).position;
  return { text: is === 'supine' ? 'The patient lies on the back.' : 'The patient sits.', evidence, sources };
}

const spread = ({ samples, unit }: Measurement): string => {
  const [one] = samples;
  return one === undefined ? '' : `${String(one.mean)} ± ${String(one.sd)} ${unit}`;
};

const measured = (text: string, { source, evidence }: Measurement): Told => ({ text, evidence, sources: [source] });

function sizeTold(muscle: MuscleId): readonly Told[] {
  switch (muscle) {
    case 'corrugator':
      return [
        measured(
          `${spread(of.corrugatorThickness)} thick, ${spread(of.corrugatorLength)} long and ${spread(of.corrugatorWidth)} wide in dissection. ` +
            `It begins between ${spread(of.corrugatorOriginMedial)} and ${spread(of.corrugatorOriginLateral)} from the midline.`,
          of.corrugatorLength,
        ),
      ];
    case 'temporalis':
      return [
        measured(
          `Above the zygomatic arch it is a rounded quadrilateral, ${String(of.temporalisRatio.samples[0]?.mean)} times as wide as high.`,
          of.temporalisRatio,
        ),
        measured(
          `Its tendon reaches up to ${spread(of.temporalisTendon)} above the zygomatic arch.`,
          of.temporalisTendon,
        ),
      ];
    case 'occipitalis':
      return [
        measured(
          `${spread(of.occipitalisWidth)} wide and ${spread(of.occipitalisHeight)} high. It begins ${spread(of.occipitalisLateral)} lateral to, ` +
            `and ${spread(of.occipitalisAbove)} above, the external occipital protuberance (inion).`,
          of.occipitalisLateral,
        ),
      ];
    case 'trapezius': {
      const groups = of.trapeziusRidge.samples.map(
        ({ of: who, mean, sd }) => `${String(mean)} ± ${String(sd)} mm in ${who}`,
      );
      return [measured(`The ridge from the neck to the acromion measures ${groups.join(', ')}.`, of.trapeziusRidge)];
    }
    default:
      return [];
  }
}
