import { useId } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Planned, Refusal } from '../../../state/outcomes/diary-import';
import { dayInWords } from '../day-words';
import styles from './import.module.css';

type Props = { readonly words: PatientWords; readonly plan: Planned };

/** Shown at once; what follows is counted. */
const mostShown = 60;

/** What each row becomes, and which rows become nothing and why. */
export function ImportResult({ words, plan }: Props) {
  const { say, number, day } = words;
  const heading = useId();
  const { days, refused, formulas } = plan;
  const [fresh, same] = [
    days.filter(({ against }) => against === 'new').length,
    days.filter(({ against }) => against === 'same').length,
  ];
  const differ = days.length - fresh - same;
  const shown = days.filter(({ against }) => against === 'new').slice(0, mostShown);
  return (
    <section aria-labelledby={heading} className={styles['part']}>
      <h3 id={heading}>{say('diary.import.result')}</h3>
      <p role="status" className={styles['strong']}>
        {[
          say('diary.import.new', { n: fresh }),
          ...(same === 0 ? [] : [say('diary.import.known', { n: same })]),
          ...(differ === 0 ? [] : [say('diary.import.differ', { n: differ })]),
          ...(refused.length === 0 ? [] : [say('diary.import.left', { n: refused.length })]),
        ].join(' · ')}
      </p>
      {formulas > 0 && <p>{say('diary.import.formulas', { n: formulas })}</p>}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <ul className={styles['rows']} tabIndex={0} aria-label={say('diary.import.result')}>
          {shown.map(({ day: one, rows }) => (
            <li key={one.day}>
              <b>{day(one.day)}</b>
              <span>
                {dayInWords(one, words)}
                <i>
                  {rows.length === 1
                    ? say('diary.import.row', { n: rows[0] ?? 0 })
                    : say('diary.import.rows', { rows: rows.join(', ') })}
                </i>
              </span>
            </li>
          ))}
          {fresh > shown.length && <li>{say('diary.import.more', { n: number(fresh - shown.length) })}</li>}
        </ul>
      )}
      {refused.length > 0 && (
        <>
          <h3>{say('diary.import.refused')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <ul className={styles['rows']} tabIndex={0} aria-label={say('diary.import.refused')}>
            {refused.slice(0, mostShown).map(({ row, why }) => (
              <li key={row}>
                <b>{say('diary.import.row', { n: row })}</b>
                <span>{refusalText(why, words)}</span>
              </li>
            ))}
            {refused.length > mostShown && (
              <li>{say('diary.import.more', { n: number(refused.length - mostShown) })}</li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

function refusalText(why: Refusal, { say, day }: PatientWords): string {
  const short = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell);
  switch (why.kind) {
    case 'NoDate':
    case 'TooManyCells':
    case 'NothingTold':
    case 'Contradiction':
      return say(`diary.import.why.${why.kind}`);
    case 'BadDate':
    case 'BadSeverity':
    case 'BadHours':
      return say(`diary.import.why.${why.kind}`, { cell: short(why.cell) });
    case 'BadYesNo':
      return say('diary.import.why.BadYesNo', { cell: short(why.cell), column: short(why.column) });
    case 'Future':
    case 'SameDay':
    case 'TooManyHours':
      return say(`diary.import.why.${why.kind}`, { day: day(why.day) });
  }
}
