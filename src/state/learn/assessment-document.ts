import '../../messages/later';
import { standardVariant } from '../../anatomy/variant';
import type { CertificateDocument } from '../../exchange/pdf/certificate-document';
import { figuresOf } from '../../learn/assessment';
import { language } from '../../messages/locale';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import { readSiteId } from '../../protocol/site-id';
import type { SiteId } from '../../protocol/words';
import type { Placement } from '../anatomy-service';
import { noteDay, noteMoment } from '../note-dates';
import type { NoteArt, PictureSite } from '../note-document';
import type { KeptCertificate } from './assessment-keeping';
import { assessedSite, criterionText, faultsOf, lay, mmText, siteCode, tenths, timeText } from './assessment-text';

const muscleIn = (site: SiteId) => readSiteId(site)?.muscle ?? null;

/** The true sites with the distance of each pin beside them, as the pictures show them. */
export const markedSites = ({ certificate }: KeptCertificate, { anchors }: Placement): readonly PictureSite[] =>
  certificate.result.sites.flatMap(({ site, mm }): readonly PictureSite[] => {
    const [anchor, muscle] = [anchors.get(site), muscleIn(site)];
    if (anchor === undefined || muscle === null) return [];
    const { positionMm, normal } = anchor;
    return [
      {
        number: mm === null ? '–' : tenths(mm),
        muscle,
        ftp: false,
        state: 'planned',
        positionMm,
        normal,
        told: t('assess.pdf.mark', { site: assessedSite(site), mm: mmText(mm) }),
      },
    ];
  });

/** Everything that the page of a certificate says. */
export function certificateDocument(kept: KeptCertificate, { pictures, hues }: NoteArt): CertificateDocument {
  const { certificate, keyName } = kept;
  const { assessment, result, verdict, head, author, id } = certificate;
  const figures = figuresOf(assessment, result);
  const worst = figures.worst === null ? '' : ` (${siteCode(figures.worst.site)})`;
  const title = t('assess.pdf.title');
  return {
    language,
    fileTitle: t('assess.pdf.fileTitle', { day: noteDay(certificate.signedAt) }),
    madeAt: certificate.signedAt,
    product: t('app.name'),
    title,
    subtitle: t('assess.pdf.setBy', { title: assessment.title, by: assessment.by, day: noteDay(assessment.madeAt) }),
    learner: { name: t('assess.pdf.learner'), text: certificate.learner },
    taken: t('assess.pdf.taken', { moment: noteMoment(certificate.takenAt) }),
    passed: verdict.passed,
    verdict: t(verdict.passed ? 'assess.result.passed' : 'assess.result.failed'),
    score: t('assess.pdf.found', {
      found: figures.within,
      of: figures.sites,
      mm: tenths(assessment.pass.withinMm),
    }),
    figures: [
      { name: t('assess.result.mean'), text: mmText(figures.meanMm) },
      { name: t('assess.result.worst'), text: `${mmText(figures.worst?.mm ?? null)}${worst}` },
      { name: t('assess.result.time'), text: timeText(result.tookMs) },
    ],
    criteria: {
      title: t('assess.pdf.criteria'),
      columns: {
        name: t('assess.pdf.criterion'),
        wanted: t('assess.pdf.wanted'),
        found: t('assess.pdf.got'),
        met: t('assess.pdf.met'),
      },
      rows: verdict.why.map((criterion) => ({
        ...criterionText(criterion, assessment),
        met: t(criterion.met ? 'assess.pdf.yes' : 'assess.pdf.no'),
        hue: null,
      })),
    },
    pictures,
    sites: {
      title: t('assess.pdf.sites'),
      columns: {
        site: t('assess.result.site'),
        mm: t('assess.result.mm'),
        said: t('assess.result.faults'),
      },
      rows: result.sites.map((one) => {
        const muscle = muscleIn(one.site);
        return {
          site: assessedSite(one.site),
          mm: one.mm === null ? '–' : tenths(one.mm),
          said: [lay(one), faultsOf(one)].filter((said) => said !== '').join('; '),
          hue: muscle === null ? null : hues[muscle],
        };
      }),
    },
    limit: t('assess.limit'),
    measured: t('assess.pdf.measured', {
      map: mapOf(assessment.map).title,
      model: `${head.model} ${head.contentHash.slice(0, 12)}`,
      variant: t(head.variant === standardVariant ? 'assess.pdf.standard' : 'assess.pdf.own'),
    }),
    signature: {
      name: {
        name: t('assess.pdf.signedBy', { name: '' }).trim(),
        text: t('assess.pdf.signedBy', { name: author.name }),
      },
      lines: [noteMoment(certificate.signedAt)],
      meaning: t('assess.proves'),
      seal: {
        title: t('assess.pdf.seal', { id }),
        lines: [t('assess.pdf.keyLine', { key: keyName }), t('assess.pdf.hashLine', { hash: certificate.hash })],
      },
    },
    footer: t('assess.pdf.footer', { app: certificate.app, id }),
    pageText: t('note.page.number', { page: '{page}', of: '{of}' }),
    runningTitle: `${title} · ${certificate.learner}`,
    cannotShow: t('note.page.cannotShow', { parts: '{parts}' }),
  };
}
