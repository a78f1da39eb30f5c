import type { Bundle } from 'fhir/r4';
import { correctionBundle } from '../../src/exchange/fhir/corrections';
import { transactionBundle } from '../../src/exchange/fhir/transaction-bundle';
import { base64, somePdf } from '../../tests/support/sent-sessions';
import type { SignedStep } from './signed-records';

/** What the signed files say made them. */
export const app = 'proof';

/** What a version is sent as: the same whenever it is sent. */
export const bundleOf = ({ versions, file }: SignedStep): Bundle =>
  transactionBundle({ versions, signedFile: file, pdf: somePdf, base64 });

/** What the server is asked to correct after it has taken the version; null for a first one. */
export const correctionsOf = ({ versions }: SignedStep): Bundle | null => correctionBundle(versions, base64);
