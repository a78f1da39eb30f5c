import type { ReactNode } from 'react';
import type { NoteDocument } from '../../state/note-document';
import { Mark } from '../shell/mark';
import { NoteCards } from './note-cards';
import { NotePictures } from './note-pictures';
import styles from './note-sheet.module.css';
import { NoteTable } from './note-table';

type Said = NoteDocument['paragraphs'][number];

/** A note as a page of HTML: what the PDF says, in the same order and the same look. */
export function NoteSheet({ document: note }: { readonly document: NoteDocument }) {
  const { signature, history } = note;
  return (
    <article className={styles['sheet']} lang={note.language} aria-label={note.title}>
      <div data-first-page="">
        <header className={styles['head']}>
          <p className={styles['brand']}>
            <Mark />
            {note.product}
          </p>
          <div>
            <h1>{note.title}</h1>
            <p>{note.subtitle}</p>
          </div>
          <div className={styles['who']}>
            <p>{note.patient.text}</p>
            <p>{note.session}</p>
          </div>
        </header>
        {note.warning !== null && <p className={styles['warning']}>{note.warning}</p>}
        <NotePictures pictures={note.pictures} />
        <NoteTable table={note.table} />
        <div className={styles['paragraphs']}>{note.paragraphs.map(paragraph)}</div>
        <NoteCards vials={note.vials} balances={note.balances} due={note.due} />
        {signature !== null && (
          <section className={styles['signature']}>
            <div>
              <p className={styles['signer']}>{signature.name.text}</p>
              {signature.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <div>
              <p>{signature.seal.title}</p>
              {signature.seal.lines.map((line) => (
                <p key={line} className={styles['seal']}>
                  {line}
                </p>
              ))}
            </div>
            <p className={styles['small']}>{signature.meaning}</p>
          </section>
        )}
        <p className={styles['foot']}>{note.footer}</p>
      </div>
      {history !== null && (
        <section className={styles['history']}>
          <p className={styles['running']}>{note.runningTitle}</p>
          <h2>{history.title}</h2>
          {history.versions.map(({ title, said, changes }) => (
            <section key={title}>
              <h3>{title}</h3>
              {said.map(paragraph)}
              {changes.map(paragraph)}
            </section>
          ))}
        </section>
      )}
    </article>
  );
}

const paragraph = ({ lead, text }: Said, n: number): ReactNode => (
  <p key={n}>
    <b>{lead}</b> {text}
  </p>
);
