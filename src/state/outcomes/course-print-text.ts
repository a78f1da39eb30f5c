import '../../messages/later';
import { t } from '../../messages/translate';
import { noteDay } from '../note-dates';

/** What it was made from, when, and by which version of the app: the last line of everything that is printed of a patient. */
export const printedLine = (now: string, version: string): string => t('course.made', { day: noteDay(now), version });
