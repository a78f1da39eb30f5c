import '../../messages/later';
import { useState } from 'react';
import { locale } from '../../messages/locale';
import { t } from '../../messages/translate';
import { products } from '../../protocol/products';
import { withPrices } from '../../record/practice';
import type { Prices } from '../../record/prices';
import { currencies } from '../../state/outcomes/money-text';
import { pricesOf, type TypedPrices, typedOf, type WrongPrice } from '../../state/outcomes/typed-prices';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { usePractice, useServices } from '../services';
import page from '../shell/page.module.css';
import styles from './settings-screen.module.css';

/** What the practice pays and asks. Typed prices are kept together, by one press: half of them would say something wrong. */
export function PricesSection() {
  const prices = usePractice((practice) => practice.prices);
  const [kept, setKept] = useState(false);
  return (
    <section className={page['card']} aria-labelledby="prices-title">
      <div>
        <h2 id="prices-title">{t('cost.prices')}</h2>
        <p className={page['hint']}>{t('cost.pricesHint')}</p>
      </div>
      {/* What another window keeps takes the place of what stands in the fields. */}
      <PricesForm key={JSON.stringify(prices ?? null)} prices={prices} onKept={setKept} />
      <p role="status" className={styles['told']}>
        {kept ? t('cost.kept') : null}
      </p>
    </section>
  );
}

const names = new Intl.DisplayNames(locale, { type: 'currency' });
const bases = ['vial', 'unit'] as const;
const shares = ['none', 'amount', 'percent'] as const;

type FormProps = { readonly prices: Prices | undefined; readonly onKept: (kept: boolean) => void };

function PricesForm({ prices, onKept }: FormProps) {
  const { practiceDesk } = useServices();
  const [typed, setTyped] = useState<TypedPrices>(() => typedOf(prices));
  const [wrong, setWrong] = useState<WrongPrice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<TypedPrices>) => {
    setTyped((before) => ({ ...before, ...part }));
    setWrong(null);
    onKept(false);
  };
  const write = (kept: Prices | null) => {
    void practiceDesk()
      .then((desk) => desk.change(withPrices(kept)))
      .then((error) => {
        setProblem(error === null ? null : t('practice.notKept', { why: storeErrorText(error) }));
        onKept(error === null && kept !== null);
      });
  };
  const keep = () => {
    const read = pricesOf(typed, prices);
    setWrong(read.ok ? null : read.wrong);
    if (read.ok) write(read.prices);
  };
  const amount = (field: WrongPrice): string | null => (wrong === field ? t('cost.wrong.amount') : null);
  return (
    <>
      <p role="alert" className={styles['problem']}>
        {problem ?? (wrong === 'currency' ? t('cost.wrong.currency') : null)}
      </p>
      <form
        aria-labelledby="prices-title"
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className={styles['fields']}>
          <SelectField
            label={t('cost.currency')}
            value={typed.currency}
            options={[
              { value: '', label: t('cost.currencyNone') },
              ...currencies.map((code) => ({
                value: code,
                label: t('cost.currencyOption', { code, name: names.of(code) ?? code }),
              })),
            ]}
            onChange={(currency) => {
              change({ currency });
            }}
          />
          <SelectField
            label={t('cost.basis')}
            hint={t(`cost.basisHint.${typed.basis}`)}
            value={typed.basis}
            options={bases.map((value) => ({ value, label: t(`cost.basis.${value}`) }))}
            onChange={(basis) => {
              change({ basis });
            }}
          />
          {products.map(({ strength }) => (
            <TextField
              key={strength}
              label={t('cost.vial', { strength })}
              inputMode="decimal"
              autoComplete="off"
              value={typed.vials[String(strength)] ?? ''}
              problem={amount(`vial-${String(strength)}`)}
              onChange={({ target }) => {
                change({ vials: { ...typed.vials, [String(strength)]: target.value } });
              }}
            />
          ))}
          <TextField
            label={t('cost.unit')}
            hint={t('cost.unitHint')}
            inputMode="decimal"
            autoComplete="off"
            value={typed.unit}
            problem={amount('unit')}
            onChange={({ target }) => {
              change({ unit: target.value });
            }}
          />
          <TextField
            label={t('cost.fee')}
            hint={t('cost.feeHint')}
            inputMode="decimal"
            autoComplete="off"
            value={typed.fee}
            problem={amount('fee')}
            onChange={({ target }) => {
              change({ fee: target.value });
            }}
          />
          <SelectField
            label={t('cost.copay')}
            value={typed.copay}
            options={shares.map((value) => ({ value, label: t(`cost.copay.${value}`) }))}
            onChange={(copay) => {
              change({ copay, share: '' });
            }}
          />
          {typed.copay !== 'none' && (
            <TextField
              label={t(`cost.share.${typed.copay}`)}
              inputMode="decimal"
              autoComplete="off"
              value={typed.share}
              problem={
                wrong === 'share' ? t(typed.copay === 'percent' ? 'cost.wrong.percent' : 'cost.wrong.amount') : null
              }
              onChange={({ target }) => {
                change({ share: target.value });
              }}
            />
          )}
        </div>
        <div className={styles['row']}>
          <Button type="submit" tone="primary">
            {t('cost.keep')}
          </Button>
          {prices !== undefined && (
            <Button
              onClick={() => {
                write(null);
              }}
            >
              {t('cost.forget')}
            </Button>
          )}
        </div>
      </form>
    </>
  );
}
