import '../../../messages/later';
import { Download, FileUp, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import type { KeptAssessment, KeptCertificate } from '../../../state/learn/assessment-keeping';
import { aboutText, passMarkText } from '../../../state/learn/assessment-text';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { clockTime, dayText } from '../../chart/time-text';
import { ColumnHeads } from '../../column-heads';
import page from '../../shell/page.module.css';
import styles from './assessment.module.css';
import parts from './parts.module.css';
import { FilesButton } from './files-button';

type Props = {
  readonly desk: AssessmentDesk;
  readonly onNew: () => void;
  readonly onTake: (kept: KeptAssessment) => void;
  readonly onShow: (kept: KeptCertificate) => void;
};

/** The assessments of this device, what was begun here, and what came of it. */
export function AssessmentList({ desk, onNew, onTake, onShow }: Props) {
  const { assessments, unreadable } = useStore(desk.store);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      <div className={page['head']}>
        <h1>{t('assess.name')}</h1>
        <FilesButton desk={desk} label={t('assess.import')} icon={<FileUp size={17} aria-hidden="true" />} />
        <Button tone="primary" icon={<Plus size={17} aria-hidden="true" />} onClick={onNew}>
          {t('assess.new')}
        </Button>
      </div>
      <p className={page['hint']}>{t('assess.intro')}</p>
      <p role="alert" className={page['message']}>
        {problem}
      </p>
      {unreadable > 0 && <p className={parts['warning']}>{t('assess.unreadable', { n: unreadable })}</p>}
      {assessments.length === 0 ? (
        <p className={parts['empty']}>{t('assess.none')}</p>
      ) : (
        <ul className={styles['list']} aria-label={t('assess.list')}>
          {assessments.map((kept) => (
            <li key={kept.key}>
              <div className={styles['about']}>
                <h2>{kept.assessment.title}</h2>
                <p>{aboutText(kept.assessment)}</p>
                <p>{passMarkText(kept.assessment)}</p>
                <p>{t('assess.madeBy', { by: kept.assessment.by, day: dayText(kept.assessment.madeAt) })}</p>
              </div>
              <div className={styles['actions']}>
                <Button
                  tone="quiet"
                  icon={<Trash2 size={17} aria-hidden="true" />}
                  aria-label={`${t('assess.remove')}: ${kept.assessment.title}`}
                  title={t('assess.removeHint')}
                  onClick={() => {
                    void desk.removeAssessment(kept).then((error) => {
                      setProblem(error === null ? null : t('assess.notKept', { why: storeErrorText(error) }));
                    });
                  }}
                />
                <Button
                  icon={<Download size={17} aria-hidden="true" />}
                  aria-label={`${t('assess.export')}: ${kept.assessment.title}`}
                  onClick={() => {
                    desk.saveAssessment(kept);
                  }}
                >
                  {t('assess.export')}
                </Button>
                <Button
                  tone="primary"
                  icon={<Play size={17} aria-hidden="true" />}
                  aria-label={`${t('assess.take')}: ${kept.assessment.title}`}
                  onClick={() => {
                    onTake(kept);
                  }}
                >
                  {t('assess.take')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Certificates desk={desk} onShow={onShow} />
      <Unfinished desk={desk} />
    </>
  );
}

/** Certificates made on this device, the latest first. */
function Certificates({ desk, onShow }: Pick<Props, 'desk' | 'onShow'>) {
  const own = useStore(desk.store, (state) => state.certificates).filter((one) => one.own);
  if (own.length === 0) return null;
  return (
    <section className={parts['card']} aria-labelledby="own-certificates">
      <h2 id="own-certificates">{t('assess.certificates')}</h2>
      <ul className={styles['rows']}>
        {own.map((kept) => {
          const { certificate } = kept;
          const { learner, assessment, takenAt, verdict } = certificate;
          return (
            <li key={certificate.hash}>
              <span className={parts['chip']} data-passed={verdict.passed}>
                {t(verdict.passed ? 'assess.result.passed' : 'assess.result.failed')}
              </span>
              <span className={styles['who']}>
                <b>{learner}</b> {assessment.title}
              </span>
              <span className={styles['when']}>{dayText(takenAt)}</span>
              <Button
                aria-label={`${t('assess.show')}: ${learner}, ${assessment.title}`}
                onClick={() => {
                  onShow(kept);
                }}
              >
                {t('assess.show')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const columns = [
  'assess.attempt.learner',
  'assess.attempt.title',
  'assess.attempt.at',
  'assess.attempt.outcome',
] as const;

/** Attempts that nobody finished. */
function Unfinished({ desk }: Pick<Props, 'desk'>) {
  const open = useStore(desk.store, (state) => state.attempts).filter(({ ended }) => ended !== 'certified');
  if (open.length === 0) return null;
  return (
    <section className={parts['card']} aria-labelledby="attempts">
      <h2 id="attempts">{t('assess.attempts')}</h2>
      <DataTable labelledBy="attempts" table={styles['table']} frame={parts['scroll']}>
        <ColumnHeads columns={columns} />
        <tbody>
          {open.map(({ id, learner, title, begunAt, ended }) => (
            <tr key={id}>
              <th scope="row">{learner}</th>
              <td>{title}</td>
              <td>{`${dayText(begunAt)}, ${clockTime(begunAt)}`}</td>
              <td>{t(ended === 'left' ? 'assess.attempt.left' : 'assess.attempt.open')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
