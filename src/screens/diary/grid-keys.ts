import { type AcuteClass, acuteIds } from '../../outcomes/diary-day';
import { dayFrom, weekday } from '../../outcomes/diary-month';
import { type Day, monthsBefore } from '../../record/calendar';

/** What a key in the calendar asks for. */
export type GridAct =
  | { readonly kind: 'go'; readonly to: Day }
  | { readonly kind: 'none' | 'migraine' | 'no-medicine' | 'open' | 'clear' | 'undo' }
  | { readonly kind: 'severity'; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'medicine'; readonly one: AcuteClass };

/** The letter of each class of medicine, the same in every language. */
export const medicineKeys: Readonly<Record<AcuteClass, string>> = {
  triptan: 't',
  ergotamine: 'e',
  paracetamol: 'p',
  aspirin: 'a',
  'other-nsaid': 'i',
  opioid: 'o',
  'combination-analgesic': 'c',
  other: 'x',
};
export const migraineKey = 'm';
export const noMedicineKey = 'n';

const levels = [1, 2, 3] as const;
/** Nobody's diary begins before. */
const first: Day = '1990-01-01';

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The act of a key on a day of the calendar; null where the key is none of the calendar's. Days to come are never gone to. */
export function gridAct(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  at: { readonly day: Day; readonly today: Day; readonly letters: boolean },
): GridAct | null {
  const { day, today, letters } = at;
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' ? { kind: 'undo' } : null;
  const go = (to: Day): GridAct => ({ kind: 'go', to: to > today ? today : to < first ? first : to });
  switch (key) {
    case 'ArrowLeft':
      return go(dayFrom(day, -1));
    case 'ArrowRight':
      return go(dayFrom(day, 1));
    case 'ArrowUp':
      return go(dayFrom(day, -7));
    case 'ArrowDown':
      return go(dayFrom(day, 7));
    case 'Home':
      return go(dayFrom(day, -weekday(day)));
    case 'End':
      return go(dayFrom(day, 6 - weekday(day)));
    case 'PageUp':
      return go(monthsBefore(day, 1));
    case 'PageDown':
      return go(monthsBefore(day, -1));
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case '0':
      return { kind: 'none' };
    default:
      break;
  }
  const level = levels.find((one) => String(one) === key);
  if (level !== undefined) return { kind: 'severity', level };
  if (!letters) return null;
  const letter = key.toLowerCase();
  if (letter === migraineKey) return { kind: 'migraine' };
  if (letter === noMedicineKey) return { kind: 'no-medicine' };
  const one = acuteIds.find((id) => medicineKeys[id] === letter);
  return one === undefined ? null : { kind: 'medicine', one };
}
