import { readVariant } from '../anatomy/variant';
import type { Assessment } from '../learn/assessment';
import { err, ok, type Result } from '../protocol/words';
import { canonicalText } from '../record/canonical';
import { type Bytes, type CheckingPort, hashOf } from '../record/crypto-port';
import type { Damage, DamageKind } from '../record/damage';
import { inSchemaOrder } from '../record/field-order';
import { parseWith } from '../record/schema';
import {
  assessmentFileSchema,
  assessmentFormat,
  assessmentSchema,
  certificateFormat,
  certificateFormatVersion,
  maxCertificateBytes,
} from './certificate-schema';
import { parseJson } from './json-text';

/** Why a file of an assessment or a certificate was not taken, and where in it. Nothing was changed. */
export type LearnFileProblem =
  | { readonly kind: 'TooLarge'; readonly bytes: number; readonly limit: number }
  /** Bytes that are no UTF-8. */
  | { readonly kind: 'NotText' }
  | { readonly kind: 'NotJson'; readonly line: number; readonly column: number }
  /** JSON of something else. `other`: it is the other one of the two. */
  | { readonly kind: 'OtherFormat'; readonly other: boolean }
  | { readonly kind: 'NewerVersion'; readonly found: number; readonly known: number }
  | { readonly kind: 'Damaged'; readonly path: string; readonly what: DamageKind };

/** An assessment as a file: JSON with two spaces of indent, fields in a fixed order, a newline at the end. Not signed. */
export function assessmentFile(assessment: Assessment, app: string): string {
  const file = { format: assessmentFormat, formatVersion: certificateFormatVersion, app, assessment };
  return `${JSON.stringify(inSchemaOrder(assessmentFileSchema, file), null, 2)}\n`;
}

/** Reads such a file. Never throws; the problem is the first found, from the outside in. */
export function readAssessmentFile(bytes: Bytes): Result<Assessment, LearnFileProblem> {
  const json = jsonOf(bytes, assessmentFormat);
  if (!json.ok) return json;
  const file = parseWith(assessmentFileSchema, json.value);
  if (!file.ok) return err({ kind: 'Damaged', ...file.error });
  const odd = oddity(file.value.assessment, 'assessment.');
  return odd === null ? ok(file.value.assessment) : err({ kind: 'Damaged', ...odd });
}

/** The same of what a store kept. */
export function parseAssessment(value: unknown): Result<Assessment, Damage> {
  const read = parseWith(assessmentSchema, value);
  if (!read.ok) return read;
  const odd = oddity(read.value, '');
  return odd === null ? ok(read.value) : err(odd);
}

/** What a schema does not see: a muscle named twice, a head that cannot be. */
export function oddity({ muscles, head }: Assessment, path: string): Damage | null {
  if (new Set(muscles).size < muscles.length) return { path: `${path}muscles`, what: 'used twice' };
  return readVariant(head).ok ? null : { path: `${path}head`, what: 'not an allowed value' };
}

/** The same for the same assessment, to the last field, and for no other. */
export const assessmentKey = (assessment: Assessment, crypto: Pick<CheckingPort, 'sha256'>): Promise<string> =>
  hashOf(assessment, crypto);

/** Whether two are the same to the last field. */
export function sameAssessment(a: Assessment, b: Assessment): boolean {
  const [one, other] = [canonicalText(a), canonicalText(b)];
  return one.ok && other.ok && one.value === other.value;
}

/** A file's JSON where it says that it is of this format, in a version that is known. */
export function jsonOf(
  bytes: Bytes,
  wanted: typeof assessmentFormat | typeof certificateFormat,
): Result<unknown, LearnFileProblem> {
  if (bytes.length > maxCertificateBytes)
    return err({ kind: 'TooLarge', bytes: bytes.length, limit: maxCertificateBytes });
  const text = textOf(bytes);
  if (text === null) return err({ kind: 'NotText' });
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined;
  if (typeof value !== 'object' || value === null || format !== wanted)
    return err({ kind: 'OtherFormat', other: format === assessmentFormat || format === certificateFormat });
  const found: unknown = Reflect.get(value, 'formatVersion');
  if (typeof found === 'number' && found > certificateFormatVersion)
    return err({ kind: 'NewerVersion', found, known: certificateFormatVersion });
  return json;
}

function textOf(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
