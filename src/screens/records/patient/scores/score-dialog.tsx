import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { dayOf } from '../../../../record/calendar';
import { fieldsOf, limitsOf, type ScoreKind, scoreOf } from '../../../../state/outcomes/course-score-text';
import { readScore, type ScoreProblem, withScore } from '../../../../state/outcomes/course-scores';
import { Dialog } from '../../../../ui/dialog';
import { TextField } from '../../../../ui/field';
import { useSettings } from '../../../services';
import { FormEnd } from '../form-end';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';

type Props = Pick<PatientPartProps, 'kit' | 'book'> & { readonly kind: ScoreKind; readonly onClose: () => void };

/** A score as it was told: five numbers of days for MIDAS, the total alone for HIT-6. */
export function ScoreDialog({ kind, kit, book, onClose }: Props) {
  const injector = useSettings((s) => s.injector);
  const [now] = useState(kit.now);
  const [day, setDay] = useState(dayOf(now));
  const fields = fieldsOf(kind);
  const [numbers, setNumbers] = useState<readonly string[]>(() => fields.map(() => ''));
  const [problems, setProblems] = useState<readonly ScoreProblem[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const { least, most } = limitsOf(kind);
  const keep = () => {
    const read = readScore({ day, numbers }, { least, most, today: now });
    if (!('day' in read)) {
      setProblems(read);
      return;
    }
    setProblems([]);
    const score = scoreOf(kind, { id: kit.newId(), day: read.day, at: kit.now(), by: injector }, read.numbers);
    setTooMany(score === null);
    if (score === null) return;
    void book
      .changeFile((file) => withScore(file, score))
      .then((failed) => {
        if (failed === null) onClose();
      });
  };
  const wrong = (at: number): boolean => problems.some((one) => one.field === 'number' && one.at === at);
  return (
    <Dialog title={t(`course.enter.${kind}`)} closeLabel={t('patient.close')} onClose={onClose}>
      <form
        className={parts['form']}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <p className={parts['fine']}>{t(`course.about.${kind}`)}</p>
        <TextField
          label={t('course.scoreDay')}
          type="date"
          required
          max={dayOf(now)}
          value={day}
          problem={problems.some(({ field }) => field === 'day') ? t('course.dayWrong') : null}
          onChange={(event) => {
            setDay(event.target.value);
          }}
        />
        {fields.map((label, at) => (
          <TextField
            key={label}
            label={label}
            inputMode="numeric"
            autoComplete="off"
            value={numbers[at] ?? ''}
            problem={wrong(at) ? t('course.numberWrong', { least, most }) : null}
            onChange={(event) => {
              setNumbers(numbers.map((one, n) => (n === at ? event.target.value : one)));
            }}
          />
        ))}
        <p role="alert" className={parts['problem']}>
          {tooMany ? t('course.midasTooMany', { most }) : null}
        </p>
        <FormEnd onCancel={onClose} />
      </form>
    </Dialog>
  );
}
