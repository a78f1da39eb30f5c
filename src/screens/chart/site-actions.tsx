import { Check, Plus, Undo, X } from 'lucide-react';
import { useState } from 'react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { useChart, useServices } from '../services';
import styles from './site-actions.module.css';

const skipReasons = ['judgement', 'declined', 'skin', 'vessel', 'weakness', 'other'] as const;
const voidReasons = ['mistake', 'notInjected', 'other'] as const;

const skipText = (reason: (typeof skipReasons)[number]): string =>
  reason === 'other' ? t('reason.other') : t(`reason.skip.${reason}`);
const voidText = (reason: (typeof voidReasons)[number]): string =>
  reason === 'other' ? t('reason.other') : t(`reason.void.${reason}`);

/** Give or skip what is planned; void what was given or skipped. A reason is always recorded, and one is preset. */
export function SiteActions({ row }: { readonly row: SiteRow }) {
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const open = useChart((s) => s.session !== null);
  const { chart } = useServices();
  if (!open) return <p className={styles['hint']}>{t('session.noneHint')}</p>;
  if (!charting) return <p className={styles['hint']}>{t('session.readOnly')}</p>;
  return (
    <div className={styles['actions']}>
      {row.state === 'planned' ? (
        <>
          <Choice
            label={t('action.skip')}
            options={skipReasons}
            text={skipText}
            onDo={(reason) => {
              chart.skip(row.id, reason);
            }}
          />
          {row.ftp && (
            <Button
              icon={<X size={17} aria-hidden="true" />}
              onClick={() => {
                chart.voidSite(row.id, t('reason.void.mistake'));
              }}
            >
              {t('action.void')}
            </Button>
          )}
          <div className={styles['give']}>
            <Button
              tone="primary"
              size="huge"
              wide
              icon={<Check size={20} strokeWidth={2.4} aria-hidden="true" />}
              onClick={() => {
                chart.give(row.id);
              }}
            >
              {t('action.give')}
            </Button>
          </div>
        </>
      ) : (
        <Choice
          label={t('action.void')}
          options={voidReasons}
          text={voidText}
          onDo={(reason) => {
            chart.voidSite(row.id, reason);
          }}
        />
      )}
    </div>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  readonly onDo: (reason: string) => void;
};

/** A button and its reason. One press does it with the reason that is showing. */
function Choice<T extends string>({ label, options, text, onDo }: ChoiceProps<T>) {
  const [reason, setReason] = useState<T>(options[0] as T);
  const [words, setWords] = useState('');
  return (
    <div className={styles['choice']}>
      <SelectField
        label={t('reason.label')}
        value={reason}
        options={options.map((value) => ({ value, label: text(value) }))}
        onChange={setReason}
      />
      {reason === 'other' && (
        <TextField
          label={t('reason.otherText')}
          value={words}
          maxLength={200}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      )}
      <Button
        icon={label === t('action.void') ? <Undo size={17} aria-hidden="true" /> : <X size={17} aria-hidden="true" />}
        onClick={() => {
          onDo(reason === 'other' ? words.trim() : text(reason));
        }}
      >
        {label}
      </Button>
    </div>
  );
}

/** Opens the form for an extra without a pointer. */
export function AddExtraButton() {
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const { chart } = useServices();
  return (
    <Button
      wide
      icon={<Plus size={17} aria-hidden="true" />}
      disabled={!charting}
      onClick={() => {
        chart.begin({ kind: 'adding-extra' });
      }}
    >
      {t('action.addFtp')}
    </Button>
  );
}
