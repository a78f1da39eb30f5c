import '../../../../messages/later';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import type { Score } from '../../../../outcomes/scores';
import { scoresByDay, withoutScore, withScore } from '../../../../state/outcomes/course-scores';
import { scoreKindText, scoreMeaning, scoreSources, scoreText } from '../../../../state/outcomes/course-score-text';
import { noteDay } from '../../../../state/note-dates';
import { Button } from '../../../../ui/button';
import { EntriesCard } from '../entries-card';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { ScoreDialog } from './score-dialog';

type Props = Pick<PatientPartProps, 'kit' | 'book' | 'open'>;

/** MIDAS and HIT-6 as they were entered, the latest first. */
export function ScoresSection({ kit, book, open: { file } }: Props) {
  const [entering, setEntering] = useState<'midas' | 'hit6' | null>(null);
  const [removed, setRemoved] = useState<Score | null>(null);
  return (
    <EntriesCard
      title={t('course.scores')}
      add={(['midas', 'hit6'] as const).map((kind) => ({
        name: t(kind === 'midas' ? 'course.addMidas' : 'course.addHit6'),
        onPress: () => {
          setEntering(kind);
        },
      }))}
      none={t('course.noScores')}
      columns={['course.day', 'course.scoreKind', 'course.scoreValue', 'course.scoreMeans']}
      rows={scoresByDay(file.scores).map((score) => (
        <tr key={score.id}>
          <th scope="row">{noteDay(score.day)}</th>
          <td>{scoreKindText(score)}</td>
          <td className={parts['strong']}>{scoreText(score)}</td>
          <td>{scoreMeaning(score)}</td>
          <td className={parts['rowActions']}>
            <Button
              tone="quiet"
              icon={<Trash2 size={17} aria-hidden="true" />}
              aria-label={t('course.removeScore', { kind: scoreKindText(score), day: noteDay(score.day) })}
              onClick={() =>
                void book
                  .changeFile((now) => withoutScore(now, score.id))
                  .then((failed) => {
                    if (failed === null) setRemoved(score);
                  })
              }
            />
          </td>
        </tr>
      ))}
    >
      <div role="status" className={parts['removed']}>
        {removed !== null && (
          <>
            {t('course.removed', { kind: scoreKindText(removed), day: noteDay(removed.day) })}
            <Button
              onClick={() =>
                void book
                  .changeFile((now) => withScore(now, removed))
                  .then((failed) => {
                    if (failed === null) setRemoved(null);
                  })
              }
            >
              {t('action.undo')}
            </Button>
          </>
        )}
      </div>
      <p className={parts['fine']}>{scoreSources()}</p>
      {entering !== null && (
        <ScoreDialog
          kind={entering}
          kit={kit}
          book={book}
          onClose={() => {
            setEntering(null);
          }}
        />
      )}
    </EntriesCard>
  );
}
