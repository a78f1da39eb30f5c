import '../../../messages/later';
import { useMemo, useState } from 'react';
import { drillOf } from '../../../learn/cards';
import { type Topic, topics } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { drillSeed } from '../../../state/learn/drill-seed';
import { routeFragment } from '../../../state/route';
import page from '../../shell/page.module.css';
import { useTitle } from '../../use-title';
import { NotKept } from '../not-kept';
import type { PartProps } from '../part-props';
import { useHeadingAfter } from '../use-heading-after';
import { useLearning } from '../use-learning';
import { DrillRun } from './drill-run';
import { TopicList } from './topic-list';

/** Questions in one drill. */
const drillLength = 10;

type Chosen = Topic | 'mixed';
const isChosen = (text: string | null): text is Chosen => text === 'mixed' || topics.some((topic) => topic === text);

/** Recall drills: of one topic or of all, as many as one likes, whether they are due or not. */
export function DrillsPart({ at }: PartProps) {
  useTitle(t('drill.name'));
  const { learning } = useLearning();
  const topic = isChosen(at) ? at : null;
  const heading = useHeadingAfter(topic !== null);
  const [round, setRound] = useState(0);
  return (
    <main className={page['page']}>
      <h1 ref={heading} tabIndex={-1}>
        {topic === null ? t('drill.name') : t(`drill.topic.${topic}`)}
      </h1>
      <NotKept />
      {topic === null ? (
        <>
          <p className={page['hint']}>{t('drill.intro')}</p>
          <TopicList />
        </>
      ) : (
        learning !== null && (
          <Drill
            key={`${learning.learner.id} ${topic} ${round}`}
            topic={topic}
            onAgain={() => {
              setRound(round + 1);
            }}
          />
        )
      )}
    </main>
  );
}

function Drill({ topic, onAgain }: { readonly topic: Chosen; readonly onAgain: () => void }) {
  const { learning } = useLearning();
  // As it was when the drill began: answers are not to change what is asked.
  const [seed] = useState(() => drillSeed(learning));
  const questions = useMemo(() => drillOf(topic, seed, drillLength), [topic, seed]);
  return (
    <DrillRun
      questions={questions}
      onAgain={onAgain}
      onStop={() => {
        location.hash = routeFragment({ screen: 'learn', part: 'drills' });
      }}
    />
  );
}
