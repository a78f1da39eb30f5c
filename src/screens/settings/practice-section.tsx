import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import {
  isPreviewHost,
  mostEarlyDays,
  type Practice,
  withEarlyDays,
  withPreviewHost,
  withRegion,
} from '../../record/practice';
import { isPhone, withPhone } from '../../record/practice-phone';
import { storeErrorText } from '../../state/refusal-text';
import { SelectField, TextField } from '../../ui/field';
import { usePractice, useServices } from '../services';
import page from '../shell/page.module.css';
import styles from './work-section.module.css';

const regions = ['none', 'us', 'eu-uk'] as const;
const earlyChoices = [0, 3, 7, 10, 14, 21, mostEarlyDays];

/** What holds for the whole practice, on every device: whose label and billing it goes by, and how early it books. */
export function PracticeSection() {
  const { practiceDesk } = useServices();
  const region = usePractice((s) => s.region);
  const earlyDays = usePractice((s) => s.earlyDays ?? 0);
  const phone = usePractice((s) => s.phone ?? '');
  const host = usePractice((s) => s.previewHost ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const change = (how: (practice: Practice) => Practice) => {
    void practiceDesk()
      .then((desk) => desk.change(how))
      .then((error) => {
        setProblem(error === null ? null : t('practice.notKept', { why: storeErrorText(error) }));
      });
  };
  // A number that came from elsewhere is a choice as well.
  const choices = [...new Set([...earlyChoices, earlyDays])].toSorted((a, b) => a - b);
  return (
    <section className={page['card']} aria-labelledby="practice-title">
      <h2 id="practice-title">{t('practice.title')}</h2>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <div className={styles['fields']}>
        <SelectField
          label={t('practice.region')}
          hint={t('practice.regionHint')}
          value={region ?? 'none'}
          options={regions.map((value) => ({ value, label: t(`practice.region.${value}`) }))}
          onChange={(value) => {
            change(withRegion(value === 'none' ? null : value));
          }}
        />
        <SelectField
          label={t('practice.early')}
          hint={t('practice.earlyHint')}
          value={String(earlyDays)}
          options={choices.map((days) => ({ value: String(days), label: t('practice.earlyDays', { days }) }))}
          onChange={(value) => {
            change(withEarlyDays(Number(value)));
          }}
        />
      </div>
      <Typed
        label={t('handing.phone')}
        hint={t('handing.phoneHint')}
        type="tel"
        kept={phone}
        isSound={isPhone}
        problem={t('handing.phoneBad')}
        onChange={(typed) => {
          change(withPhone(typed));
        }}
      />
      <Typed
        label={t('handing.host')}
        hint={t('handing.hostHint')}
        type="url"
        kept={host}
        isSound={isPreviewHost}
        problem={t('handing.hostBad')}
        onChange={(typed) => {
          change(withPreviewHost(typed));
        }}
      />
    </section>
  );
}

type TypedProps = {
  readonly label: string;
  readonly hint: string;
  readonly type: 'tel' | 'url';
  readonly kept: string;
  readonly isSound: (text: string) => boolean;
  /** What is said of a text that is not sound. */
  readonly problem: string;
  /** `null` for an empty one. */
  readonly onChange: (text: string | null) => void;
};

/** What patients are told of the practice: kept once it is sound, or empty. */
function Typed({ label, hint, type, kept, isSound, problem, onChange }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? kept).trim();
  const sound = text === '' || isSound(text);
  return (
    <TextField
      label={label}
      hint={hint}
      type={type}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? kept}
      problem={sound || typed === null ? null : problem}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={() => {
        if (typed === null || !sound) return;
        setTyped(null);
        onChange(text === '' ? null : text);
      }}
    />
  );
}
