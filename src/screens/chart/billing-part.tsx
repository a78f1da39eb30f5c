import '../../messages/later';
import { useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { diagnosisCodes } from '../../protocol/billing-codes';
import { regions } from '../../protocol/regions';
import { type BilledVial, type BillingLine, billingLines } from '../../record/billing-lines';
import type { SessionContent } from '../../record/signed-version';
import {
  billingText,
  diagnosisText,
  flagText,
  lineCode,
  lineText,
  ndcTexts,
  splitText,
  vialText,
} from '../../state/billing-text';
import { SelectField } from '../../ui/field';
import { usePractice } from '../services';
import styles from './billing-part.module.css';
import { CopyText } from './copy-text';

/** What a signed session is billed with, where the practice's profile has such lines; else that it has none, and where to choose. */
export function BillingPart({ session }: { readonly session: SessionContent }) {
  const region = usePractice((practice) => practice.region);
  if (region === undefined) return <p className={styles['none']}>{t('billing.notChosen')}</p>;
  if (regions[region].billingLines) return <Billing session={session} />;
  return <p className={styles['none']}>{t('billing.none', { region: t(`practice.region.${region}`) })}</p>;
}

function Billing({ session }: { readonly session: SessionContent }) {
  const { lines, vials, flags } = useMemo(() => billingLines(session), [session]);
  const [chosen, setChosen] = useState('');
  const diagnosis = diagnosisCodes.find(({ code }) => code === chosen) ?? null;
  return (
    <section className={styles['billing']}>
      <h4>{t('billing.title')}</h4>
      <SelectField
        label={t('billing.diagnosis')}
        hint={t('billing.diagnosisHint')}
        value={chosen}
        options={[
          { value: '', label: t('billing.diagnosis.none') },
          ...diagnosisCodes.map((code) => ({ value: code.code, label: diagnosisText(code) })),
        ]}
        onChange={setChosen}
      />
      <LinesTable lines={lines} />
      {vials.map((one, n) => (
        <VialFacts key={one.vial.id} one={one} n={n + 1} />
      ))}
      <p className={styles['hint']}>{t('billing.carton')}</p>
      {flags.length > 0 && (
        <>
          <h5>{t('billing.notes')}</h5>
          <ul className={styles['flags']}>
            {flags.map((flag) => {
              const text = flagText(flag, vials);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </>
      )}
      <CopyText
        record={session.id}
        text={() => billingText(session, diagnosis)}
        words={{
          copy: t('billing.copy'),
          copied: t('billing.copied'),
          notCopied: t('billing.notCopied'),
          asText: t('billing.asText'),
        }}
        rows={8}
      />
    </section>
  );
}

function LinesTable({ lines }: { readonly lines: readonly BillingLine[] }) {
  return (
    <div className={styles['scroll']}>
      <table aria-label={t('billing.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('billing.code')}</th>
            <th scope="col">{t('billing.units')}</th>
            <th scope="col">{t('billing.what')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={lineCode(line)}>
              <th scope="row">{lineCode(line)}</th>
              <td>{line.units}</td>
              <td>{lineText(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VialFacts({ one, n }: { readonly one: BilledVial; readonly n: number }) {
  const [ndc, ndc11] = ndcTexts(one);
  const facts = [
    [t('billing.vial', { n }), vialText(one)],
    [t('billing.amounts'), splitText(one)],
    [t('billing.ndc'), ndc],
    [t('billing.ndc11'), ndc11],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
