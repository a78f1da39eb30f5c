import '../../../messages/later';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { say, t } from '../../../messages/translate';
import type { DuePatient } from '../../../outcomes/due-list';
import { Button } from '../../../ui/button';
import styles from './calendar-choice.module.css';
import { useCalendarFile } from './use-calendar-file';

type Props = { readonly patients: readonly DuePatient[]; readonly label: string };

/** The days ahead of patients as a calendar file, with their names in it only where that was chosen. */
export function CalendarChoice({ patients, label }: Props) {
  const [named, setNamed] = useState(false);
  const { save, said, forget } = useCalendarFile();
  return (
    <div className={styles['choice']}>
      <Button
        icon={<CalendarPlus size={17} aria-hidden="true" />}
        disabled={patients.length === 0}
        onClick={() => {
          save(patients, named ? 'label' : 'nobody');
        }}
      >
        {label}
      </Button>
      <label title={t('calendar.nameHint')}>
        <input
          type="checkbox"
          checked={named}
          onChange={({ target }) => {
            setNamed(target.checked);
            forget();
          }}
        />
        {t('calendar.name')}
      </label>
      <p role="status">{said === null ? '' : say(said)}</p>
    </div>
  );
}
