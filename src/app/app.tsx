import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { ChartScreen } from '../screens/chart/chart-screen';
import { type Services, ServicesProvider } from '../screens/services';
import { parseRoute } from '../state/route';
import { CrashScreen } from './crash-screen';
import { useShortcuts } from './use-shortcuts';
import { useMedia } from './use-media';

// Loaded when first shown: charting does not need them.
const RecordsScreen = lazy(async () => ({
  default: (await import('../screens/records/records-screen')).RecordsScreen,
}));
const CompareScreen = lazy(async () => ({
  default: (await import('../screens/records/compare-screen')).CompareScreen,
}));
const PatientScreen = lazy(async () => ({
  default: (await import('../screens/records/patient/patient-screen')).PatientScreen,
}));
const DueScreen = lazy(async () => ({ default: (await import('../screens/records/due/due-screen')).DueScreen }));
const PreviewScreen = lazy(async () => ({
  default: (await import('../screens/preview/preview-screen')).PreviewScreen,
}));
const LearnScreen = lazy(async () => ({ default: (await import('../screens/learn/learn-screen')).LearnScreen }));
const SettingsScreen = lazy(async () => ({
  default: (await import('../screens/settings/settings-screen')).SettingsScreen,
}));
const SecondScreen = lazy(async () => ({
  default: (await import('../screens/second/second-screen')).SecondScreen,
}));

const LockScreen = lazy(async () => ({ default: (await import('../screens/lock/lock-screen')).LockScreen }));
const ReadOnlyBanner = lazy(async () => ({
  default: (await import('../screens/lock/read-only-banner')).ReadOnlyBanner,
}));

export type Kit = Omit<Services, 'theme' | 'reducedMotion' | 'smallScreen' | 'wideScreen'>;

/** The screens over the services, by route. */
export function App({ kit }: { readonly kit: Kit }) {
  const theme = useStore(kit.settings, (settings) => settings.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const smallScreen = useMedia('(width < 720px)');
  const wideScreen = useMedia('(width >= 1280px)');
  const shown = theme === 'system' ? (dark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown;
  }, [shown]);
  const services = useMemo<Services>(
    () => ({ ...kit, theme: shown, reducedMotion, smallScreen, wideScreen }),
    [kit, shown, reducedMotion, smallScreen, wideScreen],
  );
  const lock = useStore(kit.lock, ({ state }) => state);
  const session = useStore(kit.chart.store, (state) => state.session);
  return (
    <CrashScreen
      onExport={
        session === null
          ? null
          : () => {
              kit.records.exportNow(session);
            }
      }
    >
      <ServicesProvider value={services}>
        <Suspense>
          {lock === 'gone' ? null : lock === 'locked' ? (
            <LockScreen />
          ) : (
            <>
              {lock === 'read-only' && <ReadOnlyBanner />}
              <Screens kit={kit} />
            </>
          )}
        </Suspense>
      </ServicesProvider>
    </CrashScreen>
  );
}

const onHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
};

function Screens({ kit }: { readonly kit: Kit }) {
  const fragment = useSyncExternalStore(onHash, () => location.hash);
  const route = useMemo(() => parseRoute(fragment), [fragment]);
  useShortcuts(kit, route.screen === 'chart');
  const asked = route.screen === 'chart' ? route.session : undefined;
  useEffect(() => {
    if (asked !== undefined) void kit.chart.open(asked);
  }, [asked, kit]);
  switch (route.screen) {
    case 'chart':
      return <ChartScreen />;
    case 'records':
      return route.compare === undefined ? <RecordsScreen /> : <CompareScreen ids={route.compare} />;
    case 'settings':
      return <SettingsScreen part={route.part ?? null} />;
    case 'second':
      return <SecondScreen />;
    case 'learn':
      return <LearnScreen part={route.part ?? null} at={route.at ?? null} />;
    case 'preview':
      return <PreviewScreen part={route.part ?? null} at={route.at ?? null} />;
    case 'patient':
      return <PatientScreen patient={route.patient} part={route.part} />;
    case 'due':
      return <DueScreen />;
  }
}
