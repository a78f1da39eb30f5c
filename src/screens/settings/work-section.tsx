import '../../messages/later';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { type WorkGroup, workOrderIds } from '../../ledger/work-order';
import { t } from '../../messages/translate';
import { muscleName, sideName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { withOrder } from '../../record/practice';
import { storeErrorText } from '../../state/refusal-text';
import { usePractice, useServices, useSettings } from '../services';
import page from '../shell/page.module.css';
import styles from './work-section.module.css';

const onOff = ['on', 'off'] as const;

/** How this practice works through the sites: in which order, and what a pedal does. */
export function WorkSection() {
  const { settings } = useServices();
  const order = useSettings((s) => s.order);
  const path = useSettings((s) => s.path);
  const pedal = useSettings((s) => s.pedal);
  return (
    <section className={page['card']} aria-labelledby="work-title">
      <h2 id="work-title">{t('work.title')}</h2>
      <div className={styles['fields']}>
        <SelectField
          label={t('work.order')}
          hint={t(`order.${order}`)}
          value={order}
          options={workOrderIds.map((value) => ({ value, label: t(`work.order.${value}`) }))}
          onChange={(value) => {
            settings.setState({ order: value });
          }}
        />
        <SelectField
          label={t('work.path')}
          hint={t('work.pathHint')}
          value={path ? 'on' : 'off'}
          options={onOff.map((value) => ({ value, label: t(`work.${value}`) }))}
          onChange={(value) => {
            settings.setState({ path: value === 'on' });
          }}
        />
        <SelectField
          label={t('work.pedal')}
          hint={t('work.pedalHint')}
          value={pedal}
          options={(['walk', 'give'] as const).map((value) => ({ value, label: t(`work.pedal.${value}`) }))}
          onChange={(value) => {
            settings.setState({ pedal: value });
          }}
        />
      </div>
      {order === 'own' && <OwnOrder />}
    </section>
  );
}

const nameOf = ({ muscle, side }: WorkGroup): string =>
  t('work.group', { muscle: muscleName(muscle), side: sideName[side] });

function OwnOrder() {
  const { practiceDesk } = useServices();
  const groups = usePractice((s) => s.ownOrder);
  const [problem, setProblem] = useState<string | null>(null);
  /** Exchanges a group with the one beside it; the focus goes with the button that was pressed. */
  const move = (at: number, by: 1 | -1) => {
    const ownOrder = [...groups];
    const [group] = ownOrder.splice(at, 1);
    if (group === undefined) return;
    ownOrder.splice(at + by, 0, group);
    void practiceDesk()
      .then((desk) => desk.change(withOrder(ownOrder)))
      .then((error) => {
        setProblem(error === null ? null : t('work.ownNotKept', { why: storeErrorText(error) }));
      });
  };
  return (
    <>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <ol className={styles['groups']} aria-label={t('work.own')}>
        {groups.map((group, at) => (
          <li key={nameOf(group)}>
            <span>{nameOf(group)}</span>
            <Button
              aria-label={t('work.up', { group: nameOf(group) })}
              icon={<ArrowUp size={17} aria-hidden="true" />}
              disabled={at === 0}
              onClick={() => {
                move(at, -1);
              }}
            />
            <Button
              aria-label={t('work.down', { group: nameOf(group) })}
              icon={<ArrowDown size={17} aria-hidden="true" />}
              disabled={at === groups.length - 1}
              onClick={() => {
                move(at, 1);
              }}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
