import type { NoteDocument } from '../../state/note-document';
import styles from './note-sheet.module.css';

type Props = Pick<NoteDocument, 'vials' | 'balances' | 'due'>;

/** Each vial beside its balance, and in the first row when the next session is due. */
export function NoteCards({ vials, balances, due }: Props) {
  return vials.map((vial, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is made once and never changes
    <div key={n} className={styles['cards']}>
      <Card card={vial} />
      {balances[n] !== undefined && <Card card={balances[n]} />}
      <section>
        {n === 0 && (
          <>
            <h2>{due.title}</h2>
            <p className={styles['due']}>{due.day}</p>
            <p>{due.text}</p>
          </>
        )}
      </section>
    </div>
  ));
}

function Card({ card: { title, lines } }: { readonly card: NoteDocument['vials'][number] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {lines.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
