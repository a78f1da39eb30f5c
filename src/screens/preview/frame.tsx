import '../../messages/later';
import { ArrowLeft, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../messages/translate';
import { previewHome } from '../../state/preview/view';
import { useTitle } from '../use-title';
import styles from './frame.module.css';
import { ReadAloud } from './read-aloud';
import { usePreview, usePreviewView } from './use-preview';

type Props = {
  /** The page's heading. */
  readonly title: string;
  /** Over the heading, quietly: "Step 3 of 7". */
  readonly over?: string;
  /** In the middle of the top. */
  readonly middle?: ReactNode;
  /** A picture above the words, or beside them where there is room. */
  readonly picture?: ReactNode;
  /** What the speaker reads, a line each; absent where nothing is to be read. */
  readonly aloud?: readonly string[];
  /** Stands at the foot, whatever is scrolled. */
  readonly foot?: ReactNode;
  readonly tone?: 'alarm';
  readonly children: ReactNode;
};

/** One page of Preview that fills the screen: a way out, the words, and what leads on. The heading takes the keyboard when it changes. */
export function Frame({ title, over, middle, picture, aloud, foot, tone, children }: Props) {
  const { words } = usePreview();
  const heading = useRef<HTMLHeadingElement>(null);
  const scrolled = useRef<HTMLDivElement>(null);
  useTitle(t('modes.preview'));
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrolled.current?.scrollTo({ top: 0 });
  }, [title]);
  const home = useWayOut();
  return (
    <div className={styles['frame']} data-picture={picture !== undefined} data-tone={tone}>
      <header className={styles['top']}>
        <a className={styles['round']} href={home} aria-label={words.say('preview.close')}>
          <X size={26} aria-hidden="true" />
        </a>
        <div className={styles['middle']}>{middle}</div>
        {aloud === undefined ? <span className={styles['round']} /> : <ReadAloud lines={aloud} />}
      </header>
      <main className={styles['main']} ref={scrolled}>
        {picture !== undefined && <div className={styles['picture']}>{picture}</div>}
        <div className={styles['words']}>
          {over !== undefined && <p className={styles['over']}>{over}</p>}
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {children}
        </div>
      </main>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </div>
  );
}

/** The way out alone, around what has a heading of its own. */
export function PlainFrame({ children }: { readonly children: ReactNode }) {
  const { words } = usePreview();
  const home = useWayOut();
  useTitle(t('modes.preview'));
  return (
    <div className={styles['frame']}>
      <header className={styles['top']}>
        <a className={styles['round']} href={home} aria-label={words.say('preview.close')}>
          <X size={26} aria-hidden="true" />
        </a>
      </header>
      <main className={styles['main']}>{children}</main>
    </div>
  );
}

/** Where a page leads back to, by Escape as well; an open dialog keeps that key. */
function useWayOut(): string {
  const home = previewHome(usePreviewView((view) => view.patient));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if ((event.target as Element | null)?.closest('dialog') != null) return;
      location.hash = home;
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [home]);
  return home;
}

/** Back and on, at the foot of a page; either may lead out of it. */
export function WayOn({
  back,
  on,
}: {
  readonly back: string;
  readonly on: { readonly href: string; readonly label: string };
}) {
  const { words } = usePreview();
  return (
    <nav className={styles['way']} aria-label={words.say('preview.title')}>
      <a className={styles['back']} href={back} aria-label={words.say('preview.back')}>
        <ArrowLeft size={26} aria-hidden="true" />
      </a>
      <a className={styles['next']} href={on.href}>
        {on.label}
      </a>
    </nav>
  );
}
