import '../../messages/later';
import { t } from '../../messages/translate';
import type { ListedPatient } from '../../record/patients';
import { dayText } from './time-text';

/** What tells a patient apart beside the label: birth, record number, last session. */
export function patientFacts({ patient, sessions }: ListedPatient): string {
  const { born, recordNumber } = patient;
  const [last] = sessions;
  return [
    ...(born === undefined ? [] : [t('details.bornOn', { born })]),
    ...(recordNumber === undefined ? [] : [t('details.number', { number: recordNumber })]),
    ...(last === undefined ? [] : [t('details.lastSession', { day: dayText(last.startedAt) })]),
  ].join(', ');
}

/** A label for a screen: words in the place of an empty one. */
export const patientName = (label: string): string => (label === '' ? t('records.noPatient') : label);
