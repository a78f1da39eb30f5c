import { beforeAll, describe, expect, it } from 'vitest';
import { assessmentFile, readAssessmentFile } from '../../../src/exchange/assessment-file';
import {
  type Certificate,
  certificateFile,
  checkCertificate,
  readCertificate,
  signCertificate,
} from '../../../src/exchange/certificate';
import { toBase64Url } from '../../../src/record/base64url';
import { canonicalBytes } from '../../../src/record/canonical';
import type { CryptoPort } from '../../../src/record/crypto-port';
import { bodyOf } from '../../../src/record/signed-version';
import { webChecking } from '../../../src/storage/web-crypto';
import { mutate, mutateJson, seeded } from '../../support/mutations';
import { certificateOf, resultWith, sampleAssessment } from '../../support/sample-assessments';
import { twoInjectors, unwrap } from '../../support/signing';

let port: CryptoPort;
let other: CryptoPort;
let certificate: Certificate;
beforeAll(async () => {
  [port, other] = await twoInjectors();
  certificate = await certificateOf(port);
});

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const read = (text: string) => readCertificate(bytes(text), webChecking);

/** Signed anew as it stands, by whoever has a key: what only its own contents can give away. */
const signedAnew = async (value: object, by = other): Promise<unknown> => {
  const body = { ...bodyOf(value), key: by.publicKey };
  const sealed = unwrap(canonicalBytes(body));
  return { ...body, hash: toBase64Url(await by.sha256(sealed)), signature: toBase64Url(await by.sign(sealed)) };
};

