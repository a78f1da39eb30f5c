import '../../../../messages/later';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../../../messages/translate';
import type { Score } from '../../../../outcomes/scores';
import { scoresByDay, withoutScore, withScore } from '../../../../state/outcomes/course-scores';
import { scoreKindText, scoreMeaning, scoreSources, scoreText } from '../../../../state/outcomes/course-score-text';
import { noteDay } from '../../../../state/note-dates';
import { Button } from '../../../../ui/button';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { ScoreDialog } from './score-dialog';

type Props = Pick<PatientPartProps, 'kit' | 'book' | 'open'>;

/** MIDAS and HIT-6 as they were entered, the latest first. */
export function ScoresSection({ kit, book, open: { file } }: Props) {
  const [entering, setEntering] = useState<'midas' | 'hit6' | null>(null);
  const [removed, setRemoved] = useState<Score | null>(null);
  const title = useId();
  const scores = scoresByDay(file.scores);
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <div className={parts['cardHead']}>
        <h2 id={title}>{t('course.scores')}</h2>
        <Button
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => {
            setEntering('midas');
          }}
        >
          {t('course.addMidas')}
        </Button>
        <Button
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => {
            setEntering('hit6');
          }}
        >
          {t('course.addHit6')}
        </Button>
      </div>
      {scores.length === 0 ? (
        <p className={parts['none']}>{t('course.noScores')}</p>
      ) : (
        <div className={parts['frame']}>
          <table className={parts['table']} aria-labelledby={title}>
            <thead>
              <tr>
                <th scope="col">{t('course.day')}</th>
                <th scope="col">{t('course.scoreKind')}</th>
                <th scope="col">{t('course.scoreValue')}</th>
                <th scope="col">{t('course.scoreMeans')}</th>
                <th scope="col" className={parts['screenOnly']}>
                  <span className="hidden">{t('records.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {scores.map((score) => (
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
            </tbody>
          </table>
        </div>
      )}
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
    </section>
  );
}
