import '../../messages/later';
import { useEffect, useId, useState } from 'react';
import { t } from '../../messages/translate';
import type { Vial } from '../../ledger/vial';
import type { StockReading } from '../../state/stock-desk';
import { lotNote, type Offer, offersFor } from '../../state/stock-text';
import type { VialDraft } from '../../state/vials';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './vials-dialog.module.css';

/** What is known of vials and lots; null until it is read, and where it cannot be: a vial is described without it too. */
export function useShelf(): StockReading | null {
  const { stock } = useServices();
  const [reading, setReading] = useState<StockReading | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await (await stock()).read();
      if (!gone && found.ok) setReading(found.value);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [stock]);
  return reading;
}

type Props = { readonly shelf: StockReading; readonly vial: Vial; readonly draft: VialDraft };

/** The lots on the shelf that the vial may be of, each taken with one press. None is taken by itself: the vial is in a hand. */
export function Offers({ shelf, vial, draft, onTake }: Props & { readonly onTake: (offer: Offer) => void }) {
  const heading = useId();
  const offers = offersFor(shelf, vial);
  // Once a lot is written, the note says what is known of it.
  if (offers.length === 0 || draft.lot.trim() !== '') return null;
  return (
    <div role="group" aria-labelledby={heading} className={styles['shelf']}>
      <p id={heading}>{t('vials.shelf')}</p>
      {offers.map((offer) => (
        <Button
          key={offer.lot}
          onClick={() => {
            onTake(offer);
          }}
        >
          {offer.text}
        </Button>
      ))}
    </div>
  );
}

/** What the stock says of the lot and expiry that are written. */
export function LotNote({ shelf, vial, draft }: Props) {
  const { product, strength } = vial;
  const note = lotNote(shelf, { product, strength, lot: draft.lot, expiry: draft.expiry });
  return (
    <p role="status" className={styles['note']} data-level={note?.level}>
      {note?.text}
    </p>
  );
}
