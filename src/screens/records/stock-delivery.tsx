import '../../messages/later';
import { useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { products } from '../../protocol/products';
import type { DeliveryDraft, StockRefusal } from '../../record/stock-entry';
import type { StockTrouble } from '../../state/stock-desk';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { useServices } from '../services';
import folded from '../../ui/folded.module.css';
import styles from './stock.module.css';

const other = 'other';
const kinds = [
  ...products.map(({ product, strength }) => ({
    value: String(strength),
    label: t('stock.vialOf', { product, strength }),
  })),
  { value: other, label: t('stock.kind.other') },
];

const empty = { product: '', strength: '', lot: '', expiry: '', count: '' };

/** Which field a refusal is about; the rest are said below the form. */
const fieldOf: Partial<Record<StockRefusal['kind'], keyof DeliveryDraft>> = {
  ProductMissing: 'product',
  NotAStrength: 'strength',
  LotMissing: 'lot',
  NotAnExpiry: 'expiry',
  NotACount: 'count',
};

/** Enters vials that came in. */
export function StockDelivery({ onEntered }: { readonly onEntered: (said: Message) => void }) {
  const { stock } = useServices();
  const [kind, setKind] = useState(String(products[1].strength));
  const [typed, setTyped] = useState(empty);
  const [trouble, setTrouble] = useState<StockTrouble | null>(null);
  const at = trouble?.of == null ? null : (fieldOf[trouble.of] ?? null);
  const known = products.find(({ strength }) => String(strength) === kind);
  const draft: DeliveryDraft =
    known === undefined ? typed : { ...typed, product: known.product, strength: String(known.strength) };
  const send = async () => {
    const found = await (await stock()).deliver(draft);
    setTrouble(found);
    if (found !== null) return;
    setTyped(empty);
    onEntered({ key: 'stock.entered', values: { n: Number(draft.count), lot: draft.lot.trim() } });
  };
  const field = (name: keyof DeliveryDraft) => ({
    value: typed[name],
    problem: at === name && trouble !== null ? say(trouble.message) : null,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value });
    },
  });
  return (
    <details className={`${folded['folded'] ?? ''} ${styles['folded'] ?? ''}`}>
      <summary>{t('stock.deliver')}</summary>
      <form
        aria-label={t('stock.deliver')}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className={styles['fields']}>
          <SelectField label={t('stock.kind')} value={kind} options={kinds} onChange={setKind} />
          {known === undefined && (
            <>
              <TextField label={t('stock.product')} maxLength={60} {...field('product')} />
              <TextField label={t('stock.strength')} inputMode="numeric" maxLength={5} {...field('strength')} />
            </>
          )}
          <TextField label={t('stock.lot')} maxLength={40} {...field('lot')} />
          <TextField
            label={t('stock.expiry')}
            hint={t('vials.expiryHint')}
            placeholder="2027-08"
            maxLength={10}
            {...field('expiry')}
          />
          <TextField label={t('stock.vials')} inputMode="numeric" maxLength={4} {...field('count')} />
        </div>
        <p role="alert" className={styles['problem']}>
          {trouble !== null && at === null ? say(trouble.message) : null}
        </p>
        <div className={styles['buttons']}>
          <Button type="submit" tone="primary">
            {t('stock.enter')}
          </Button>
        </div>
      </form>
    </details>
  );
}
