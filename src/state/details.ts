import type { BmiBand } from '../protocol/depths';
import type { Session } from '../record/session';

/** What the injector writes of a session beside its entries. */
export type Details = {
  readonly label: string;
  readonly injector: string;
  readonly note: string;
  /** Null: not recorded. */
  readonly bmiBand: BmiBand | null;
};

/** The session with its details as written; without a band where none is recorded. */
export function withDetails(session: Session, { label, injector, note, bmiBand }: Details): Session {
  const written: Session = { ...session, patient: { ...session.patient, label }, injector, note };
  if (bmiBand !== null) return { ...written, bmiBand };
  const { bmiBand: before, ...rest } = written;
  return before === undefined ? written : rest;
}
