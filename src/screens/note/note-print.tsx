import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NoteDocument, Paper } from '../../state/note-document';
import { printRoot } from '../use-told-print';
import { NoteSheet } from './note-sheet';
import styles from './note-print.module.css';

type Props = { readonly document: NoteDocument; readonly paper: Paper; readonly onPrinted: () => void };

/** In points; those of the PDF, less what its foot takes: the browser has its own. */
const margins = '28pt 30pt 26pt';
/** What a page of each paper is to the printer. */
const pages: Readonly<Record<Paper, string>> = {
  a4: `@page { size: A4; margin: ${margins}; }`,
  letter: `@page { size: letter; margin: ${margins}; }`,
};
/** The height of a page between its margins, px: 96 of them are 72 points. */
const room: Readonly<Record<Paper, number>> = { a4: ((841.89 - 54) * 96) / 72, letter: ((792 - 54) * 96) / 72 };
/** How much closer a note may be set, to stay on one page: the steps of the style sheet. */
const closest = 2;

/** Prints a note and nothing else of the page: it stands beside the app, and is seen on paper alone. */
export function NotePrint({ document: note, paper, onPrinted }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const [closer, setCloser] = useState(0);
  const [settled, setSettled] = useState(false);

  useLayoutEffect(() => {
    // Later pages begin on their own; what is measured is what should be on the first.
    const high = sheet.current?.querySelector('[data-first-page]')?.getBoundingClientRect().height ?? 0;
    if (high > room[paper] && closer < closest) setCloser(closer + 1);
    else setSettled(true);
  }, [paper, closer]);

  useLayoutEffect(() => {
    // A page cannot be told by what stands on it; this holds only while the note is printed.
    const page = new CSSStyleSheet();
    page.replaceSync(pages[paper]);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
    };
  }, [paper]);

  useEffect(() => {
    if (!settled) return undefined;
    let over = false;
    const done = () => {
      if (!over) onPrinted();
      over = true;
    };
    addEventListener('afterprint', done);
    // The pictures are painted before the page is read for the printer.
    const frame = requestAnimationFrame(() => {
      print();
    });
    return () => {
      over = true;
      cancelAnimationFrame(frame);
      removeEventListener('afterprint', done);
    };
  }, [settled, onPrinted]);

  return createPortal(
    <div ref={sheet} id={printRoot} className={styles['paper']} data-paper={paper} data-closer={closer}>
      <NoteSheet document={note} />
    </div>,
    document.body,
  );
}
