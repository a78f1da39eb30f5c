import type { Message } from '../messages/translate';
import type { Result } from '../record/ports';
import type { OutboxDesk } from './outbox-desk';
import type { ServerDesk } from './server-desk';
import type { Pulled, PullProgress } from './server-pull';

/** The clinic's own FHIR server, for the screens. */
export type ClinicServer = {
  readonly desk: ServerDesk;
  readonly outbox: Pick<OutboxDesk, 'store' | 'sendAgain' | 'fateOf'>;
  /** Fetches the records of one patient, by the record number, or of all. Does not begin where no server is set. */
  readonly fetchRecords: (
    recordNumber: string | null,
    how: { readonly signal: AbortSignal; readonly onProgress: (progress: PullProgress) => void },
  ) => Promise<Result<Pulled, Message>>;
};
