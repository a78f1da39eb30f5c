import '../../messages/later';
import { Download, Printer } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { t } from '../../messages/translate';
import type { Recall } from '../../record/recall';
import { recallIn, type StockReading } from '../../state/stock-desk';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { TextField } from '../../ui/field';
import { dayText } from '../chart/time-text';
import { useServices } from '../services';
import { useToldPrint } from '../use-told-print';
import { Caution, nameOf, UnnamedVials } from './stock-left-out';
import { ColumnHeads } from '../column-heads';
import styles from './stock.module.css';

type Props = {
  readonly reading: StockReading;
  readonly lot: string;
  readonly onLot: (lot: string) => void;
};

/** Which patients had a lot; on paper this section alone. */
export function StockRecall({ reading, lot, onLot }: Props) {
  const recall = useMemo(() => recallIn(reading, lot), [reading, lot]);
  return (
    <section aria-label={t('recall.title')} className={styles['section']} data-print>
      <h3>{t('recall.title')}</h3>
      <div className={styles['screenOnly']}>
        <TextField
          label={t('recall.search')}
          hint={t('recall.searchHint')}
          type="search"
          autoComplete="off"
          autoFocus
          spellCheck={false}
          value={lot}
          maxLength={40}
          onChange={(event) => {
            onLot(event.target.value);
          }}
        />
      </div>
      <p role="status" className={styles['found']}>
        {recall !== null &&
          t('recall.found', { lot: recall.lot, patients: recall.patients, vials: recall.lines.length })}
      </p>
      {recall !== null && <Found recall={recall} onLot={onLot} />}
    </section>
  );
}

function Found({ recall, onLot }: { readonly recall: Recall; readonly onLot: (lot: string) => void }) {
  const { chart, stock } = useServices();
  const { lines, unread, unnamed, alike } = recall;
  const somethingToTell = lines.length + unread.length + unnamed.length > 0;
  const tellPrint = useCallback(async () => (await stock()).recallPrinted(recall), [stock, recall]);
  const printIt = useToldPrint(somethingToTell ? tellPrint : null);
  return (
    <>
      <p className={styles['hint']}>{t('recall.asOf', { date: dayText(chart.now()) })}</p>
      {alike.length > 0 && (
        <div className={styles['alike']}>
          <p>{t('recall.alike')}</p>
          {alike.map((other) => (
            <Button
              key={other}
              onClick={() => {
                onLot(other);
              }}
            >
              {other}
            </Button>
          ))}
        </div>
      )}
      {unread.length > 0 && <Caution text={t('recall.unread', { n: unread.length })} />}
      {unnamed.length > 0 && (
        <Caution text={t('recall.unnamed', { n: unnamed.length })}>
          <UnnamedVials vials={unnamed} />
        </Caution>
      )}
      {lines.length > 0 && <Lines lines={lines} />}
      {somethingToTell && (
        <div className={`${styles['buttons'] ?? ''} ${styles['screenOnly'] ?? ''}`}>
          <p className={styles['hint']}>{t('recall.csvHint')}</p>
          <Button icon={<Printer size={17} aria-hidden="true" />} onClick={printIt}>
            {t('recall.print')}
          </Button>
          <Button
            icon={<Download size={17} aria-hidden="true" />}
            onClick={() => {
              void stock().then((desk) => desk.exportRecall(recall));
            }}
          >
            {t('recall.csv')}
          </Button>
        </div>
      )}
    </>
  );
}

const columns = [
  'recall.patient',
  'recall.born',
  'recall.recordNumber',
  'recall.date',
  'recall.vial',
  'recall.expiry',
  'recall.units',
] as const;

function Lines({ lines }: Pick<Recall, 'lines'>) {
  return (
    <DataTable label={t('recall.title')} table={styles['table']} frame={styles['scroll']}>
      <ColumnHeads columns={columns} />
      <tbody>
        {lines.map(({ patient, use }) => {
          const { session, vial, at, product, strength, expiry = t('stock.noExpiry'), units } = use;
          const date = dayText(at);
          return (
            <tr key={`${session} ${vial}`}>
              <th scope="row" data-label={t('recall.patient')}>
                {nameOf(patient)}
              </th>
              <td data-label={t('recall.born')}>{patient.born ?? ''}</td>
              <td data-label={t('recall.recordNumber')}>{patient.recordNumber ?? ''}</td>
              <td data-label={t('recall.date')}>
                <a
                  href={routeFragment({ screen: 'chart', session })}
                  aria-label={t('recall.openFor', { patient: nameOf(patient), date })}
                >
                  {date}
                </a>
              </td>
              <td data-label={t('recall.vial')}>{t('stock.vialOf', { product, strength })}</td>
              <td data-label={t('recall.expiry')} className={styles['expiry']}>
                {expiry}
              </td>
              <td data-label={t('recall.units')}>{units === 0 ? t('recall.none') : t('ledger.units', { units })}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
