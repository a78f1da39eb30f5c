import '../../../messages/later';
import { useState } from 'react';
import type { Answered } from '../../../learn/questions/check-answer';
import { t } from '../../../messages/translate';
import type { KeptAssessment, KeptCertificate } from '../../../state/learn/assessment-keeping';
import { storeErrorText } from '../../../state/refusal-text';
import page from '../../shell/page.module.css';
import { AssessmentForm } from './assessment-form';
import { AssessmentList } from './assessment-list';
import { CertificateView } from './certificate-view';
import { TakeAssessment } from './take-assessment';
import { useAssessments } from './use-assessments';

type Doing =
  | { readonly kind: 'listing' }
  | { readonly kind: 'making' }
  | { readonly kind: 'taking'; readonly kept: KeptAssessment }
  | { readonly kind: 'showing'; readonly kept: KeptCertificate; readonly answered: readonly Answered[] };

/** Fixed exams: a supervisor makes them, a learner takes them, and a certificate says what came of it. */
export function AssessmentPart() {
  const found = useAssessments();
  const [doing, setDoing] = useState<Doing>({ kind: 'listing' });
  const list = () => {
    setDoing({ kind: 'listing' });
  };
  if (found === null)
    return (
      <main className={page['page']}>
        <h1>{t('assess.name')}</h1>
        <p className={page['hint']}>{t('app.loading')}</p>
      </main>
    );
  const { desk, problem } = found;
  switch (doing.kind) {
    case 'taking':
      return (
        <TakeAssessment
          desk={desk}
          kept={doing.kept}
          onLeave={list}
          onDone={(kept, answered) => {
            setDoing({ kind: 'showing', kept, answered });
          }}
        />
      );
    case 'showing':
      return <CertificateView desk={desk} kept={doing.kept} answered={doing.answered} onBack={list} />;
    case 'making':
      return (
        <main className={page['page']}>
          <h1>{t('assess.form.title')}</h1>
          <AssessmentForm desk={desk} onEnd={list} />
        </main>
      );
    case 'listing':
      return (
        <main className={page['page']}>
          {problem !== null && (
            <p role="alert" className={page['message']}>
              {t('assess.notRead', { why: storeErrorText(problem) })}
            </p>
          )}
          <AssessmentList
            desk={desk}
            onNew={() => {
              setDoing({ kind: 'making' });
            }}
            onTake={(kept) => {
              setDoing({ kind: 'taking', kept });
            }}
            onShow={(kept) => {
              setDoing({ kind: 'showing', kept, answered: [] });
            }}
          />
        </main>
      );
  }
}
