import '../../../messages/later';
import { ArrowLeft, Check, Download, FileText, X } from 'lucide-react';
import { useState } from 'react';
import { figuresOf, type SiteResult } from '../../../learn/assessment';
import type { Answered } from '../../../learn/questions/check-answer';
import { keptMm, nearness } from '../../../learn/summary';
import { say, t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import type { KeptCertificate } from '../../../state/learn/assessment-keeping';
import {
  assessedSite,
  criterionText,
  faultsOf,
  lay,
  mmText,
  siteCode,
  tenths,
  timeText,
} from '../../../state/learn/assessment-text';
import { storeErrorText } from '../../../state/refusal-text';
import { momentText } from '../../../state/moment-text';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { MuscleCode } from '../../chart/muscle-code';
import { ColumnHeads } from '../../column-heads';
import page from '../../shell/page.module.css';
import styles from './assessment.module.css';
import parts from './parts.module.css';
import own from './certificate.module.css';
import { QuestionsAnswered } from './questions-answered';

type Props = {
  readonly desk: AssessmentDesk;
  readonly kept: KeptCertificate;
  /** What was answered, where it was taken just now; empty otherwise. */
  readonly answered: readonly Answered[];
  readonly onBack: () => void;
};

/** A certificate on the screen: the verdict leads, then what it rests on, then who vouches for it. */
export function CertificateView({ desk, kept, answered, onBack }: Props) {
  const { certificate, keyName, notKept } = kept;
  const { assessment, result, verdict, learner, author, signedAt, hash } = certificate;
  const figures = figuresOf(assessment, result);
  return (
    <main className={page['page']}>
      <div className={page['head']}>
        <div>
          <h1 className={own['verdict']} data-passed={verdict.passed}>
            {t(verdict.passed ? 'assess.result.passed' : 'assess.result.failed')}
          </h1>
          <p className={page['hint']}>{t('assess.result.of', { learner, title: assessment.title })}</p>
        </div>
        <Button icon={<ArrowLeft size={17} aria-hidden="true" />} onClick={onBack}>
          {t('assess.result.back')}
        </Button>
      </div>
      {notKept !== undefined && (
        <p role="alert" className={page['message']}>
          {t('assess.result.loose', { why: storeErrorText(notKept) })}
        </p>
      )}
      <p className={own['score']}>
        <b>{figures.within}</b>
        {t('assess.result.score', { of: figures.sites, mm: tenths(assessment.pass.withinMm) })}
      </p>
      <dl className={own['figures']}>
        <div>
          <dt>{t('assess.result.mean')}</dt>
          <dd>{mmText(figures.meanMm)}</dd>
        </div>
        <div>
          <dt>{t('assess.result.worst')}</dt>
          <dd>
            {mmText(figures.worst?.mm ?? null)}
            {figures.worst !== null && <small>{siteCode(figures.worst.site)}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('assess.result.time')}</dt>
          <dd>{timeText(result.tookMs)}</dd>
        </div>
      </dl>
      <section className={parts['card']} aria-labelledby="criteria">
        <h2 id="criteria">{t('assess.result.criteria')}</h2>
        <ul className={own['criteria']}>
          {verdict.why.map((criterion) => {
            const { name, found, wanted } = criterionText(criterion, assessment);
            const { kind, met } = criterion;
            return (
              <li key={kind} data-met={met}>
                {met ? <Check size={17} aria-hidden="true" /> : <X size={17} aria-hidden="true" />}
                <span>{name}</span>
                <b>{found}</b>
                <small>{wanted}</small>
                <span className="hidden">{t(met ? 'assess.result.met' : 'assess.result.notMet')}</span>
              </li>
            );
          })}
        </ul>
      </section>
      <Sites sites={result.sites} />
      {answered.length > 0 && <QuestionsAnswered answered={answered} />}
      <section className={parts['card']} aria-labelledby="certificate">
        <h2 id="certificate">{t('assess.result.signature')}</h2>
        <p>{t('assess.result.signedBy', { name: author.name, moment: momentText(signedAt) })}</p>
        <p className={own['code']}>{t('assess.result.key', { key: keyName })}</p>
        <p className={own['code']}>{t('assess.result.hash', { hash })}</p>
        <p className={styles['hint']}>{t('assess.proves')}</p>
        <SaveButtons desk={desk} kept={kept} />
      </section>
      <p className={styles['hint']}>{t('assess.limit')}</p>
    </main>
  );
}

const columns = ['assess.result.site', 'assess.result.mm', 'assess.result.way', 'assess.result.faults'] as const;

function Sites({ sites }: { readonly sites: readonly SiteResult[] }) {
  return (
    <section className={parts['card']} aria-labelledby="by-site">
      <h2 id="by-site">{t('assess.result.sites')}</h2>
      <DataTable labelledBy="by-site" table={styles['table']} frame={parts['scroll']}>
        <ColumnHeads columns={columns} />
        <tbody>
          {sites.map((one) => (
            <tr key={one.site}>
              <th scope="row">
                <SiteNamed site={one.site} />
              </th>
              <td className={own['mm']} data-near={nearness(keptMm(one) ?? Number.POSITIVE_INFINITY)}>
                {one.mm === null ? '–' : tenths(one.mm)}
              </td>
              <td>{lay(one)}</td>
              <td>{faultsOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** "TE Temporalis left 3" */
export function SiteNamed({ site }: { readonly site: string }) {
  const parts = readSiteId(site);
  return (
    <span className={own['site']}>
      {parts !== null && <MuscleCode muscle={parts.muscle} />}
      {assessedSite(site)}
    </span>
  );
}

function SaveButtons({ desk, kept }: Pick<Props, 'desk' | 'kept'>) {
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean } | null>(null);
  const [working, setWorking] = useState(false);
  const savePdf = async () => {
    setWorking(true);
    setSaid(null);
    const saved = await desk.savePdf(kept);
    setSaid(
      saved.ok
        ? { text: t('assess.result.pdfSaved', { name: saved.value }), bad: false }
        : { text: say(saved.error), bad: true },
    );
    setWorking(false);
  };
  return (
    <>
      <div className={own['saves']}>
        <Button
          icon={<Download size={17} aria-hidden="true" />}
          onClick={() => {
            desk.saveCertificate(kept);
          }}
        >
          {t('assess.result.json')}
        </Button>
        <Button icon={<FileText size={17} aria-hidden="true" />} disabled={working} onClick={() => void savePdf()}>
          {t(working ? 'assess.result.makingPdf' : 'assess.result.pdf')}
        </Button>
      </div>
      <p role={said?.bad === true ? 'alert' : 'status'} className={page['message']}>
        {said?.text}
      </p>
    </>
  );
}
