import '../../messages/later';
import type { Learning } from '../../learn/learning';
import { fileFormat, type LearningFile, learningVersion, parseLearningFile } from '../../learn/learning-schema';
import type { Message } from '../../messages/translate';
import { err, type Result, type StoreError } from '../../record/ports';
import { storeErrorText } from '../refusal-text';

/** Years of daily work make a few megabytes. */
const mostFileBytes = 32 * 1024 * 1024;

/** Everything of one learner as the text of a file (docs/learn-drills.md), the same bytes for the same learning and time. */
export function toLearningFile({ learner, reviews, placements, tour }: Learning, madeAt: string): string {
  const file: LearningFile = {
    format: fileFormat,
    formatVersion: learningVersion,
    madeAt,
    learner,
    reviews,
    placements,
    tour,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Says the day and what it is, and nothing about who learned. */
export const learningFileName = (at: string): string => `aliquot-learning-${at.slice(0, 10)}.aliquot-learning.json`;

/** Reads a file; the message says why it was not taken. */
export async function readLearningFile(file: Pick<File, 'text' | 'size'>): Promise<Result<LearningFile, Message>> {
  if (file.size > mostFileBytes)
    return err({ key: 'progress.file.TooLarge', values: { mb: mostFileBytes / 1024 / 1024 } });
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    return err({ key: 'progress.file.NotJson' });
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  if (format !== fileFormat) return err({ key: 'progress.file.OtherFormat' });
  const read = parseLearningFile(value);
  if (read.ok) return read;
  const { error } = read;
  return err(
    error.kind === 'NewerVersion'
      ? { key: 'progress.file.NewerVersion', values: { found: error.found, known: error.known } }
      : { key: 'progress.file.Damaged', values: { path: error.path } },
  );
}

type Added = { readonly reviews: number; readonly placements: number };

export const importedText = {
  /** `tourLeft`: why the tour's place was not taken; null where it was. */
  done: (name: string, { reviews, placements }: Added, tourLeft: StoreError | null): Message =>
    tourLeft === null
      ? { key: 'progress.imported', values: { name, reviews, placements } }
      : {
          key: 'progress.importedNoTour',
          values: { name, reviews, placements, why: storeErrorText(tourLeft) },
        },
  notKept: (error: StoreError): Message => ({ key: 'progress.notKept', values: { why: storeErrorText(error) } }),
};
