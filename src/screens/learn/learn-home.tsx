import '../../messages/later';
import { t } from '../../messages/translate';
import { learnParts, routeFragment } from '../../state/route';
import page from '../shell/page.module.css';
import styles from './learn-home.module.css';

/** All that there is to do in Learn. */
export function LearnHome() {
  return (
    <main className={page['page']}>
      <h1>{t('learn.title')}</h1>
      <p className={page['hint']}>{t('learn.intro')}</p>
      <ul aria-label={t('learn.parts')} className={styles['parts']}>
        {learnParts.map((part) => (
          <li key={part}>
            <a href={routeFragment({ screen: 'learn', part })}>
              <b>{t(`learn.part.${part}`)}</b>
              <span>{t(`learn.part.${part}.hint`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
