import '../../messages/later';
import type { TwoLegs } from '../../anatomy/offset';
import type { CertificateProblem } from '../../exchange/certificate';
import type { Assessment, Criterion, SiteResult } from '../../learn/assessment';
import { assessmentTask, wantedOf } from '../../learn/assessment-task';
import { upWay } from '../../learn/reasons';
import { pinsAsked } from '../../learn/task';
import { type Message, t } from '../../messages/translate';
import { zoneOf } from '../../protocol/danger-zones';
import { muscleOf, muscles } from '../../protocol/paradigm';
import { readSiteId } from '../../protocol/site-id';
import type { SiteId } from '../../protocol/words';
import type { StoreError } from '../../record/ports';
import { damageText } from '../damage-text';
import { storeErrorText } from '../refusal-text';
import { muscleName, shortLabel, siteName } from '../site-text';

/** "4.2" */
export const tenths = (mm: number): string => mm.toFixed(1);
/** "4.2 mm"; what is said instead where there is no distance. */
export const mmText = (mm: number | null): string =>
  mm === null ? t('assess.result.missed') : t('assess.mm', { mm: tenths(mm) });

/** "1:26", of milliseconds. */
export function timeText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

const partsOf = (id: SiteId) => {
  const parts = readSiteId(id);
  if (parts === null) throw new RangeError(`not a site: ${id}`);
  return { id, ...parts };
};

/** "Temporalis left 3" */
export const assessedSite = (id: SiteId): string => siteName(partsOf(id));
/** "TE L3" */
export const siteCode = (id: SiteId): string => {
  const row = partsOf(id);
  return `${muscleOf(row.muscle).code} ${shortLabel(row)}`;
};

/** "4.0 mm low, 3.0 mm back": where a pin lies from its site, in the words of its muscle; null on the site. */
export function wayText(site: SiteId, { upMm, alongMm, toward }: TwoLegs): string | null {
  const up = upWay(partsOf(site).muscle, upMm);
  const parts = [
    ...(shown(upMm) ? [t(`assess.way.${up}`, { mm: tenths(Math.abs(upMm)) })] : []),
    ...(shown(alongMm) ? [t(`assess.way.${toward}`, { mm: tenths(Math.abs(alongMm)) })] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
const shown = (mm: number): boolean => Math.abs(mm) >= 0.05;

/** Where the pin of a site lay. */
export const lay = ({ site, mm, off }: SiteResult): string =>
  mm === null ? '' : mm === 0 ? t('assess.result.onSite') : ((off === null ? null : wayText(site, off)) ?? '');

/** What is to be remarked of a site beside its distance; empty where nothing is. */
export const faultsOf = ({ mm, ruleMm, rightMuscle, rightSide, zones }: SiteResult): string =>
  mm === null
    ? t('assess.result.missed')
    : [
        ...(ruleMm === undefined
          ? []
          : [ruleMm === 0 ? t('assess.result.withinRule') : t('assess.result.outsideRule', { mm: tenths(ruleMm) })]),
        ...(rightMuscle ? [] : [t('assess.result.wrongMuscle')]),
        ...(rightSide ? [] : [t('assess.result.wrongSide')]),
        ...zones.map((zone) => zoneOf(zone).name),
      ].join(', ');

/** "10 sites · left side · frontalis, temporalis" */
export function aboutText(assessment: Assessment): string {
  const { muscles: asked, side } = assessment;
  return t('assess.about', {
    sites: pinsAsked(assessmentTask(assessment)),
    side: t(`assess.side.${side}`),
    muscles:
      asked.length === muscles.length
        ? t('assess.allMuscles')
        : asked.map((id) => muscleName(id).toLowerCase()).join(', '),
  });
}

/** "To pass: sites found within 5.0 mm at least 8, pins on the other side none" */
export const passMarkText = (assessment: Assessment): string =>
  t('assess.mark', {
    criteria: wantedOf(assessment)
      // Without a site left out: that is so of every assessment.
      .filter(({ kind }) => kind !== 'placed')
      .map((criterion) => criterionText(criterion, assessment))
      .map(({ name, wanted }) => t('assess.markPart', { name: name.charAt(0).toLowerCase() + name.slice(1), wanted }))
      .join(', '),
  });

/** A criterion in words: what it is, what was reached and what was wanted. */
export function criterionText(
  { kind, found, wanted, of }: Criterion,
  { pass }: Pick<Assessment, 'pass'>,
): { readonly name: string; readonly found: string; readonly wanted: string } {
  const name = t(`assess.criterion.${kind}`, { mm: tenths(pass.withinMm) });
  const counted = (n: number): string => (of === null ? String(n) : t('assess.criterion.of', { found: n, of }));
  switch (kind) {
    case 'placed':
      return { name, found: counted(found ?? 0), wanted: t('assess.criterion.all') };
    case 'within':
    case 'questions':
      return { name, found: counted(found ?? 0), wanted: t('assess.criterion.atLeast', { wanted }) };
    case 'mean':
      return {
        name,
        found: found === null ? t('assess.criterion.nothing') : mmText(found),
        wanted: t('assess.criterion.atMost', { wanted: mmText(wanted) }),
      };
    case 'muscle':
    case 'side':
    case 'zones':
      return {
        name,
        found: String(found ?? 0),
        wanted: wanted === 0 ? t('assess.criterion.zero') : t('assess.criterion.atMost', { wanted }),
      };
    case 'time':
      return {
        name,
        found: timeText(found ?? 0),
        wanted: t('assess.criterion.atMost', { wanted: timeText(wanted) }),
      };
  }
}

/** Why a file was not taken. */
export function certificateProblemMessage(problem: CertificateProblem): Message {
  switch (problem.kind) {
    case 'TooLarge':
    case 'NotText':
    case 'OtherFormat':
    case 'Altered':
      return { key: `assess.file.${problem.kind}` };
    case 'NotJson':
      return { key: 'assess.file.NotJson', values: { line: problem.line, column: problem.column } };
    case 'NewerVersion':
      return { key: 'assess.file.NewerVersion', values: { found: problem.found, known: problem.known } };
    case 'Damaged':
      return { key: 'assess.file.Damaged', values: { path: problem.path, what: damageText(problem.what) } };
    case 'Disagrees':
      return { key: 'assess.file.Disagrees', values: { path: problem.path } };
  }
}

/** What was made or taken in and the vault did not take. */
export const notKept = (error: StoreError): Message => ({
  key: 'assess.notKept',
  values: { why: storeErrorText(error) },
});
