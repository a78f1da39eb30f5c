import '../../messages/later';
import { ArrowLeft, Printer } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Result } from '../../record/ports';
import {
  type Comparable,
  type CompareTrouble,
  compareTroubleText,
  createCompareDesk,
  type CompareDesk,
  type ReadSession,
} from '../../state/compare-desk';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import { patientName } from '../chart/patient-text';
import { useServices } from '../services';
import { TopBar } from '../shell/top-bar';
import { useTitle } from '../use-title';
import { useToldPrint } from '../use-told-print';
import { CompareBody } from './compare-body';
import { ComparePick } from './compare-pick';
import { CompareRegions } from './compare-regions';
import styles from './compare-screen.module.css';
import { CompareStrip } from './compare-strip';
import { sessionDay } from './compare-text';

// What the diary says is read once the sessions are there.
const CompareResponse = later(async () => (await import('./compare-response')).CompareResponse);
const CompareCourse = later(async () => (await import('./compare-response')).CompareCourse);

type Props = { readonly ids: readonly [string, string] };

/** Two sessions of a patient on one head, and all of them beside each other. Nothing of a session can be changed here. */
export function CompareScreen({ ids }: Props) {
  const { store, signing, anatomy } = useServices();
  const desk = useMemo(() => createCompareDesk({ store, signing, anatomy }), [store, signing, anatomy]);
  const read = useComparable(desk, ids);
  useTitle(t('comparison.title'));
  return (
    <div className={styles['screen']}>
      <TopBar screen="records" />
      <main className={styles['page']}>
        {read === null && <p className={styles['message']}>{t('comparison.loading')}</p>}
        {read?.ok === false && (
          <>
            <BackLink />
            <h1>{t('comparison.title')}</h1>
            <p role="alert" className={styles['message']}>
              {compareTroubleText(read.error)}
            </p>
          </>
        )}
        {read?.ok === true && <Compared desk={desk} ids={ids} all={read.value} />}
      </main>
    </div>
  );
}

/** The sessions of the patient of both; read anew where another window saved one. Choosing others is put down. */
function useComparable(desk: CompareDesk, [one, other]: Props['ids']): Result<Comparable, CompareTrouble> | null {
  const { store } = useServices();
  const [read, setRead] = useState<Result<Comparable, CompareTrouble> | null>(null);
  const shown = useRef<readonly string[]>([]);
  const pair = useRef('');
  const refresh = useCallback(
    async (ids: Props['ids'], how: 'opened' | 'followed') => {
      const result = await desk.open(...ids, how);
      if (pair.current !== ids.join()) return;
      shown.current = result.ok ? result.value.sessions.map(({ session }) => session.id) : [];
      setRead(result);
    },
    [desk],
  );
  useEffect(() => {
    if (pair.current === [one, other].join()) return;
    pair.current = [one, other].join();
    if (shown.current.includes(one) && shown.current.includes(other)) desk.chosen(one, other);
    else void refresh([one, other], 'opened');
  }, [desk, refresh, one, other]);
  useEffect(
    () => store.watch((id) => (shown.current.includes(id) ? void refresh([one, other], 'followed') : undefined)),
    [store, refresh, one, other],
  );
  return read;
}

const BackLink = () => (
  <a className={styles['back']} href={routeFragment({ screen: 'records' })}>
    <ArrowLeft size={17} aria-hidden="true" />
    {t('comparison.back')}
  </a>
);

type ComparedProps = { readonly desk: CompareDesk; readonly ids: Props['ids']; readonly all: Comparable };

function Compared({ desk, ids: [one, other], all }: ComparedProps) {
  const { sessions, unread, nameless, patient } = all;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const first = sessions.find(({ session }) => session.id === one);
  const second = sessions.find(({ session }) => session.id === other);
  const choose = (before: string, after: string) => {
    // The way back leads to Records, not through every pair that was looked at.
    location.replace(routeFragment({ screen: 'records', compare: [before, after] }));
  };
  const tell = useMemo(
    () => () =>
      desk.printed(
        one,
        other,
        sessions.map(({ session }) => session.id).filter((id) => id !== one && id !== other),
      ),
    [desk, one, other, sessions],
  );
  const printIt = useToldPrint(tell);
  const listed = useMemo(() => [...sessions, ...unread].map((each) => each.listed), [sessions, unread]);
  const absent = [one, other].filter((id) => !sessions.some(({ session }) => session.id === id));
  const earliest = listed.toSorted(byStart)[0];
  const pick = <ComparePick sessions={sessions} first={one} second={other} onChoose={choose} />;
  const head = (
    <>
      <div className={styles['head']}>
        <BackLink />
        <Button icon={<Printer size={17} aria-hidden="true" />} onClick={printIt}>
          {t('comparison.print')}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {t('comparison.title')}
      </h1>
      <p className={styles['hint']}>
        {t('comparison.of', {
          patient: patientName(patient.label),
          n: sessions.length + unread.length,
          day: earliest === undefined ? '' : sessionDay(earliest),
        })}
      </p>
      {[
        ...absent.map((id) => t('comparison.absent', { id: id.slice(0, 8), why: whyAbsent(id, unread) })),
        ...unread.map(({ listed, why }) => t('comparison.unread', { day: sessionDay(listed), why })),
        ...(nameless > 0 ? [t('comparison.nameless', { n: nameless })] : []),
      ].map((text) => (
        <p key={text} className={styles['caution']}>
          {text}
        </p>
      ))}
      {pick}
    </>
  );
  return (
    <>
      {first === undefined || second === undefined ? (
        <div className={styles['alone']}>{head}</div>
      ) : (
        <CompareBody
          desk={desk}
          before={first}
          after={second}
          head={head}
          response={<CompareResponse patient={patient.id} sessions={listed} unread={nameless} />}
        />
      )}
      <CompareCourse patient={patient.id} sessions={listed} unread={nameless} chosen={[one, other]} />
      <CompareStrip sessions={sessions} first={one} second={other} onChoose={choose} />
      <CompareRegions sessions={sessions} />
    </>
  );
}

const byStart = (a: ReadSession['listed'], b: ReadSession['listed']): number =>
  Date.parse(a.startedAt) - Date.parse(b.startedAt);

const whyAbsent = (id: string, unread: Comparable['unread']): string =>
  unread.find(({ listed }) => listed.id === id)?.why ?? t('comparison.absentWhy');
