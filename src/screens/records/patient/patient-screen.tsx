import '../../../messages/later';
import { type ComponentType, lazy, Suspense, useCallback, useState } from 'react';
import { t } from '../../../messages/translate';
import { type KnownSessions, knownSessions, unreadText } from '../../../state/outcomes/course-sessions';
import { storeErrorText } from '../../../state/refusal-text';
import type { PatientPart } from '../../../state/route';
import { useServices } from '../../services';
import page from '../../shell/page.module.css';
import { TopBar } from '../../shell/top-bar';
import { useBook, useOutcomes } from '../../use-book';
import { useKeptFresh } from '../use-kept-fresh';
import type { PatientPartProps } from './part-props';
import { PatientHead } from './patient-head';
import styles from './patient-screen.module.css';
import { PatientTabs } from './patient-tabs';

type Module = { readonly default: ComponentType<PatientPartProps> };
const part = (load: () => Promise<ComponentType<PatientPartProps>>): ComponentType<PatientPartProps> =>
  lazy(async (): Promise<Module> => ({ default: await load() }));

const parts: Readonly<Record<PatientPart, ComponentType<PatientPartProps>>> = {
  course: part(async () => (await import('./course/course-part')).CoursePart),
  diary: part(async () => (await import('./diary/diary-part')).DiaryPart),
  qualify: part(async () => (await import('./qualify/qualify-part')).QualifyPart),
  effects: part(async () => (await import('./effects/effects-part')).EffectsPart),
  plan: part(async () => (await import('./plan/plan-part')).PlanPart),
  cost: part(async () => (await import('./cost/cost-part')).CostPart),
};

type Props = { readonly patient: string; readonly part: PatientPart };

/** One patient between sessions: one part at a time, each fetched when it is opened. */
export function PatientScreen({ patient, part: shown }: Props) {
  const kit = useOutcomes();
  const { book, state } = useBook(patient);
  const known = useSessions(patient);
  const unread = known === null ? '' : unreadText(known);
  const Part = parts[shown];
  return (
    <div className={styles['screen']}>
      <TopBar screen="records" />
      <main className={styles['page']}>
        <PatientHead
          patient={state.kind === 'open' ? (known?.sessions.at(-1)?.patient ?? state.file.patient) : null}
          known={known}
        />
        <PatientTabs patient={patient} shown={shown} />
        {state.kind === 'failed' && (
          <p role="alert" className={page['message']}>
            {t('patient.failed', { why: storeErrorText(state.error) })}
          </p>
        )}
        {state.kind === 'open' && state.problem !== null && (
          <p role="alert" className={page['message']}>
            {t('patient.notKept', { why: storeErrorText(state.problem) })}
          </p>
        )}
        {unread !== '' && (
          <p role={known?.error === null ? undefined : 'alert'} className={page['message']}>
            {unread}
          </p>
        )}
        {kit !== null && book !== null && state.kind === 'open' && known !== null && (
          <Suspense fallback={<p>{t('patient.loading')}</p>}>
            <Part key={shown} kit={kit} book={book} open={state} sessions={known.sessions} unread={known.unread} />
          </Suspense>
        )}
      </main>
    </div>
  );
}

/** The patient's sessions, with what is not known of them; null until the store was asked. */
function useSessions(patient: string): KnownSessions | null {
  const { store } = useServices();
  const [known, setKnown] = useState<KnownSessions | null>(null);
  const refresh = useCallback(async () => {
    setKnown(knownSessions(await store.list(), patient));
  }, [store, patient]);
  useKeptFresh(refresh);
  return known;
}
