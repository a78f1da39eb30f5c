import '../../../messages/later';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { type CaseId, caseOf } from '../../../state/training/cases';
import type { Training } from '../../../state/training/training-kit';
import { useServices } from '../../services';
import page from '../../shell/page.module.css';
import { TopBar } from '../../shell/top-bar';
import { LearnLink } from '../learn-link';
import type { PartProps } from '../part-props';
import { useHeadingAfter } from '../use-heading-after';
import { CaseChoice } from './case-choice';
import { DebriefPage } from './debrief-page';
import { TrainingChart } from './training-chart';

/** The dry run: a simulated patient is chosen, charted, and held against the model answer. `at` names the case. */
export function DryRunPart({ at }: PartProps) {
  const { learn } = useServices();
  const [training, setTraining] = useState<Training | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    learn()
      .then((kit) => kit.training())
      .then(setTraining, (error: unknown) => {
        setProblem(String(error));
      });
  }, [learn]);
  const of = caseOf(at);
  const heading = useHeadingAfter(of !== null);
  if (problem !== null) return <Failed why={problem} />;
  if (of === null) return <UnderBar>{<CaseChoice training={training} heading={heading} />}</UnderBar>;
  if (training === null) return <Waiting />;
  return <Run key={of.id} id={of.id} training={training} />;
}

/** One case: its chart until it is ended, then its debrief. */
function Run({ id, training }: { readonly id: CaseId; readonly training: Training }) {
  const { run, ended } = useStore(training.store);
  const [problem, setProblem] = useState<string | null>(null);
  const done = ended?.case.id === id ? ended : null;
  const running = run?.case.id === id ? run : null;
  useEffect(() => {
    if (training.store.getState().ended?.case.id === id) return;
    training.begin(id).catch((error: unknown) => {
      setProblem(String(error));
    });
  }, [id, training]);
  if (problem !== null) return <Failed why={problem} />;
  if (running !== null) return <TrainingChart run={running} training={training} />;
  if (done === null) return <Waiting />;
  return (
    <UnderBar>
      <DebriefPage
        ended={done}
        onAgain={() => {
          training.begin(id, 'again').catch((error: unknown) => {
            setProblem(String(error));
          });
        }}
        onLeave={training.leave}
      />
    </UnderBar>
  );
}

function UnderBar({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <TopBar screen="learn">
        <LearnLink to={null}>{t('learn.back')}</LearnLink>
      </TopBar>
      {children}
    </>
  );
}

const Waiting = () => (
  <UnderBar>
    <main className={page['page']}>
      <h1>{t('training.name')}</h1>
      <p role="status">{t('training.loading')}</p>
    </main>
  </UnderBar>
);

const Failed = ({ why }: { readonly why: string }) => (
  <UnderBar>
    <main className={page['page']}>
      <h1>{t('training.name')}</h1>
      <p role="alert" className={page['message']}>
        {t('training.failed', { why })}
      </p>
    </main>
  </UnderBar>
);
