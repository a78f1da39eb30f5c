import type { Bundle } from 'fhir/r4';
import { transactionBundle } from '../../src/exchange/fhir/transaction-bundle';
import { base64, somePdf } from '../../tests/support/sent-sessions';
import type { SignedStep } from './signed-records';

/** What the signed files say made them. */
export const app = 'proof';

/** What a version is sent as: the same whenever it is sent. */
export const bundleOf = ({ versions, file }: SignedStep): Bundle =>
  transactionBundle({ versions, signedFile: file, pdf: somePdf, base64 });
