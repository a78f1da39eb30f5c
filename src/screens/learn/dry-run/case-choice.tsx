import '../../../messages/later';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { type TrainingCase, trainingCases } from '../../../state/training/cases';
import type { Training } from '../../../state/training/training-kit';
import { nameOf, storyOf } from '../../../state/training/training-text';
import { useServices } from '../../services';
import page from '../../shell/page.module.css';
import { LearnLink } from '../learn-link';
import styles from './case-choice.module.css';

/** The simulated patients, each with a story. `training` null: still fetched; nothing of the choice waits for it. */
export function CaseChoice({ training }: { readonly training: Training | null }) {
  return (
    <main className={page['page']}>
      <h1>{t('training.name')}</h1>
      <p className={page['hint']}>{t('training.intro')}</p>
      <ul aria-label={t('training.cases')} className={styles['cases']}>
        {trainingCases.map((one) => (
          <li key={one.id}>
            <Card of={one} begun={training === null ? null : <Begun training={training} of={one} />} />
          </li>
        ))}
      </ul>
      <p className={styles['limit']}>{t('training.limit')}</p>
    </main>
  );
}

function Card({ of, begun }: { readonly of: TrainingCase; readonly begun: ReactNode }) {
  const { chart } = useServices();
  return (
    <article className={styles['case']} aria-label={t(`training.case.${of.id}.title`)}>
      <h2>{t(`training.case.${of.id}.title`)}</h2>
      <p className={styles['who']}>
        {nameOf(of.id)}, {of.born}
      </p>
      <p className={styles['story']}>{storyOf(of, chart.now())}</p>
      <div className={styles['foot']}>
        <LearnLink to="dry-run" at={of.id}>
          {t('training.begin')}
          <span className="hidden"> {nameOf(of.id)}</span>
        </LearnLink>
        {begun}
      </div>
    </article>
  );
}

/** Says of the one that is under way that it goes on. */
function Begun({ training, of }: { readonly training: Training; readonly of: TrainingCase }) {
  const running = useStore(training.store, ({ run }) => run?.case.id === of.id);
  return running ? <span className={styles['begun']}>{t('training.running')}</span> : null;
}
