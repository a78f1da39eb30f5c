import { Trash2 } from 'lucide-react';
import type { PatientWords } from '../../messages/patient/words';
import { type Attack, type DiaryDay, featureIds } from '../../outcomes/diary-day';
import { hoursLeft, withFeatureTurned, withNoFeature } from '../../outcomes/diary-edit';
import type { Book } from '../../state/outcomes/book';
import { Button } from '../../ui/button';
import { Chips } from './chips';
import styles from './day-panel.module.css';
import { HoursField } from './hours-field';

type Props = {
  readonly words: PatientWords;
  readonly day: DiaryDay;
  readonly attack: Attack;
  /** Counted from 1; null where it is the only one of its day. */
  readonly n: number | null;
  /** Resolves to whether it was kept. */
  readonly onChange: (change: (attack: Attack) => Attack) => Promise<boolean>;
  readonly book: Book;
  readonly onRemove: () => void;
};

const levels = [1, 2, 3] as const;

/** One headache of a day. */
export function AttackPart({ words, day, attack, n, onChange, onRemove, book }: Props) {
  const { say } = words;
  return (
    <>
      {n !== null && (
        <div className={styles['attack']}>
          <h3>{say('diary.attack', { n })}</h3>
          <Button
            tone="quiet"
            aria-label={say('diary.removeAttack', { n })}
            icon={<Trash2 size={18} aria-hidden="true" />}
            onClick={onRemove}
          />
        </div>
      )}
      {n !== null && (
        <Chips
          title={say('diary.bad')}
          chips={levels.map((level) => ({
            id: String(level),
            label: say(`diary.level.${level}`),
            on: attack.severity === level,
            onPress: () => {
              void onChange((one) => ({ ...one, severity: level }));
            },
          }))}
        />
      )}
      <HoursField
        key={attack.id}
        words={words}
        hours={attack.hours}
        most={hoursLeft(day, attack.id)}
        book={book}
        onChange={(hours) => onChange((one) => (one.hours === hours ? one : { ...one, hours }))}
      />
      <Chips
        title={say('diary.features')}
        hint={say('diary.tapAll')}
        chips={[
          ...featureIds.map((feature) => ({
            id: feature,
            label: say(`diary.feature.${feature}`),
            on: attack.features?.includes(feature) ?? false,
            onPress: () => {
              void onChange((one) => withFeatureTurned(one, feature));
            },
          })),
          {
            id: 'none',
            label: say('diary.noFeature'),
            on: attack.features?.length === 0 && attack.notAsked === undefined,
            onPress: () => {
              void onChange(withNoFeature);
            },
          },
        ]}
      />
    </>
  );
}
