import { useEffect, useState } from 'react';
import { type Reports, reportsBefore } from '../../outcomes/effects';
import type { ListedSession } from '../../record/listing';
import type { Session } from '../../record/session';
import { afterPaint } from '../../scene/after-paint';
import type { Book } from '../../state/outcomes/book';
import { useServices } from '../services';
import { useBookState } from '../use-book';

/** What was reported before a session; `unread` where that could not be found out. */
export type FoundReports =
  | { readonly kind: 'unread' }
  | { readonly kind: 'read'; readonly reports: readonly Reports[] };

type Asked = { readonly of: string; readonly book: Book; readonly sessions: readonly ListedSession[] };

/** Null until it was read, and where nothing is kept between sessions: in a dry run. Kept up to date with the patient's file. */
export function useReports({ id, startedAt, patient }: Session): FoundReports | null {
  const { outcomes, store } = useServices();
  const [asked, setAsked] = useState<Asked | 'unread' | null>(null);
  const of = `${id} ${patient.id}`;
  useEffect(() => {
    let wanted = true;
    const find = async (): Promise<Asked | 'unread' | null> => {
      const kit = await outcomes().catch(() => null);
      if (kit === null) return null;
      const listed = await store.list();
      if (!listed.ok) return 'unread';
      const sessions = listed.value.filter(
        (one): one is ListedSession => one.kind === 'session' && one.patient.id === patient.id,
      );
      const book = kit.bookOf(patient.id);
      return { of, book, sessions };
    };
    const thinkBetter = afterPaint(() => {
      void find().then((found) => {
        if (wanted) setAsked(found);
      });
    });
    return () => {
      wanted = false;
      thinkBetter();
    };
  }, [of, outcomes, patient.id, store]);
  const known = asked !== null && asked !== 'unread' && asked.of === of ? asked : null;
  const state = useBookState(known?.book ?? null);
  if (asked === 'unread' || state.kind === 'failed') return { kind: 'unread' };
  if (known === null || state.kind === 'reading') return null;
  return { kind: 'read', reports: reportsBefore(state.file, known.sessions, { id, startedAt }) };
}
