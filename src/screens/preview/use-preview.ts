import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PatientWords } from '../../messages/patient/words';
import type { PreviewKit } from '../../state/preview/preview-kit';
import type { PreviewView } from '../../state/preview/view';
import { useOutcomes } from '../use-book';

/** What every part of Preview is given. */
export type PreviewShared = { readonly kit: PreviewKit; readonly words: PatientWords };

const PreviewContext = createContext<PreviewShared | null>(null);
export const PreviewProvider = PreviewContext.Provider;

/** What Preview is given; throws where a part of it stands outside. */
export function usePreview(): PreviewShared {
  const shared = useContext(PreviewContext);
  if (shared === null) throw new Error('a part of Preview stands outside of it');
  return shared;
}

/** A part of how Preview is looked at: drawn anew when that part changes. */
export function usePreviewView<T>(read: (view: PreviewView) => T): T {
  return useStore(usePreview().kit.view, read);
}

/** Null until it was fetched. */
export function usePreviewKit(): PreviewKit | null {
  const outcomes = useOutcomes();
  const [kit, setKit] = useState<PreviewKit | null>(null);
  useEffect(() => {
    void outcomes?.preview().then(setKit, () => undefined);
  }, [outcomes]);
  return kit;
}

/** Preview is this patient's from now on; null: nobody's. */
export function useHandedTo(patient: string | null | undefined): void {
  const { view } = usePreview().kit;
  useEffect(() => {
    if (patient !== undefined) view.setState({ patient });
  }, [view, patient]);
}

/** Whether a diary that names nobody may be kept here; null until it is known. */
export function useOwnDevice(asked: boolean): boolean | null {
  const outcomes = useOutcomes();
  const [own, setOwn] = useState<boolean | null>(null);
  useEffect(() => {
    if (!asked) return;
    void outcomes?.isOwnDevice().then(setOwn, () => {
      setOwn(false);
    });
  }, [outcomes, asked]);
  return own;
}
