import '../../messages/later';
import { useCallback, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { StoreError } from '../../record/ports';
import { storeErrorText } from '../../state/refusal-text';
import type { StockReading } from '../../state/stock-desk';
import { Dialog } from '../../ui/dialog';
import { Segmented } from '../../ui/segmented';
import { useServices } from '../services';
import { StockDelivery } from './stock-delivery';
import { StockEntries } from './stock-entries';
import { StockLeftOut } from './stock-left-out';
import { StockRecall } from './stock-recall';
import { StockTable } from './stock-table';
import { useKeptFresh } from './use-kept-fresh';
import styles from './stock.module.css';

type Read =
  | { readonly kind: 'reading'; readonly reading: StockReading }
  | { readonly kind: 'failed'; readonly error: StoreError };

const views = ['shelf', 'recall'] as const;

/** What is on the shelf, what comes in and leaves it, and who had a lot. */
export function StockDialog({ onClose }: { readonly onClose: () => void }) {
  const { stock } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const [said, setSaid] = useState<Message | null>(null);
  const [view, setView] = useState<(typeof views)[number]>('shelf');
  const [lot, setLot] = useState('');

  const refresh = useCallback(async () => {
    const found = await (await stock()).read();
    setRead(found.ok ? { kind: 'reading', reading: found.value } : { kind: 'failed', error: found.error });
  }, [stock]);
  useKeptFresh(refresh);
  const entered = (message: Message) => {
    setSaid(message);
    void refresh();
  };

  return (
    <Dialog wide title={t('stock.title')} closeLabel={t('action.close')} onClose={onClose}>
      <div className={styles['stock']}>
        <div className={styles['screenOnly']}>
          <Segmented
            label={t('stock.view')}
            value={view}
            onChange={setView}
            options={views.map((value) => ({ value, label: t(`stock.view.${value}`) }))}
          />
        </div>
        {read?.kind === 'failed' && (
          <p role="alert" className={styles['bad']}>
            {t('stock.failed', { why: storeErrorText(read.error) })}
          </p>
        )}
        {read?.kind === 'reading' && view === 'shelf' && (
          <>
            <p className={styles['hint']}>{t('stock.hint')}</p>
            <StockLeftOut reading={read.reading} />
            <StockTable
              rows={read.reading.rows}
              onEntered={entered}
              onWhoHad={(asked) => {
                setLot(asked);
                setView('recall');
              }}
            />
            <p role="status" className={styles['done']}>
              {said === null ? null : say(said)}
            </p>
            <StockDelivery onEntered={entered} />
            <StockEntries entries={read.reading.entries} />
          </>
        )}
        {read?.kind === 'reading' && view === 'recall' && (
          <StockRecall reading={read.reading} lot={lot} onLot={setLot} />
        )}
      </div>
    </Dialog>
  );
}
