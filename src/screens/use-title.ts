import { useEffect } from 'react';
import { t } from '../messages/translate';

/** Names the window after the screen in it, never after a person. */
export function useTitle(screen: string): void {
  useEffect(() => {
    document.title = `${screen} · ${t('app.name')}`;
  }, [screen]);
}
