import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Command } from '../../state/commands/command';
import { useChart, useServices } from '../services';
import { TopBar } from '../shell/top-bar';
import { UseNotice } from '../shell/use-notice';
import styles from './chart-screen.module.css';
import { DosePanel } from './dose-panel';
import { keepKeyboard } from './focus-site';
import {
  AcrossNotice,
  AmendDialog,
  DetailsForm,
  EventDialog,
  FinishDialog,
  FtpForm,
  KeysDialog,
  PaletteDialog,
  PlanDialog,
  MoveForm,
  ShiftsDialog,
  SignDialog,
  VersionsDialog,
  VialsDialog,
  VisitDialog,
} from './later-parts';
import { MapStage } from './map-stage';
import { SessionBar } from './session-bar';
import { SiteList } from './site-list';

/** What is made from the actions themselves: all of them by name, or all of their keys. */
function CommandsDialog({ doing }: { readonly doing: 'reading-keys' | 'choosing-action' }) {
  const { commands: fetch } = useServices();
  const [commands, setCommands] = useState<readonly Command[] | null>(null);
  useEffect(() => {
    void fetch().then(setCommands);
  }, [fetch]);
  if (commands === null) return null;
  return doing === 'reading-keys' ? <KeysDialog commands={commands} /> : <PaletteDialog commands={commands} />;
}

/** The injector's screen. */
export function ChartScreen() {
  return (
    <ChartUnder
      bar={
        <TopBar screen="chart">
          <h1 className="hidden">{t('modes.chart')}</h1>
          <SessionBar />
        </TopBar>
      }
    />
  );
}

/** What is charted, under a bar that says where one is: list, head and ledger share one session and one selection. */
export function ChartUnder({ bar }: { readonly bar: ReactNode }) {
  const doing = useChart((s) => s.doing.kind);
  const session = useChart((s) => s.session);
  // A form gives the keyboard back to what opened it; where that went away with what was done, the site has it.
  const before = useRef(doing);
  useEffect(() => {
    if (doing === 'idle' && before.current !== 'idle') keepKeyboard();
    before.current = doing;
  }, [doing]);
  return (
    <div className={styles['screen']}>
      {bar}
      <UseNotice />
      {session !== null && <AcrossNotice session={session} />}
      <main className={styles['main']}>
        <SiteList />
        <MapStage />
        <DosePanel />
      </main>
      {doing === 'adding-extra' && <FtpForm />}
      {doing === 'moving-site' && <MoveForm />}
      {doing === 'planning-after' && session !== null && <PlanDialog session={session} />}
      {doing === 'editing-details' && session !== null && <DetailsForm session={session} />}
      {doing === 'preparing' && session !== null && <VisitDialog session={session} />}
      {doing === 'describing-vials' && session !== null && <VialsDialog session={session} />}
      {doing === 'recording-event' && session !== null && <EventDialog session={session} />}
      {doing === 'finishing' && session !== null && <FinishDialog session={session} />}
      {doing === 'signing' && session !== null && <SignDialog session={session} />}
      {doing === 'amending' && session !== null && <AmendDialog session={session.id} />}
      {doing === 'reading-versions' && session !== null && <VersionsDialog session={session.id} />}
      {(doing === 'reading-keys' || doing === 'choosing-action') && <CommandsDialog doing={doing} />}
      {doing === 'reading-shifts' && <ShiftsDialog />}
    </div>
  );
}
