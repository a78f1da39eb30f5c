import '../../messages/later';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './calendar-button.module.css';

type Props = { readonly versions: readonly SignedVersion[]; readonly version: SignedVersion };

/** The days that follow from a signed version, as a file for a calendar: the checks, and when the next session is due. */
export function CalendarButton({ versions, version }: Props) {
  const { bulk } = useServices();
  const [named, setNamed] = useState(false);
  const [said, setSaid] = useState<Message | null>(null);
  return (
    <div className={styles['calendar']}>
      <Button
        icon={<CalendarPlus size={17} aria-hidden="true" />}
        onClick={() => {
          void bulk()
            .then(({ calendar }) => calendar.save(version, named ? 'label' : 'nobody', versions))
            .then(setSaid, (error: unknown) => {
              setSaid({
                key: 'calendar.failed',
                values: { why: error instanceof Error ? error.message : String(error) },
              });
            });
        }}
      >
        {t('calendar.save')}
      </Button>
      <label title={t('calendar.nameHint')}>
        <input
          type="checkbox"
          checked={named}
          onChange={(event) => {
            setNamed(event.target.checked);
            setSaid(null);
          }}
        />
        {t('calendar.name')}
      </label>
      <p role="status">{said === null ? '' : say(said)}</p>
    </div>
  );
}
