import type { ReactNode } from 'react';
import { type LearnPart, routeFragment } from '../../state/route';
import styles from './learn-screen.module.css';

type Props = { readonly to: LearnPart | null; readonly at?: string; readonly children: ReactNode };

/** A link to a part of Learn, or to all of it. */
export function LearnLink({ to, at, children }: Props) {
  const route = { screen: 'learn', ...(to === null ? {} : { part: to }), ...(at === undefined ? {} : { at }) } as const;
  return (
    <a className={styles['link']} href={routeFragment(route)}>
      {children}
    </a>
  );
}
