import '../../../messages/later';
import { t } from '../../../messages/translate';
import page from '../../shell/page.module.css';
import { TopBar } from '../../shell/top-bar';

/** Who is due for the next session, over all patients. */
export function DueScreen() {
  return (
    <div className={page['screen']}>
      <TopBar screen="records" />
      <main className={page['page']}>
        <h1>{t('due.title')}</h1>
      </main>
    </div>
  );
}
