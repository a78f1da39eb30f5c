import '../../messages/later';
import { byteOrderMark, csvLine } from '../../exchange/csv';
import { assessmentTask } from '../../learn/assessment-task';
import type { ClassResults } from '../../learn/class-results';
import { t } from '../../messages/translate';
import type { KeptCertificate } from './assessment-keeping';
import { assessedSite, tenths } from './assessment-text';

const columns = [
  'assess.csv.learner',
  'assess.csv.assessment',
  'assess.csv.taken',
  'assess.csv.counts',
  'assess.csv.passed',
  'assess.csv.found',
  'assess.csv.of',
  'assess.csv.mean',
  'assess.csv.worst',
  'assess.csv.seconds',
  'assess.csv.asked',
  'assess.csv.right',
  'assess.csv.signedBy',
  'assess.csv.key',
  'assess.csv.hash',
] as const;

const yesNo = (is: boolean): string => t(is ? 'assess.csv.yes' : 'assess.csv.no');
const mm = (value: number | null | undefined): string => (value === null || value === undefined ? '' : tenths(value));

/** A class as a table (RFC 4180): a row a certificate, and a column for the distance at each site. */
export function classCsv({ assessment, rows }: ClassResults, certificates: readonly KeptCertificate[]): string {
  const sites = assessmentTask(assessment).groups.flatMap(({ asked }) => asked);
  const table = rows.map(({ taken, verdict, figures, counts }) => {
    const kept = certificates.find(({ certificate }) => certificate.hash === taken.id);
    return [
      taken.learner,
      assessment.title,
      taken.takenAt,
      yesNo(counts),
      yesNo(verdict.passed),
      String(figures.within),
      String(figures.sites),
      mm(figures.meanMm),
      mm(figures.worst?.mm),
      String(Math.round(taken.result.tookMs / 1000)),
      String(taken.result.questions.asked),
      String(taken.result.questions.right),
      kept?.certificate.author.name ?? '',
      kept?.keyName ?? '',
      taken.id,
      ...sites.map((site) => mm(taken.result.sites.find((one) => one.site === site)?.mm)),
    ];
  });
  const heads = [
    ...columns.map((key) => t(key)),
    ...sites.map((site) => t('assess.csv.site', { site: assessedSite(site) })),
  ];
  return `${byteOrderMark}${[heads, ...table].map(csvLine).join('')}`;
}
