import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { ok } from '../../protocol/words';
import type { IdentifierKind, IndicationId, Visit } from '../../record/visit';
import { confirmIdentifiers, giveConsent, setIndication, withdrawConsent } from '../../record/visit-commands';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Segmented } from '../../ui/segmented';
import { clockTime } from './time-text';
import type { Change } from './visit-dialog';
import styles from './visit-dialog.module.css';

type Props = { readonly visit: Visit; readonly change: Change };

const identifierKinds: readonly IdentifierKind[] = ['name', 'birth-date', 'record-number', 'address', 'phone', 'photo'];
const options = identifierKinds.map((value) => ({ value, label: t(`visit.identifier.${value}`) }));

/** Who the patient is, what it is for, and whether the patient agrees. */
export function VisitAgreement({ visit, change }: Props) {
  return (
    <div className={styles['agreement']}>
      <Identity visit={visit} change={change} />
      <Purpose visit={visit} change={change} />
      <Consent visit={visit} change={change} />
    </div>
  );
}

function Identity({ visit, change }: Props) {
  const [first, setFirst] = useState<IdentifierKind>('name');
  const [second, setSecond] = useState<IdentifierKind>('birth-date');
  const [problem, setProblem] = useState<string | null>(null);
  const { identified } = visit;
  return (
    <section aria-label={t('visit.identity')}>
      <h3>{t('visit.identity')}</h3>
      <div className={styles['pair']}>
        <SelectField label={t('visit.first')} value={first} onChange={setFirst} options={options} />
        <SelectField label={t('visit.second')} value={second} onChange={setSecond} options={options} />
      </div>
      <Button
        tone={identified === undefined ? 'primary' : 'plain'}
        onClick={() => {
          setProblem(change((one, stamp) => confirmIdentifiers(one, [first, second], stamp)));
        }}
      >
        {t(identified === undefined ? 'visit.confirm' : 'visit.confirmAgain')}
      </Button>
      <p role="status" className={styles['said']}>
        {identified !== undefined &&
          t('visit.confirmed', {
            first: t(`visit.identifier.${identified.identifiers[0]}`),
            second: t(`visit.identifier.${identified.identifiers[1]}`),
            time: clockTime(identified.at),
          })}
      </p>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </section>
  );
}

const indications: readonly IndicationId[] = ['chronic-migraine', 'other'];

function Purpose({ visit, change }: Props) {
  const [text, setText] = useState(visit.indication?.text ?? '');
  const [chosen, setChosen] = useState<IndicationId | null>(visit.indication?.id ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <section aria-label={t('visit.indication')}>
      <h3>{t('visit.indication')}</h3>
      <Segmented
        label={t('visit.indication')}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          if (id === 'chronic-migraine') setProblem(change((one) => setIndication(one, { id })));
        }}
        options={indications.map((value) => ({ value, label: t(`visit.indication.${value}`) }))}
      />
      {chosen === 'other' && (
        <TextField
          label={t('visit.indicationText')}
          value={text}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
          }}
          onBlur={() => {
            setProblem(change((one) => setIndication(one, { id: 'other', text })));
          }}
        />
      )}
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </section>
  );
}

function Consent({ visit, change }: Props) {
  const { consent } = visit;
  return (
    <section aria-label={t('visit.consent')}>
      <h3>{t('visit.consent')}</h3>
      <Segmented
        label={t('visit.consent')}
        value={consent === undefined ? null : consent.given ? 'given' : 'none'}
        onChange={(value) => {
          change((one, stamp) => ok(value === 'given' ? giveConsent(one, stamp) : withdrawConsent(one, stamp)));
        }}
        options={[
          { value: 'given', label: t('visit.consentGiven') },
          { value: 'none', label: t(consent === undefined ? 'visit.consentDeclined' : 'visit.consentWithdraw') },
        ]}
      />
      <p role="status" className={styles['said']}>
        {consent !== undefined &&
          t(consent.given ? 'visit.consentAt' : 'visit.noConsentAt', { time: clockTime(consent.at) })}
      </p>
    </section>
  );
}
