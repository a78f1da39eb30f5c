import '../../../messages/later';
import { useMemo, useState } from 'react';
import { t } from '../../../messages/translate';
import {
  countsOfGroups,
  type DueGroup,
  dueGroups,
  type DueOrder,
  dueOrders,
  type DuePatient,
  groupsOf,
  ordered,
} from '../../../outcomes/due-list';
import { slump } from '../../../outcomes/schedule';
import { matches, queryWords, searchWords } from '../../../record/patient-search';
import { groupText } from '../../../state/outcomes/due-text';
import { SelectField } from '../../../ui/field';
import { FoundList } from '../found-list';
import { CalendarChoice } from './calendar-choice';
import styles from './due.module.css';
import { DueTable } from './due-table';

/** The patients of a group in an order, with a search over them, and their days as one calendar file. */
export function DueListView({ list }: { readonly list: readonly DuePatient[] }) {
  const [group, setGroup] = useState<DueGroup | 'all'>('all');
  const [order, setOrder] = useState<DueOrder>('due');
  const counts = useMemo(() => countsOfGroups(list), [list]);
  const shown = useMemo(
    () =>
      ordered(
        list.filter((one) => group === 'all' || groupsOf(one).includes(group)),
        order,
      ),
    [list, group, order],
  );
  const find = useMemo(() => {
    const words = shown.map(({ patient }) => searchWords(patient));
    return (typed: string) => {
      const query = queryWords(typed);
      return shown.filter((_, n) => matches(words[n] ?? [], query));
    };
  }, [shown]);
  const groups = ['all', ...dueGroups] as const;
  return (
    <>
      <fieldset className={styles['groups']}>
        <legend className="hidden">{t('due.groups')}</legend>
        {groups.map((one) => (
          <label key={one} data-on={one === group} data-group={one}>
            <input
              type="radio"
              name="due-group"
              checked={one === group}
              onChange={() => {
                setGroup(one);
              }}
            />
            <span>{groupText(one)}</span>
            <strong>{one === 'all' ? list.length : counts[one]}</strong>
          </label>
        ))}
      </fieldset>
      {group === 'slump' && (
        <p className={styles['hint']}>
          {t('due.slumpHint', {
            weeks: slump.weeks,
            grade: t(`evidence.${slump.evidence}`),
            sources: slump.sources.join(', '),
          })}
        </p>
      )}
      <div className={styles['tools']}>
        <SelectField
          label={t('due.order')}
          value={order}
          options={dueOrders.map((value) => ({ value, label: t(`due.order.${value}`) }))}
          onChange={setOrder}
        />
        <CalendarChoice key={group} patients={shown} label={t('due.calendar', { n: shown.length })} />
      </div>
      <FoundList
        key={group}
        all={shown.length}
        find={find}
        hint={t('due.search')}
        nothing={t('due.notFound')}
        draw={(found) => <DueTable patients={found} />}
      />
    </>
  );
}
