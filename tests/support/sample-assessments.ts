import { type Certificate, type CertificateBody, signCertificate } from '../../src/exchange/certificate';
import type { Assessment, AssessmentResult, PassMark, SiteResult, Taken } from '../../src/learn/assessment';
import { assessmentTask } from '../../src/learn/assessment-task';
import { muscles } from '../../src/protocol/paradigm';
import type { SiteId } from '../../src/protocol/words';
import type { CryptoPort } from '../../src/record/crypto-port';
import { sampleHead } from './sample-sessions';
import { unwrap } from './signing';

export const samplePass: PassMark = {
  withinMm: 5,
  share: 0.8,
  meanMm: 6,
  rightMuscle: false,
  rightSide: true,
  zones: 1,
  questions: 0.8,
};

export const sampleAssessment = (change: Partial<Assessment> = {}): Assessment => ({
  id: 'assessment-1',
  title: 'Autumn course, day 2',
  by: 'Demo, Ada (synthetic)',
  madeAt: '2026-11-20T08:00:00+01:00',
  map: 'preempt-2017',
  head: 'standard',
  muscles: muscles.map(({ id }) => id),
  side: 'left',
  count: 10,
  questions: 0,
  seed: 20_261_130,
  limitMinutes: 5,
  pass: samplePass,
  ...change,
});

export const askedSites = (assessment: Assessment): readonly SiteId[] =>
  assessmentTask(assessment).groups.flatMap(({ asked }) => asked);

const placed = (site: SiteId, mm: number): SiteResult => ({
  site,
  mm,
  off: { upMm: mm, alongMm: 0, toward: 'forward' },
  rightMuscle: true,
  rightSide: true,
  zones: [],
});

/** What came of an attempt: as far off as `mm` says, site by site; 1 mm where it says nothing, null for no pin. */
export const resultWith = (
  assessment: Assessment,
  mm: readonly (number | null)[] = [],
  change: (site: SiteResult, n: number) => SiteResult = (site) => site,
): AssessmentResult => ({
  sites: askedSites(assessment).map((site, n) => {
    const one = mm[n] === undefined ? 1 : mm[n];
    return one === null
      ? { site, mm: null, off: null, rightMuscle: false, rightSide: false, zones: [] }
      : change(placed(site, one), n);
  }),
  questions: { asked: assessment.questions, right: assessment.questions },
  tookMs: 86_000,
});

export const takenBy = (learner: string, takenAt: string, result: AssessmentResult, assessment: Assessment): Taken => ({
  id: `${learner} ${takenAt}`,
  learner,
  takenAt,
  assessment,
  key: JSON.stringify(assessment),
  result,
});

/** A certificate signed with a key of the tests. */
export const certificateOf = async (port: CryptoPort, change: Partial<CertificateBody> = {}): Promise<Certificate> => {
  const assessment = change.assessment ?? sampleAssessment();
  return unwrap(
    await signCertificate(
      {
        id: 'certificate-1',
        app: '0.0.0',
        head: { ...sampleHead, variant: assessment.head },
        learner: 'Demo, Maren (synthetic)',
        author: { profile: 'profile-1', name: 'Demo, Ada (synthetic)', credentials: 'MD' },
        takenAt: '2026-11-30T09:00:00+01:00',
        signedAt: '2026-11-30T09:01:40+01:00',
        assessment,
        result: resultWith(assessment, [0, 3.2, 4.9, 5, 5.1, 12.4]),
        ...change,
      },
      port,
    ),
  );
};
