import { beforeAll, describe, expect, it } from 'vitest';
import { placements } from '../../../../src/app/placements';
import { readCertificate, certificateFile, type CertificateBody } from '../../../../src/exchange/certificate';
import { certificateBytes } from '../../../../src/exchange/pdf/certificate-pdf';
import type { Paper } from '../../../../src/exchange/pdf/sheet';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { certificateDocument, markedSites } from '../../../../src/state/learn/assessment-document';
import type { KeptCertificate } from '../../../../src/state/learn/assessment-keeping';
import { assessedSite } from '../../../../src/state/learn/assessment-text';
import { webChecking } from '../../../../src/storage/web-crypto';
import { artOf, noteFonts } from '../../../support/note-art';
import { fontsOf, infoOf, layoutOf, structureOf, textOf } from '../../../support/poppler';
import { askedSites, certificateOf, resultWith, sampleAssessment } from '../../../support/sample-assessments';
import { twoInjectors, unwrap } from '../../../support/signing';

let port: CryptoPort;
beforeAll(async () => {
  [port] = await twoInjectors();
});

const kept = async (change: Partial<CertificateBody> = {}): Promise<KeptCertificate> => {
  const certificate = await certificateOf(port, change);
  const read = unwrap(await readCertificate(new TextEncoder().encode(certificateFile(certificate)), webChecking));
  return { ...read, key: 'k', own: true };
};
const pdfOf = async (one: KeptCertificate, paper: Paper = 'a4') => {
  const sites = markedSites(one, placements.of(one.certificate.assessment.map));
  return unwrap(await certificateBytes(certificateDocument(one, await artOf(sites)), noteFonts(), paper));
};
const plain = (text: string): string => text.replace(/\s+/g, ' ');

const wholeMap = sampleAssessment({
  side: 'both',
  count: 31,
  questions: 10,
  pass: { ...sampleAssessment().pass, rightMuscle: true },
});
/** As much as a page has to say: every site, each with its remarks. */
const fullest = {
  assessment: wholeMap,
  result: resultWith(
    wholeMap,
    Array.from({ length: 31 }, (_, n) => (n === 4 ? null : n * 0.7)),
    (site, n) => ({
      ...site,
      off: { upMm: -n * 0.5, alongMm: n * 0.4, toward: 'back' },
      rightMuscle: n % 7 !== 3,
      zones: n % 9 === 5 ? ['superficial-temporal-artery-frontal'] : [],
    }),
  ),
};

describe('a certificate as a page', () => {
  it('is one tagged page on either paper, with its fonts in it, even with the whole map and its remarks', async () => {
    const one = await kept(fullest);
    for (const paper of ['a4', 'letter'] as const) {
      const pdf = await pdfOf(one, paper);
      const info = infoOf(pdf);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info, paper).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(/Title:\s+Certificate of assessment, 30 Nov 2026/);
      const text = plain(textOf(pdf));
      for (const site of askedSites(wholeMap)) expect(text).toContain(assessedSite(site));
    }
    expect(fontsOf(await pdfOf(one))).not.toMatch(/\bno\s+\w+\s+\w+\s+\d+\s+\d+$/m);
  });

  it('says who, what, the verdict and each thing that was to be reached, and what it is no measure of', async () => {
    const one = await kept();
    const text = plain(textOf(await pdfOf(one)));
    for (const said of [
      'Demo, Maren (synthetic)',
      'Autumn course, day 2, set by Demo, Ada (synthetic) on 20 Nov 2026',
      'Passed',
      '8 of 10 sites found within 5.0 mm',
      'Worst 12.4 mm',
      'Time 1:26',
      'Sites found within 5.0 mm at least 8 8 of 10 yes',
      'Measured on this model, not on a patient: not skill on skin.',
      `Key ${one.keyName}`,
      `Hash ${one.certificate.hash}`,
      'It does not show who held the mouse',
    ])
      expect(text).toContain(said);
  });

  it('says that it was not passed, and which thing was not reached', async () => {
    const assessment = sampleAssessment();
    const text = plain(textOf(await pdfOf(await kept({ result: resultWith(assessment, [20, 20, 20]) }))));
    expect(text).toContain('Not passed');
    expect(text).toContain('Sites found within 5.0 mm at least 8 7 of 10 no');
  });

  it('reads in order for who cannot see it: verdict, criteria, pictures in words, sites', async () => {
    const structure = structureOf(await pdfOf(await kept()));
    const places = ['H1', 'Passed', 'What was to be reached', 'Figure', 'Distance from each true site'].map((part) =>
      structure.indexOf(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('shows that a letter of a name is missing, and says in which part', async () => {
    const text = plain(layoutOf(await pdfOf(await kept({ learner: 'Demo 山 (synthetic)' }))));
    expect(text).toContain('Demo □ (synthetic)');
    expect(text).toContain('Learner');
  });
});
