import type { Taken } from '../../learn/assessment';
import type { KeptCertificate } from './assessment-keeping';

/** Names no learner: a file's name is seen by many. */
export const certificateFileName = (
  { id, signedAt }: { readonly id: string; readonly signedAt: string },
  extension: 'json' | 'pdf',
): string => `aliquot-certificate-${signedAt.slice(0, 10)}-${short(id)}.${extension}`;

/** Eight letters of an id. */
export const short = (id: string): string =>
  id
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase();

/** What a class is made of: the certificate itself is named by its hash, so that none stands for another. */
export const takenOf = ({ certificate, key }: KeptCertificate): Taken => ({
  id: certificate.hash,
  learner: certificate.learner,
  takenAt: certificate.takenAt,
  assessment: certificate.assessment,
  key,
  result: certificate.result,
});
