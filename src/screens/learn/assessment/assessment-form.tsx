import '../../../messages/later';
import { Dices } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import { standardVariant } from '../../../anatomy/variant';
import { assessmentLimits, mostSeed } from '../../../learn/assessment';
import { sitesToChooseFrom } from '../../../learn/task';
import { say, t } from '../../../messages/translate';
import { maps } from '../../../protocol/maps';
import { muscles } from '../../../protocol/paradigm';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import { presetHeads } from '../../../state/learn/exam-run';
import { muscleName } from '../../../state/site-text';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Segmented } from '../../../ui/segmented';
import { MuscleCode } from '../../chart/muscle-code';
import { useServices, useSettings } from '../../services';
import { emptyFields, type FieldProblems, type Fields, readFields } from './assessment-fields';
import styles from './assessment.module.css';
import parts from './parts.module.css';

type Props = { readonly desk: AssessmentDesk; readonly onEnd: () => void };

/** A supervisor sets what is asked and what has to be reached. */
export function AssessmentForm({ desk, onEnd }: Props) {
  const { heads, chart } = useServices();
  const injector = useSettings((s) => s.injector);
  const [fields, setFields] = useState<Fields>(() => emptyFields(injector, chart.mapId(), desk.seed()));
  const [problems, setProblems] = useState<FieldProblems>({});
  const [failed, setFailed] = useState<string | null>(null);
  const presets = useMemo(() => presetHeads(heads), [heads]);
  const there = sitesToChooseFrom(fields).length;
  const set = (change: Partial<Fields>) => {
    setFields((now) => ({ ...now, ...change }));
  };
  const typed = (field: keyof FieldProblems & keyof Fields) => ({
    value: String(fields[field]),
    autoComplete: 'off',
    problem: problems[field] ?? null,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      set({ [field]: event.target.value });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readFields(fields);
    if ('problems' in read) {
      setProblems(read.problems);
      setFailed(t('assess.form.check'));
      return;
    }
    void desk.make(read.draft).then((made) => {
      if (made.ok) onEnd();
      else setFailed(say(made.error));
    });
  };
  return (
    <form className={styles['form']} aria-label={t('assess.form.title')} noValidate onSubmit={submit}>
      <section className={parts['card']}>
        <div className={styles['pair']}>
          <TextField label={t('assess.form.name')} maxLength={assessmentLimits.title} {...typed('title')} />
          <TextField label={t('assess.form.by')} maxLength={assessmentLimits.by} {...typed('by')} />
        </div>
        <fieldset className={styles['muscles']}>
          <legend>{t('assess.form.muscles')}</legend>
          {muscles.map(({ id }) => (
            <label key={id} className={styles['check']}>
              <input
                type="checkbox"
                checked={fields.muscles.includes(id)}
                onChange={({ target }) => {
                  set({
                    // In the order of the paradigm, however they were chosen.
                    muscles: muscles
                      .map((one) => one.id)
                      .filter((one) => (one === id ? target.checked : fields.muscles.includes(one))),
                  });
                }}
              />
              <MuscleCode muscle={id} />
              {muscleName(id)}
            </label>
          ))}
          <p role="alert" className={styles['problem']}>
            {problems.muscles}
          </p>
        </fieldset>
        <div className={styles['pair']}>
          <div className={styles['labelled']}>
            <span aria-hidden="true">{t('assess.form.side')}</span>
            <Segmented
              label={t('assess.form.side')}
              value={fields.side}
              onChange={(side) => {
                set({ side });
              }}
              options={(['left', 'right', 'both'] as const).map((value) => ({
                value,
                label: t(`assess.form.${value}`),
              }))}
            />
          </div>
          <TextField
            label={t('assess.form.count')}
            hint={t('assess.form.countHint', { n: there })}
            inputMode="numeric"
            {...typed('count')}
          />
          <SelectField
            label={t('assess.form.map')}
            value={fields.map}
            options={maps.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(map) => {
              set({ map });
            }}
          />
          <SelectField
            label={t('assess.form.head')}
            value={fields.head}
            options={[
              { value: standardVariant, label: t('head.standard') },
              ...presets.map(({ population, percentile, head }) => ({
                value: head,
                label: t(`head.preset.${population}`, { percentile }),
              })),
            ]}
            onChange={(head) => {
              set({ head });
            }}
          />
          <div className={styles['seed']}>
            <TextField
              label={t('assess.form.seed')}
              hint={t('assess.form.seedHint')}
              inputMode="numeric"
              maxLength={String(mostSeed).length}
              {...typed('seed')}
            />
            <Button
              icon={<Dices size={17} aria-hidden="true" />}
              aria-label={t('assess.form.newSeed')}
              onClick={() => {
                set({ seed: String(desk.seed()) });
              }}
            />
          </div>
          <TextField
            label={t('assess.form.questions')}
            hint={t('assess.form.questionsHint')}
            inputMode="numeric"
            {...typed('questions')}
          />
          <TextField
            label={t('assess.form.minutes')}
            hint={t('assess.form.minutesHint')}
            inputMode="numeric"
            {...typed('minutes')}
          />
        </div>
      </section>
      <section className={parts['card']} aria-labelledby="pass-mark">
        <h2 id="pass-mark">{t('assess.form.pass')}</h2>
        <p className={styles['hint']}>{t('assess.form.passHint')}</p>
        <div className={styles['pair']}>
          <TextField
            label={t('assess.form.within')}
            hint={t('assess.form.withinHint')}
            inputMode="decimal"
            {...typed('within')}
          />
          <TextField label={t('assess.form.share')} inputMode="numeric" {...typed('share')} />
          <TextField
            label={t('assess.form.mean')}
            hint={t('assess.form.optional')}
            inputMode="decimal"
            {...typed('mean')}
          />
          <TextField
            label={t('assess.form.zones')}
            hint={t('assess.form.optional')}
            inputMode="numeric"
            {...typed('zones')}
          />
          {fields.questions.trim() !== '0' && (
            <TextField label={t('assess.form.questionShare')} inputMode="numeric" {...typed('questionShare')} />
          )}
        </div>
        <div>
          {(['rightMuscle', 'rightSide'] as const).map((name) => (
            <label key={name} className={styles['check']}>
              <input
                type="checkbox"
                checked={fields[name]}
                onChange={({ target }) => {
                  set({ [name]: target.checked });
                }}
              />
              {t(name === 'rightMuscle' ? 'assess.form.muscle' : 'assess.form.sideRight')}
            </label>
          ))}
        </div>
      </section>
      <p role="alert" className={styles['problem']}>
        {failed}
      </p>
      <div className={styles['buttons']}>
        <Button onClick={onEnd}>{t('action.cancel')}</Button>
        <Button tone="primary" type="submit">
          {t('assess.form.make')}
        </Button>
      </div>
    </form>
  );
}
