import { useChart } from '../services';
import { TopBar } from '../shell/top-bar';
import { UseNotice } from '../shell/use-notice';
import styles from './chart-screen.module.css';
import { DetailsForm } from './details-form';
import { DosePanel } from './dose-panel';
import { FinishDialog } from './finish-dialog';
import { FtpForm } from './ftp-form';
import { KeysDialog } from './keys-dialog';
import { MapStage } from './map-stage';
import { MoveForm } from './move-form';
import { SessionBar } from './session-bar';
import { ShiftsDialog } from './shifts-dialog';
import { SiteList } from './site-list';

/** The injector's screen: list, head and ledger share one session and one selection. */
export function ChartScreen() {
  const doing = useChart((s) => s.doing.kind);
  const session = useChart((s) => s.session);
  return (
    <div className={styles['screen']}>
      <TopBar screen="chart">
        <SessionBar />
      </TopBar>
      <UseNotice />
      <main className={styles['main']}>
        <SiteList />
        <MapStage />
        <DosePanel />
      </main>
      {doing === 'adding-extra' && <FtpForm />}
      {doing === 'moving-site' && <MoveForm />}
      {doing === 'editing-details' && session !== null && <DetailsForm session={session} />}
      {doing === 'finishing' && <FinishDialog />}
      {doing === 'reading-keys' && <KeysDialog />}
      {doing === 'reading-shifts' && <ShiftsDialog />}
    </div>
  );
}
