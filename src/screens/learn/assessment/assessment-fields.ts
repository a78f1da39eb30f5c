import '../../../messages/later';
import { standardVariant } from '../../../anatomy/variant';
import { type AskedSide, assessmentLimits, mostSeed } from '../../../learn/assessment';
import { sitesToChooseFrom } from '../../../learn/task';
import { t } from '../../../messages/translate';
import { muscles } from '../../../protocol/paradigm';
import type { MapId, MuscleId } from '../../../protocol/words';
import type { AssessmentDraft } from '../../../state/learn/assessment-desk';

/** What stands in the form, as it was typed. */
export type Fields = {
  readonly title: string;
  readonly by: string;
  readonly map: MapId;
  readonly head: string;
  readonly muscles: readonly MuscleId[];
  readonly side: AskedSide;
  readonly count: string;
  readonly seed: string;
  readonly questions: string;
  readonly questionShare: string;
  readonly within: string;
  readonly share: string;
  readonly mean: string;
  readonly rightMuscle: boolean;
  readonly rightSide: boolean;
  readonly zones: string;
  readonly minutes: string;
};

/** Where a form begins. The pass mark is a suggestion to be changed, of the numbers that Learn counts by. */
export const emptyFields = (by: string, map: MapId, seed: number): Fields => ({
  title: '',
  by,
  map,
  head: standardVariant,
  muscles: muscles.map(({ id }) => id),
  side: 'left',
  count: '10',
  seed: String(seed),
  questions: '0',
  questionShare: '80',
  within: '5',
  share: '80',
  mean: '',
  rightMuscle: false,
  rightSide: true,
  zones: '',
  minutes: '',
});

type Typed =
  | 'questions'
  | 'questionShare'
  | 'title'
  | 'by'
  | 'count'
  | 'seed'
  | 'within'
  | 'share'
  | 'mean'
  | 'zones'
  | 'minutes'
  | 'muscles';
/** What is wrong with a field, in words. */
export type FieldProblems = Partial<Readonly<Record<Typed, string>>>;

/** The assessment that the fields say, or what is wrong with them. */
export function readFields(fields: Fields): { readonly draft: AssessmentDraft } | { readonly problems: FieldProblems } {
  const problems: { -readonly [K in Typed]?: string } = {};
  const text = (field: 'title' | 'by'): string => {
    const value = fields[field].trim();
    if (value === '') problems[field] = t('assess.form.missing');
    return value;
  };
  const number = (field: Exclude<Typed, 'title' | 'by' | 'muscles'>, least: number, most: number, whole: boolean) => {
    const value = Number(fields[field].trim().replace(',', '.'));
    const isGood =
      fields[field].trim() !== '' && value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!isGood) problems[field] = t('assess.form.wrong', { least, most });
    return value;
  };
  const orNull = (field: 'mean' | 'zones' | 'minutes', least: number, most: number, whole: boolean) =>
    fields[field].trim() === '' ? null : number(field, least, most, whole);
  const { mm, zones, minutes } = assessmentLimits;
  const there = sitesToChooseFrom(fields).length;
  if (there === 0) problems.muscles = t('assess.form.noMuscle');
  const draft: AssessmentDraft = {
    title: text('title'),
    by: text('by'),
    map: fields.map,
    head: fields.head,
    muscles: fields.muscles,
    side: fields.side,
    count: number('count', 1, Math.max(1, there), true),
    questions: number('questions', 0, assessmentLimits.questions, true),
    seed: number('seed', 0, mostSeed, true),
    limitMinutes: orNull('minutes', 1, minutes, true),
    pass: {
      withinMm: number('within', mm.least, mm.most, false),
      share: number('share', 0, 100, false) / 100,
      meanMm: orNull('mean', mm.least, mm.most, false),
      rightMuscle: fields.rightMuscle,
      rightSide: fields.rightSide,
      zones: orNull('zones', 0, zones, true),
      questions: number('questionShare', 0, 100, false) / 100,
    },
  };
  return Object.keys(problems).length === 0 ? { draft } : { problems };
}
