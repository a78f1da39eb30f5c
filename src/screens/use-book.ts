import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Book, BookState } from '../state/outcomes/book';
import type { OutcomesKit } from '../state/outcomes/outcomes-kit';
import { useServices } from './services';

/** The kit of what is kept between sessions; null until it was fetched. */
export function useOutcomes(): OutcomesKit | null {
  const { outcomes } = useServices();
  const [kit, setKit] = useState<OutcomesKit | null>(null);
  useEffect(() => {
    void outcomes().then(setKit, () => undefined);
  }, [outcomes]);
  return kit;
}

const reading = createStore<BookState>()(() => ({ kind: 'reading' }));

/** A patient's book and what it holds now. */
export function useBook(patient: string): { readonly book: Book | null; readonly state: BookState } {
  const kit = useOutcomes();
  const book = kit?.bookOf(patient) ?? null;
  return { book, state: useBookState(book) };
}

/** What a book holds now; `reading` where there is none yet. */
export const useBookState = (book: Book | null): BookState => useStore(book?.store ?? reading);
