import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { UpdateNotice } from '../screens/shell/update-notice';
import { parseRoute } from '../state/route';
import { noticeFits, type Updates } from '../state/updates';
import type { Kit } from './app';
import { inDemo } from './demo';

type Props = { readonly updates: Updates; readonly kit: Pick<Kit, 'chart' | 'lock' | 'settings'> };

/** Puts the notice of a newer version above every screen where it may stand. The demo has a band of its own there. */
export function showUpdateNotice(updates: Updates, kit: Props['kit']): void {
  if (inDemo) return;
  const above = document.createElement('div');
  document.body.prepend(above);
  createRoot(above).render(<Shown updates={updates} kit={kit} />);
}

function Shown({ updates, kit }: Props) {
  const state = useStore(updates.store);
  const lock = useStore(kit.lock, (box) => box.state);
  const sessionOpen = useStore(kit.chart.store, ({ session }) => session !== null && session.finishedAt === undefined);
  const locks = useStore(kit.settings, (settings) => settings.locks);
  const fragment = useSyncExternalStore(onHash, () => location.hash);
  if (!noticeFits(state, { screen: parseRoute(fragment).screen, lock, sessionOpen })) return null;
  return <UpdateNotice updates={updates} locks={locks} />;
}

const onHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
};
