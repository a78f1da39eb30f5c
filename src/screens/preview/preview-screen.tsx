import { type ComponentType, type CSSProperties, lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PreviewPart } from '../../state/route';
import { textScales } from '../../state/preview/view';
import { TopBar } from '../shell/top-bar';
import styles from './preview-screen.module.css';
import { PreviewProvider, usePreviewKit } from './use-preview';
import { usePatientWords } from './use-patient-words';

export type PreviewPartProps = { readonly at: string | null };
type Module = { readonly default: ComponentType<PreviewPartProps> };
const part = (load: () => Promise<ComponentType<PreviewPartProps>>): ComponentType<PreviewPartProps> =>
  lazy(async (): Promise<Module> => ({ default: await load() }));

const Home = part(async () => (await import('./preview-home')).PreviewHome);
const parts: Readonly<Record<Exclude<PreviewPart, 'for'>, ComponentType<PreviewPartProps>>> = {
  steps: part(async () => (await import('./steps/steps-part')).StepsPart),
  session: part(async () => (await import('./session/session-part')).SessionPart),
  pain: part(async () => (await import('./pain/pain-part')).PainPart),
  diary: part(async () => (await import('./diary-part')).DiaryPart),
  home: part(async () => (await import('./home/take-home-part')).TakeHomePart),
  map: part(async () => (await import('./map/map-part')).MapPart),
};

type Props = { readonly part: PreviewPart | null; readonly at: string | null };

/** What a patient sees, in the patient's language: one part at a time, each fetched when it is opened. */
export function PreviewScreen({ part: shown, at }: Props) {
  const words = usePatientWords();
  const kit = usePreviewKit();
  const shared = useMemo(() => (kit === null || words === null ? null : { kit, words }), [kit, words]);
  const size = useStore(kit?.view ?? nothing, (view) => view?.size ?? 'normal');
  const contrast = useStore(kit?.view ?? nothing, (view) => view?.contrast ?? 'normal');
  const first = shown === null || shown === 'for';
  const Part = first ? Home : parts[shown];
  return (
    <div
      className={styles['preview']}
      lang={words?.language}
      data-contrast={contrast}
      style={{ '--scale': textScales[size] } as CSSProperties}
    >
      {first && <TopBar screen="preview" />}
      {shared !== null && (
        <PreviewProvider value={shared}>
          <Suspense>
            <Part key={shown} at={at} />
          </Suspense>
        </PreviewProvider>
      )}
    </div>
  );
}

const nothing = createStore<null>()(() => null);
