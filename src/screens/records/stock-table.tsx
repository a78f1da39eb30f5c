import '../../messages/later';
import { PackageMinus, Users } from 'lucide-react';
import { useState } from 'react';
import { type Message, t } from '../../messages/translate';
import type { StockRow } from '../../record/stock';
import { isSameRow } from '../../state/stock-desk';
import { rowNotes } from '../../state/stock-text';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { StockRemoval } from './stock-removal';
import { ColumnHeads } from '../column-heads';
import styles from './stock.module.css';

type Props = {
  readonly rows: readonly StockRow[];
  readonly onEntered: (said: Message) => void;
  readonly onWhoHad: (lot: string) => void;
};

const columns = ['stock.vial', 'stock.lot', 'stock.expiry', 'stock.received', 'stock.used', 'stock.count'] as const;

/** Every lot with its counts, first to expire first. */
export function StockTable({ rows, onEntered, onWhoHad }: Props) {
  const [leaving, setLeaving] = useState<StockRow | null>(null);
  if (rows.length === 0) return <p className={styles['empty']}>{t('stock.empty')}</p>;
  return (
    <section aria-label={t('stock.onHand')} className={styles['section']}>
      <h3>{t('stock.onHand')}</h3>
      <DataTable label={t('stock.onHand')} table={styles['table']} frame={styles['scroll']}>
        <ColumnHeads columns={columns}>
          <th scope="col">
            <span className="hidden">{t('stock.actions')}</span>
          </th>
        </ColumnHeads>
        <tbody>
          {rows.map((row) => (
            <Row
              key={JSON.stringify([row.product, row.strength, row.lot])}
              row={row}
              onWhoHad={onWhoHad}
              onTakeOut={() => {
                setLeaving(row);
              }}
            />
          ))}
        </tbody>
      </DataTable>
      {leaving !== null && (
        <StockRemoval
          // Another lot begins with empty fields.
          key={JSON.stringify([leaving.product, leaving.strength, leaving.lot])}
          row={rows.find((row) => isSameRow(row, leaving)) ?? leaving}
          onEnd={(said) => {
            setLeaving(null);
            if (said !== null) onEntered(said);
          }}
        />
      )}
    </section>
  );
}

type RowProps = {
  readonly row: StockRow;
  readonly onWhoHad: (lot: string) => void;
  readonly onTakeOut: () => void;
};

function Row({ row, onWhoHad, onTakeOut }: RowProps) {
  const { product, strength, lot, expiry, received, used, onHand } = row;
  return (
    <tr data-none={onHand === 0}>
      <td data-label={t('stock.vial')}>{t('stock.vialOf', { product, strength })}</td>
      <th scope="row" data-label={t('stock.lot')}>
        {lot}
      </th>
      <td data-label={t('stock.expiry')} className={styles['expiry']}>
        {expiry === '' ? t('stock.noExpiry') : expiry}
      </td>
      <td data-label={t('stock.received')}>{received}</td>
      <td data-label={t('stock.used')}>{used}</td>
      <td data-label={t('stock.count')}>
        <b>{onHand}</b>
        {rowNotes(row).map(({ level, text }) => (
          <span key={text} className={styles['note']} data-level={level}>
            {text}
          </span>
        ))}
      </td>
      <td className={styles['actions']}>
        <Button
          icon={<Users size={17} aria-hidden="true" />}
          aria-label={t('stock.whoHadLot', { lot })}
          onClick={() => {
            onWhoHad(lot);
          }}
        >
          {t('stock.whoHad')}
        </Button>
        {onHand > 0 && (
          <Button
            icon={<PackageMinus size={17} aria-hidden="true" />}
            aria-label={t('stock.takeOutOf', { lot })}
            onClick={onTakeOut}
          >
            {t('stock.takeOut')}
          </Button>
        )}
      </td>
    </tr>
  );
}
