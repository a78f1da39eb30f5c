import '../../messages/later';
import { t } from '../../messages/translate';
import { routeFragment } from '../../state/route';
import styles from './page.module.css';
import { TopBar } from './top-bar';

/** Said plainly: a mode that this version does not have. */
export function AbsentScreen({ screen }: { readonly screen: 'preview' }) {
  return (
    <div className={styles['screen']}>
      <TopBar screen={screen} />
      <main className={styles['page']}>
        <h1>{t('modes.absent.title', { mode: t(`modes.${screen}`) })}</h1>
        <p>{t('modes.absent.body')}</p>
        <p>
          <a className={styles['back']} href={routeFragment({ screen: 'chart', session: null })}>
            {t('modes.absent.back')}
          </a>
        </p>
      </main>
    </div>
  );
}
