import '../../../messages/later';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { trainingCases } from '../../../state/training/cases';
import type { Training } from '../../../state/training/training-kit';
import { nameOf, storyOf } from '../../../state/training/training-text';
import { useServices } from '../../services';
import page from '../../shell/page.module.css';
import { LearnLink } from '../learn-link';
import styles from './case-choice.module.css';

type Props = { readonly training: Training | null; readonly heading: RefObject<HTMLHeadingElement | null> };

/** The simulated patients, each with a story. `training` null: still fetched; nothing of the choice waits for it. */
export function CaseChoice({ training, heading }: Props) {
  const { chart } = useServices();
  return (
    <main className={page['page']}>
      <h1 ref={heading} tabIndex={-1}>
        {t('training.name')}
      </h1>
      <p className={page['hint']}>{t('training.intro')}</p>
      {training !== null && <UnderWay training={training} />}
      <ul aria-label={t('training.cases')} className={styles['cases']}>
        {trainingCases.map((one) => (
          <li key={one.id}>
            <article className={styles['case']} aria-label={t(`training.case.${one.id}.title`)}>
              <h2>{t(`training.case.${one.id}.title`)}</h2>
              <p className={styles['who']}>
                {nameOf(one.id)}, {one.born}
              </p>
              <p className={styles['story']}>{storyOf(one, chart.now())}</p>
              <div>
                <LearnLink to="dry-run" at={one.id}>
                  {t('training.begin')}
                  <span className="hidden"> {nameOf(one.id)}</span>
                </LearnLink>
              </div>
            </article>
          </li>
        ))}
      </ul>
      <p className={styles['limit']}>{t('training.limit')}</p>
    </main>
  );
}

/** A run that was left without being ended goes on, or gives way to the next: never without a word. */
function UnderWay({ training }: { readonly training: Training }) {
  const of = useStore(training.store, ({ run }) => run?.case.id);
  if (of === undefined) return null;
  return (
    <section aria-label={t('training.running')} className={styles['running']}>
      <p>{t('training.runningText', { name: nameOf(of) })}</p>
      <LearnLink to="dry-run" at={of}>
        {t('training.goOn')}
      </LearnLink>
    </section>
  );
}
