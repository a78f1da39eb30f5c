import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import { t } from '../../messages/translate';
import { type SafetyCheck, safetyChecks } from '../../protocol/safety-checks';
import { ok } from '../../protocol/words';
import { type Answer, answerTo, type Visit } from '../../record/visit';
import { answerCheck } from '../../record/visit-commands';
import { Segmented } from '../../ui/segmented';
import type { Change } from './visit-dialog';
import styles from './visit-dialog.module.css';

type Props = { readonly visit: Visit; readonly change: Change };

const answers: readonly Answer[] = ['no', 'yes', 'left-open'];

/** The safety checks, one row each: answered, or knowingly left open. */
export function VisitChecks({ visit, change }: Props) {
  const answered = visit.checks.length;
  return (
    <section aria-label={t('visit.checks')}>
      <div className={styles['headRow']}>
        <h3>{t('visit.checks')}</h3>
        <p role="status">{t('visit.checksCount', { answered, all: safetyChecks.length })}</p>
      </div>
      <ul className={styles['checks']}>
        {safetyChecks.map((check) => (
          <Row key={check.id} check={check} visit={visit} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Row({ check, visit, change }: Props & { readonly check: SafetyCheck }) {
  const given = answerTo(visit, check.id);
  const yes = given?.answer === 'yes';
  return (
    <li data-answer={given?.answer ?? 'none'} data-effect={check.effect}>
      <div className={styles['question']}>
        <p>{check.question}</p>
        {yes &&
          check.because.map(({ text, evidence }) => (
            <p key={text} className={styles['because']}>
              <TriangleAlert size={15} aria-hidden="true" />
              <span>
                {text}
                {evidence === 'confirmed' ? '' : ` (${t('zones.signOff')})`}
              </span>
            </p>
          ))}
        {yes && check.effect === 'blocks' && <p className={styles['stop']}>{t('visit.blocks')}</p>}
      </div>
      <Segmented
        label={check.name}
        value={given?.answer ?? null}
        onChange={(answer) => {
          change((one, stamp) => ok(answerCheck(one, { check: check.id, answer }, stamp)));
        }}
        options={answers.map((value) => ({ value, label: t(`visit.answer.${value}`) }))}
      />
    </li>
  );
}
