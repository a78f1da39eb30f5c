import '../../messages/later';
import { ArrowUpDown } from 'lucide-react';
import { t } from '../../messages/translate';
import type { ReadSession } from '../../state/compare-desk';
import { SelectField } from '../../ui/field';
import { listedState, sessionDay } from './compare-text';
import styles from './compare-screen.module.css';

type Props = {
  readonly sessions: readonly ReadSession[];
  /** Ids; one that is not among the sessions is shown as none. */
  readonly first: string;
  readonly second: string;
  readonly onChoose: (first: string, second: string) => void;
};

/** Which two sessions are compared. */
export function ComparePick({ sessions, first, second, onChoose }: Props) {
  const options = sessions.toReversed().map(({ session, fold, listed }) => ({
    value: session.id,
    label: t('comparison.optionState', {
      day: sessionDay(listed),
      units: fold.totals.given,
      state: listedState(listed),
    }),
  }));
  const field = (label: string, value: string, onChange: (id: string) => void) => (
    <SelectField
      label={label}
      value={value}
      options={options.some((option) => option.value === value) ? options : [{ value, label: '–' }, ...options]}
      onChange={onChange}
    />
  );
  return (
    <div className={styles['pick']}>
      {field(t('comparison.earlier'), first, (id) => {
        onChoose(id, second);
      })}
      {field(t('comparison.later'), second, (id) => {
        onChoose(first, id);
      })}
      <button
        type="button"
        className={styles['swap']}
        aria-label={t('comparison.swap')}
        title={t('comparison.swap')}
        onClick={() => {
          onChoose(second, first);
        }}
      >
        <ArrowUpDown size={18} aria-hidden="true" />
      </button>
    </div>
  );
}
