import '../../messages/later';
import { t } from '../../messages/translate';
import { muscles } from '../../protocol/paradigm';
import { tendernessOf } from '../../record/pain-commands';
import { type TendernessGrade, visitOf } from '../../record/visit';
import type { PainDesk } from '../../state/pain-desk';
import { muscleSides } from '../../state/pain-places';
import { sideName } from '../../state/site-text';
import { Segmented } from '../../ui/segmented';
import { useChart } from '../services';
import styles from './pain-panel.module.css';

const none = 'none';
const grades: readonly TendernessGrade[] = [0, 1, 2, 3];

/** What palpation found, 0 to 3 for each muscle and side; nothing is filled in beforehand. */
export function TendernessRows({ pain, writable }: { readonly pain: PainDesk; readonly writable: boolean }) {
  const session = useChart((s) => s.session);
  if (session === null) return null;
  const visit = visitOf(session);
  return (
    <fieldset className={styles['tenderness']} disabled={!writable}>
      <legend>{t('tender.hint')}</legend>
      {muscles.map(({ id, name }) => (
        <div key={id} className={styles['muscle']}>
          <h3>{name}</h3>
          {muscleSides
            .filter(({ muscle }) => muscle === id)
            .map((one) => (
              <div key={one.side} className={styles['grade']}>
                <span aria-hidden="true">{sideName[one.side]}</span>
                <Segmented
                  label={t('tender.of', { muscle: name, side: sideName[one.side] })}
                  value={String(tendernessOf(visit, id, one.side) ?? none)}
                  onChange={(value) => {
                    const grade = grades.find((each) => String(each) === value) ?? null;
                    if (grade !== tendernessOf(visit, id, one.side)) pain.grade(one, grade);
                  }}
                  options={[
                    { value: none, label: t('tender.none'), name: t('tender.noneName') },
                    ...grades.map((grade) => ({ value: String(grade), label: String(grade) })),
                  ]}
                />
              </div>
            ))}
        </div>
      ))}
    </fieldset>
  );
}
