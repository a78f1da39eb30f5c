import '../../../messages/later';
import { useState } from 'react';
import { questionOf, siteOfCard } from '../../../learn/cards';
import type { Question } from '../../../learn/questions/question';
import type { Schedule } from '../../../learn/schedule';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import type { CardId } from '../../../learn/review';
import page from '../../shell/page.module.css';
import { useTitle } from '../../use-title';
import { DrillRun } from '../drills/drill-run';
import { NotKept } from '../not-kept';
import { useHeadingAfter } from '../use-heading-after';
import { PlaceDue } from './place-due';
import { TodayOverview } from './today-overview';

type Stage =
  | { readonly kind: 'overview' }
  | { readonly kind: 'facts'; readonly questions: readonly Question[] }
  | { readonly kind: 'sites'; readonly sites: readonly SiteId[] };

/** What is due today: facts are asked as questions, sites are placed on the head. */
export function TodayPart() {
  useTitle(t('learn.part.today'));
  const [stage, setStage] = useState<Stage>({ kind: 'overview' });
  const heading = useHeadingAfter(stage.kind !== 'overview');
  const back = () => {
    setStage({ kind: 'overview' });
  };
  if (stage.kind === 'sites') return <PlaceDue sites={stage.sites} onEnd={back} />;
  return (
    <main className={page['page']}>
      <h1 ref={heading} tabIndex={-1}>
        {t('learn.part.today')}
      </h1>
      <NotKept />
      {stage.kind === 'facts' ? (
        <DrillRun questions={stage.questions} onStop={back} />
      ) : (
        <TodayOverview
          onFacts={(cards, schedule) => {
            setStage({ kind: 'facts', questions: questionsFor(cards, schedule) });
          }}
          onSites={(cards) => {
            setStage({ kind: 'sites', sites: cards.flatMap((card) => siteOfCard(card) ?? []) });
          }}
        />
      )}
    </main>
  );
}

/** Another question about a fact each time it comes back. */
const questionsFor = (cards: readonly CardId[], schedule: Schedule): readonly Question[] =>
  cards.flatMap((card) => questionOf(card, schedule.get(card)?.answers ?? 0) ?? []);
