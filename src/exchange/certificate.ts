import type { HeadRef } from '../anatomy/anchor';
import { assessmentTask } from '../learn/assessment-task';
import { type Assessment, type AssessmentResult, judge, type Verdict } from '../learn/assessment';
import { err, ok, type Result } from '../protocol/words';
import { fromBase64Url, toBase64Url } from '../record/base64url';
import { canonicalBytes, type NotCanonical } from '../record/canonical';
import { changesBetween } from '../record/changes';
import { type Bytes, type CheckingPort, type CryptoPort, keyName, type PublicKey } from '../record/crypto-port';
import { pathText } from '../record/damage';
import { inSchemaOrder } from '../record/field-order';
import { parseWith } from '../record/schema';
import { type Author, bodyOf } from '../record/signed-version';
import { jsonOf, type LearnFileProblem, oddity } from './assessment-file';
import { certificateFormat, certificateFormatVersion, certificateSchema } from './certificate-schema';

/**
 * The signed result of one attempt. `hash` (SHA-256) and `signature` (ECDSA P-256) are over the canonical bytes of everything
 * else in it, fields that this program does not know included; both in base64url. They show that whoever could use this key made
 * the file, and that nothing in it was changed since; not who placed the pins.
 */
export type Certificate = {
  readonly format: typeof certificateFormat;
  readonly formatVersion: typeof certificateFormatVersion;
  readonly id: string;
  /** Version of the program that made it. */
  readonly app: string;
  /** The head that was measured on. */
  readonly head: HeadRef;
  readonly learner: string;
  /** Whose key signed it, as he or she stood in the device's profiles. */
  readonly author: Author;
  /** When it was begun, and signed; ISO 8601 with offset, by the clock of the device. */
  readonly takenAt: string;
  readonly signedAt: string;
  /** The whole of it, so that the result can be judged again. */
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
  readonly verdict: Verdict;
  readonly key: PublicKey;
  readonly hash: string;
  readonly signature: string;
};

export type CertificateBody = Omit<Certificate, 'format' | 'formatVersion' | 'verdict' | 'key' | 'hash' | 'signature'>;

/** Why a file is no certificate that holds. */
export type CertificateProblem =
  | LearnFileProblem
  /** Something was changed after it was signed: its hash, or its signature, is that of something else. */
  | { readonly kind: 'Altered'; readonly what: 'hash' | 'signature' }
  /** It was signed as it is, and says what does not follow from its own results. `path`: what should be otherwise. */
  | { readonly kind: 'Disagrees'; readonly path: string };

/** A certificate that holds. `keyName` names the key that signed it (see `crypto-port`). */
export type ReadCertificate = { readonly certificate: Certificate; readonly keyName: string };

/** Judges a result and signs it. */
export async function signCertificate(
  body: CertificateBody,
  crypto: CryptoPort,
): Promise<Result<Certificate, NotCanonical>> {
  const verdict = judge(body.assessment, body.result);
  const format = { format: certificateFormat, formatVersion: certificateFormatVersion } as const;
  const whole = { ...format, ...body, verdict, key: crypto.publicKey };
  const bytes = canonicalBytes(whole);
  if (!bytes.ok) return bytes;
  const [hash, signature] = await Promise.all([crypto.sha256(bytes.value), crypto.sign(bytes.value)]);
  const made: Certificate = { ...whole, hash: toBase64Url(hash), signature: toBase64Url(signature) };
  // What could not be read back must never be handed out.
  const read = await checkCertificate(made, crypto);
  if (!read.ok) throw new Error(`a certificate just made does not hold: ${JSON.stringify(read.error)}`);
  return ok(made);
}

/** A certificate as a file: JSON with two spaces of indent, fields in a fixed order, a newline at the end. */
export const certificateFile = (certificate: Certificate): string =>
  `${JSON.stringify(inSchemaOrder(certificateSchema, certificate), null, 2)}\n`;

/** Reads a certificate from the bytes of a file and checks all of it. Never throws. */
export async function readCertificate(
  bytes: Bytes,
  crypto: CheckingPort,
): Promise<Result<ReadCertificate, CertificateProblem>> {
  const json = jsonOf(bytes, certificateFormat);
  return json.ok ? checkCertificate(json.value, crypto) : json;
}

/** The same of JSON: its fields, its hash and signature, and whether sites and verdict follow from assessment and result. */
export async function checkCertificate(
  value: unknown,
  crypto: CheckingPort,
): Promise<Result<ReadCertificate, CertificateProblem>> {
  const read = parseWith(certificateSchema, value);
  if (!read.ok) return err({ kind: 'Damaged', ...read.error });
  const certificate = read.value;
  const odd = oddity(certificate.assessment, 'assessment.');
  if (odd !== null) return err({ kind: 'Damaged', ...odd });
  const sealed = canonicalBytes(bodyOf(certificate));
  if (!sealed.ok) return err({ kind: 'Damaged', path: sealed.error.path, what: 'not an allowed value' });
  if (certificate.hash !== toBase64Url(await crypto.sha256(sealed.value)))
    return err({ kind: 'Altered', what: 'hash' });
  const signature = fromBase64Url(certificate.signature);
  if (signature === null || !(await crypto.verify(certificate.key, signature, sealed.value)))
    return err({ kind: 'Altered', what: 'signature' });
  const wrong = disagreement(certificate);
  if (wrong !== null) return err({ kind: 'Disagrees', path: wrong });
  return ok({ certificate, keyName: await keyName(certificate.key, crypto) });
}

/** The first thing that does not follow from the assessment and the results: as a path. */
function disagreement({ assessment, result, verdict, head }: Certificate): string | null {
  const asked = assessmentTask(assessment).groups.flatMap((group) => group.asked);
  const other = asked.findIndex((site, n) => result.sites[n]?.site !== site);
  if (other >= 0) return `result.sites[${String(other)}].site`;
  if (result.sites.length > asked.length) return `result.sites[${String(asked.length)}]`;
  if (head.variant !== assessment.head) return pathText(['head', 'variant']);
  const { questions } = result;
  if (questions.asked !== assessment.questions) return 'result.questions.asked';
  if (questions.right > questions.asked) return 'result.questions.right';
  const [first] = changesBetween(plain(judge(assessment, result)), plain(verdict));
  return first === undefined ? null : ['verdict', first.path].join('.').replaceAll('.[', '[');
}

/** As JSON has it, without fields that are not known here. */
const plain = ({ passed, why }: Verdict): unknown => ({
  passed,
  why: why.map(({ kind, met, found, wanted, of }) => ({ kind, met, found, wanted, of })),
});
