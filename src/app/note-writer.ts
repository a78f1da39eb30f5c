import type { CertificatePdfDeps } from '../state/learn/assessment-pdf';
import type { NoteDeps } from '../state/note-desk';
import type { TakeHomeDeps } from '../state/preview/take-home-desk';
import { fetchNoteFonts } from './fetch-note-fonts';
import type { FromNoteWriter, ToNoteWriter } from './note-worker';

/**
 * The writer of notes in a worker, started when it is first prepared or asked. Rejects where the worker or the fonts cannot
 * be fetched; asking again then tries again.
 */
export function createNoteWriter(): NoteDeps['writer'] &
  Pick<CertificatePdfDeps, 'writeCertificate'> & { readonly writeTakeHome: TakeHomeDeps['write'] } {
  let ready: Promise<Worker> | null = null;
  let asked = 0;
  const waiting = new Map<
    number,
    { readonly resolve: (written: FromNoteWriter['written']) => void; readonly reject: (why: Error) => void }
  >();

  const start = async (): Promise<Worker> => {
    const worker = new Worker(new URL('./note-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromNoteWriter>) => {
      waiting.get(data.n)?.resolve(data.written);
      waiting.delete(data.n);
    };
    const stopped: { why: Error | null } = { why: null };
    worker.onerror = ({ message }) => {
      // Whatever stopped it: the next note begins with a new one.
      worker.terminate();
      ready = null;
      // A worker that could not be fetched says nothing.
      stopped.why = new Error(message || 'note-worker');
      for (const { reject } of waiting.values()) reject(stopped.why);
      waiting.clear();
    };
    try {
      const fonts = await fetchNoteFonts();
      if (stopped.why !== null) throw stopped.why;
      const message: ToNoteWriter = { kind: 'fonts', fonts };
      worker.postMessage(message, [fonts.regular.buffer, fonts.semibold.buffer, fonts.bold.buffer]);
      return worker;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  };

  const prepared = (): Promise<Worker> => {
    ready ??= start().catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };

  const written = async (question: (n: number) => ToNoteWriter): Promise<FromNoteWriter['written']> => {
    const worker = await prepared();
    asked += 1;
    const n = asked;
    return new Promise((resolve, reject) => {
      waiting.set(n, { resolve, reject });
      worker.postMessage(question(n));
    });
  };

  return {
    prepare: () => {
      // What does not arrive is asked for again when it is needed, and then said.
      prepared().catch(() => undefined);
    },
    write: (document, paper) => written((n) => ({ kind: 'write', n, document, paper })),
    writeCertificate: (document, paper) => written((n) => ({ kind: 'certificate', n, document, paper })),
    writeTakeHome: (document, paper) => written((n) => ({ kind: 'take-home', n, document, paper })),
  };
}
