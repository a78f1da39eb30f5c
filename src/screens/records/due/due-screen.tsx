import '../../../messages/later';
import { ArrowLeft } from 'lucide-react';
import { t } from '../../../messages/translate';
import { retreatment } from '../../../protocol/safety-limits';
import { storeErrorText } from '../../../state/refusal-text';
import { routeFragment } from '../../../state/route';
import page from '../../shell/page.module.css';
import { TopBar } from '../../shell/top-bar';
import patient from '../patient/patient-screen.module.css';
import { DueListView } from './due-list-view';
import { useDue } from './use-due';

/** Who is due for the next session, over all patients. */
export function DueScreen() {
  const found = useDue();
  return (
    <div className={page['screen']}>
      <TopBar screen="records" />
      <main className={page['page']}>
        <a className={patient['back']} href={routeFragment({ screen: 'records' })}>
          <ArrowLeft size={17} aria-hidden="true" />
          {t('comparison.back')}
        </a>
        <div>
          <h1>{t('due.title')}</h1>
          <p className={page['hint']}>{t('due.intro', { weeks: retreatment.days / 7 })}</p>
        </div>
        {found?.kind === 'failed' && (
          <p role="alert" className={page['message']}>
            {t('due.failed', { why: storeErrorText(found.error) })}
          </p>
        )}
        {found?.kind === 'read' && found.damaged > 0 && <p>{t('due.damaged', { n: found.damaged })}</p>}
        {found?.kind === 'read' && found.damagedSessions > 0 && (
          <p>{t('due.damagedSessions', { n: found.damagedSessions })}</p>
        )}
        {found?.kind === 'read' &&
          (found.list.length === 0 ? (
            <p className={page['card']}>{t('due.empty')}</p>
          ) : (
            <DueListView list={found.list} />
          ))}
      </main>
    </div>
  );
}
