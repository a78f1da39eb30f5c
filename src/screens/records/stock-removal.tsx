import '../../messages/later';
import { useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { StockRow } from '../../record/stock';
import type { StockTrouble } from '../../state/stock-desk';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './stock.module.css';

type Props = {
  readonly row: StockRow;
  /** What is to be said of it; null where it was given up. */
  readonly onEnd: (said: Message | null) => void;
};

/** Takes vials of a lot out unused. */
export function StockRemoval({ row, onEnd }: Props) {
  const { stock } = useServices();
  const [count, setCount] = useState('');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<StockTrouble | null>(null);
  const problem = (here: boolean) => (trouble !== null && here ? say(trouble.message) : null);
  const ofReason = trouble?.of === 'ReasonMissing';
  const ofCount = trouble?.of === 'NotACount' || trouble?.of === 'MoreThanOnHand';
  const send = async () => {
    const found = await (await stock()).takeOut(row, { count, reason });
    setTrouble(found);
    if (found === null) onEnd({ key: 'stock.takenOut', values: { n: Number(count), lot: row.lot } });
  };
  return (
    <form
      aria-label={t('stock.takeOutOf', { lot: row.lot })}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h4>{t('stock.takeOutOf', { lot: row.lot })}</h4>
      <p className={styles['hint']}>{t('stock.takeOutHint')}</p>
      <div className={styles['removal']}>
        <TextField
          label={t('stock.takeOutCount')}
          value={count}
          problem={problem(ofCount)}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          autoFocus
          onChange={(event) => {
            setCount(event.target.value);
          }}
        />
        <TextField
          label={t('stock.takeOutReason')}
          value={reason}
          problem={problem(ofReason)}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </div>
      <p role="alert" className={styles['problem']}>
        {problem(!ofCount && !ofReason)}
      </p>
      <div className={styles['buttons']}>
        <Button
          onClick={() => {
            onEnd(null);
          }}
        >
          {t('action.cancel')}
        </Button>
        <Button type="submit" tone="primary">
          {t('stock.takeOutDo')}
        </Button>
      </div>
    </form>
  );
}
