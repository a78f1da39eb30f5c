import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { effectProblem, withCheck, withEffect } from '../../../../outcomes/effects';
import { sideEffects } from '../../../../protocol/side-effects';
import { dayOf } from '../../../../record/calendar';
import { effectSides, type SideEffect, type SideEffectId } from '../../../../record/side-effects';
import { occasionText } from '../../../../state/outcomes/effect-text';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { DialogFoot } from '../../../../ui/dialog-foot';
import { ProblemLine, SelectField, TextField } from '../../../../ui/field';
import { dayText } from '../../../chart/time-text';
import { useSettings } from '../../../services';
import type { PatientPartProps } from '../part-props';
import { UrgentWarning } from './effect-facts-view';
import styles from './effects.module.css';
import type { Doing, Problem } from './doing';
import { SitesField } from './sites-field';

type Props = PatientPartProps & {
  readonly doing: Extract<Doing, { kind: 'reporting' }>;
  readonly onClose: () => void;
};

const severities = ['1', '2', '3'] as const;
type Typed = {
  readonly effect: SideEffectId | null;
  readonly side: (typeof effectSides)[number] | '';
  readonly severity: (typeof severities)[number] | '';
  readonly sites: readonly string[];
  readonly began: string;
  readonly gone: string;
  readonly note: string;
};

/** One effect: new, or one that is corrected and keeps its place. What it was comes first, and is all that is needed. */
export function EffectForm({ kit, book, open, doing: { of, occasion, check, effect }, onClose }: Props) {
  const by = useSettings((settings) => settings.injector);
  const [day, setDay] = useState(check?.day ?? dayOf(kit.now()));
  const [problem, setProblem] = useState<Problem>(null);
  const [typed, setTyped] = useState<Typed>(() => ({
    effect: effect?.effect ?? null,
    side: effect?.side ?? '',
    severity: severities.find((one) => Number(one) === effect?.severity) ?? '',
    sites: effect?.sites ?? [],
    began: effect?.began ?? '',
    gone: effect?.gone ?? '',
    note: effect?.note ?? '',
  }));
  const change = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblem(null);
  };

  const save = () => {
    const at = kit.now();
    const today = dayOf(at);
    if (typed.effect === null) {
      setProblem({ field: 'which' });
      return;
    }
    const said = saidOf(typed, typed.effect, effect?.id ?? kit.newId());
    const wrong = effectProblem(said, day, { session: of.day, today });
    setProblem(wrong);
    if (wrong !== null) return;
    const asked = check ?? { id: kit.newId(), session: of.session.id, occasion, day, effects: [], at, by };
    void book.changeFile((file) => {
      const here = file.effects.find(({ id }) => id === asked.id) ?? asked;
      return withEffect(withCheck(file, { ...here, day }), asked.id, said, { at, by });
    });
    onClose();
  };

  const told = (field: Exclude<Problem, null>['field']): string | null =>
    problem?.field === field ? problemText(problem) : null;
  return (
    <Dialog
      title={t(effect === null ? 'effects.formNew' : 'effects.formEdit')}
      closeLabel={t('action.close')}
      onClose={onClose}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className={styles['detail']}>
          {t('effects.formOf', { occasion: occasionText(occasion), day: dayText(of.day) })}
        </p>
        <fieldset className={styles['choices']}>
          <legend>{t('effects.which')}</legend>
          <div>
            {sideEffects.map(({ id, name }) => (
              <label key={id} data-on={typed.effect === id}>
                <input
                  type="radio"
                  name="effect"
                  value={id}
                  checked={typed.effect === id}
                  onChange={() => {
                    change({ effect: id });
                  }}
                />
                {name}
              </label>
            ))}
          </div>
          <ProblemLine>{told('which')}</ProblemLine>
        </fieldset>
        {typed.effect !== null && <UrgentWarning effect={typed.effect} chosen />}
        <div className={styles['pair']}>
          <SelectField
            label={t('effects.sideLabel')}
            value={typed.side}
            options={[
              { value: '' as const, label: t('effects.side.unknown') },
              ...effectSides.map((value) => ({ value, label: t(`effects.side.${value}`) })),
            ]}
            onChange={(side) => {
              change({ side });
            }}
          />
          <SelectField
            label={t('effects.severityLabel')}
            value={typed.severity}
            options={[
              { value: '' as const, label: t('effects.severity.unknown') },
              ...severities.map((value) => ({ value, label: t(`effects.severity.${value}`) })),
            ]}
            onChange={(severity) => {
              change({ severity });
            }}
          />
          <TextField
            label={t('effects.began')}
            type="date"
            value={typed.began}
            min={of.day}
            problem={told('began')}
            onChange={({ target }) => {
              change({ began: target.value });
            }}
          />
          <TextField
            label={t('effects.gone')}
            type="date"
            value={typed.gone}
            min={of.day}
            hint={t('effects.goneHint')}
            problem={told('gone')}
            onChange={({ target }) => {
              change({ gone: target.value });
            }}
          />
        </div>
        <SitesField
          session={of.session.id}
          effect={typed.effect}
          chosen={typed.sites}
          onChange={(sites) => {
            change({ sites });
          }}
        />
        <TextField
          label={t(typed.effect === 'other' ? 'effects.noteNeeded' : 'effects.note')}
          value={typed.note}
          maxLength={300}
          autoComplete="off"
          problem={told('note')}
          onChange={({ target }) => {
            change({ note: target.value });
          }}
        />
        <TextField
          label={t('effects.askedOn')}
          type="date"
          value={day}
          min={of.day}
          problem={told('asked')}
          onChange={({ target }) => {
            setDay(target.value);
            setProblem(null);
          }}
        />
        <DialogFoot>
          <Button type="submit" tone="primary" wide disabled={open.saving}>
            {t('effects.save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function saidOf({ side, severity, sites, began, gone, note }: Typed, effect: SideEffectId, id: string): SideEffect {
  const grade = severity === '1' ? 1 : severity === '2' ? 2 : severity === '3' ? 3 : undefined;
  return {
    id,
    effect,
    sites,
    ...(side === '' ? {} : { side }),
    ...(began === '' ? {} : { began }),
    ...(gone === '' ? {} : { gone }),
    ...(grade === undefined ? {} : { severity: grade }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

const problemText = (problem: Exclude<Problem, null>): string =>
  problem.field === 'which' ? t('effects.whichMissing') : t(`effects.problem.${problem.kind}`);