/** Every value in it that is no object, by its path. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}
const flipped = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('A') ? 'E' : 'A'}`;
  return 1;
};
function withChanged(value: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  const copy = plain(value);
  let here = copy;
  for (const name of path.slice(0, -1)) here = here[name] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  here[last] = flipped(here[last]);
  return copy;
}

describe('a certificate', () => {
  it('is read back as it was made, and names the key that signed it', async () => {
    const back = unwrap(await read(certificateFile(certificate)));
    expect(back.certificate).toEqual(certificate);
    expect(back.keyName).toMatch(/^[\w-]{43}$/);
    expect(certificate.verdict.passed).toBe(true);
  });

  it('holds in another order of its fields and with other spaces: what it says is the same', async () => {
    const backwards = Object.fromEntries(Object.entries(certificate).reverse());
    expect((await read(JSON.stringify(backwards))).ok).toBe(true);
  });

  it('keeps fields that this program does not know, and they are signed with the rest', async () => {
    const more = plain(await signedAnew({ ...certificate, 'x-course': 'autumn' }, port));
    const back = unwrap(await checkCertificate(more, webChecking));
    expect(back.certificate).toMatchObject({ 'x-course': 'autumn' });
    expect(await checkCertificate({ ...more, 'x-course': 'spring' }, webChecking)).toEqual({
      ok: false,
      error: { kind: 'Altered', what: 'hash' },
    });
  });

  it('is found out with any one value changed, whichever it is', async () => {
    const whole = plain(certificate);
    const paths = leaves(whole);
    expect(paths.length).toBeGreaterThan(120);
    for (const path of paths)
      expect((await checkCertificate(withChanged(whole, path), webChecking)).ok, path.join('.')).toBe(false);
  });

  it('is found out when it was changed and hashed anew: the signature is of what was signed', async () => {
    const body = { ...bodyOf(certificate), learner: 'Demo, Eve (synthetic)' };
    const hash = toBase64Url(await webChecking.sha256(unwrap(canonicalBytes(body))));
    const forged = { ...body, hash, signature: certificate.signature };
    expect(await checkCertificate(forged, webChecking)).toEqual({
      ok: false,
      error: { kind: 'Altered', what: 'signature' },
    });
  });

  it('is found out when disks, mail, hands or programs changed it, at some hundred places drawn by lot', async () => {
    const random = seeded(20_261_130);
    const file = certificateFile(certificate);
    for (let n = 0; n < 300; n += 1) {
      const text = mutate(file, random);
      const back = await read(text);
      // A space in the layout, or a field written twice alike, changes nothing that it says.
      if (back.ok) expect(back.value.certificate).toEqual(certificate);
      const value = mutateJson(plain(certificate), random);
      const made = await checkCertificate(value, webChecking);
      if (made.ok) expect(made.value.certificate).toEqual(certificate);
    }
  });

  it('is found out when it was signed anew with a verdict that does not follow from its results', async () => {
    const lied = { ...certificate, result: resultWith(certificate.assessment, [30, 30, 30, 30, 30]) };
    expect(await checkCertificate(await signedAnew(lied), webChecking)).toEqual({
      ok: false,
      error: { kind: 'Disagrees', path: 'verdict.passed' },
    });
  });

  it('is found out when it was signed anew with sites or a head that its assessment does not ask for', async () => {
    const { result, assessment } = certificate;
    const swapped = { ...result, sites: [...result.sites].reverse() };
    const fewer = { ...result, sites: result.sites.slice(1) };
    for (const [change, path] of [
      [{ result: swapped }, 'result.sites[0].site'],
      [{ result: fewer }, 'result.sites[0].site'],
      [{ result: { ...result, questions: { asked: 3, right: 3 } } }, 'result.questions.asked'],
      [{ assessment: { ...assessment, seed: 1 } }, 'result.sites'],
      [{ head: { ...certificate.head, variant: 'x' } }, 'head.variant'],
    ] as const) {
      const back = await checkCertificate(await signedAnew({ ...certificate, ...change }), webChecking);
      expect(back.ok || (back.error.kind === 'Disagrees' && back.error.path)).toContain(path);
    }
  });

  it('holds when someone else signs the same results: the key tells them apart, nothing else does', async () => {
    const [mine, theirs] = [certificate, await signedAnew(certificate)];
    const [one, two] = [
      unwrap(await checkCertificate(mine, webChecking)),
      unwrap(await checkCertificate(theirs, webChecking)),
    ];
    expect(one.keyName).not.toBe(two.keyName);
  });

  it('is refused politely by its size, its bytes, its format, and a version that is newer', async () => {
    const whole = plain(certificate);
    const problemOf = async (value: unknown) => {
      const back = await read(typeof value === 'string' ? value : JSON.stringify(value));
      return back.ok ? null : back.error.kind;
    };
    expect(await problemOf(' '.repeat(300_000))).toBe('TooLarge');
    expect(await problemOf('{')).toBe('NotJson');
    expect(await problemOf([])).toBe('OtherFormat');
    expect(await problemOf({ ...whole, formatVersion: 2 })).toBe('NewerVersion');
    expect(await problemOf({ ...whole, learner: '' })).toBe('Damaged');
    const latin = await readCertificate(new Uint8Array([0x22, 0xe9, 0x22]), webChecking);
    expect(latin).toEqual({ ok: false, error: { kind: 'NotText' } });
    expect(await read(assessmentFile(sampleAssessment(), '0'))).toEqual({
      ok: false,
      error: { kind: 'OtherFormat', other: true },
    });
  });

  it('is not made of what could not be read back', async () => {
    const body = { ...certificate, learner: '\ud800' };
    const { assessment, result, head, author, takenAt, signedAt, app, id } = certificate;
    const made = await signCertificate(
      { assessment, result, head, author, takenAt, signedAt, app, id, learner: body.learner },
      port,
    );
    expect(made).toEqual({ ok: false, error: { path: 'learner', what: 'half a character' } });
  });
});

describe('an assessment as a file', () => {
  it('is read back as it was made', () => {
    const assessment = sampleAssessment({ limitMinutes: null, pass: { ...sampleAssessment().pass, zones: null } });
    expect(unwrap(readAssessmentFile(bytes(assessmentFile(assessment, '1.2.3'))))).toEqual(assessment);
  });

  it('is refused where it asks for what cannot be: a muscle twice, a head that cannot be, no sites, a share over 1', () => {
    const { pass } = sampleAssessment();
    for (const [change, path] of [
      [{ muscles: ['frontalis', 'frontalis'] as const }, 'assessment.muscles'],
      [{ head: 'huge' }, 'assessment.head'],
      [{ count: 0 }, 'assessment.count'],
      [{ pass: { ...pass, share: 80 } }, 'assessment.pass.share'],
      [{ seed: 1.5 }, 'assessment.seed'],
    ] as const) {
      const back = readAssessmentFile(bytes(assessmentFile(sampleAssessment(change), '1')));
      expect(back.ok || (back.error.kind === 'Damaged' && back.error.path)).toBe(path);
    }
  });
});
