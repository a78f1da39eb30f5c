import { useId } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import { acuteIds, featureIds, missedIds } from '../../../outcomes/diary-day';
import type { DiaryTable, Mapping, Role } from '../../../state/outcomes/diary-import';
import styles from './import.module.css';

type Props = {
  readonly words: PatientWords;
  readonly table: DiaryTable;
  readonly mapping: Mapping;
  readonly onRole: (column: number, role: Role) => void;
};

const plain = ['ignore', 'date', 'headache', 'severity', 'hours', 'medicines', 'note'] as const;
const groups = [
  {
    group: 'feature',
    options: featureIds.map((id) => ({ role: `feature ${id}`, key: `diary.feature.${id}` }) as const),
  },
  {
    group: 'medicine',
    options: acuteIds.map((id) => ({ role: `medicine ${id}`, key: `diary.medicine.${id}` }) as const),
  },
  { group: 'missed', options: missedIds.map((id) => ({ role: `missed ${id}`, key: `diary.missed.${id}` }) as const) },
] as const;
/** Long cells are shown by their beginning. */
const mostShown = 40;

/** Each column of the file by its name and its first cells, and what it is to the diary. */
export function ImportColumns({ words, table, mapping, onRole }: Props) {
  const { say } = words;
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['part']}>
      <h3 id={heading}>{say('diary.import.columns')}</h3>
      <ul className={styles['columns']}>
        {table.head.map((name, column) => {
          const cells = table.rows.map((row) => (row.cells[column] ?? '').trim()).filter((cell) => cell !== '');
          const examples = [...new Set(cells.slice(0, 200))].slice(0, 3).map((cell) => cell.slice(0, mostShown));
          const id = `${heading}-${String(column)}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
            <li key={column}>
              <label htmlFor={id}>
                <b>{name === '' ? say('diary.import.empty') : name}</b>
                <span>
                  {examples.length === 0
                    ? say('diary.import.empty')
                    : say('diary.import.example', { text: examples.join(', ') })}
                </span>
              </label>
              <select
                id={id}
                value={mapping.roles[column]}
                onChange={({ target }) => {
                  const role = rolesInOrder[target.selectedIndex];
                  if (role !== undefined) onRole(column, role);
                }}
              >
                {plain.map((role) => (
                  <option key={role} value={role}>
                    {say(`diary.import.role.${role}`)}
                  </option>
                ))}
                {groups.map(({ group, options }) => (
                  <optgroup key={group} label={say(`diary.import.group.${group}`)}>
                    {options.map(({ role, key }) => (
                      <option key={role} value={role}>
                        {say(key)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** As the options stand. */
const rolesInOrder: readonly Role[] = [
  ...plain,
  ...groups.flatMap(({ options }) => options.map(({ role }): Role => role)),
];
