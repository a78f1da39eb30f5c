import '../../messages/later';
import { FileDown, Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { NoteDocument, NoteOf, Paper } from '../../state/note-document';
import { paperOf } from '../../state/note-document';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { usePractice, useServices } from '../services';
import styles from './note-actions.module.css';
import { later } from '../../ui/later';

const NotePrint = later(async () => (await import('./note-print')).NotePrint);
const papers: readonly Paper[] = ['a4', 'letter'];

type Props = {
  readonly of: NoteOf;
  /** What the note is of is being read: it is saved sooner than not. */
  readonly read: boolean;
};

/** Saves a note as a PDF or prints it, on paper of the practice's choice or of one's own. Each is put down as what it is. */
export function NoteActions({ of, read }: Props) {
  const { note, signing } = useServices();
  const usual = paperOf(usePractice((practice) => practice.region));
  const [chosen, setChosen] = useState<Paper | null>(null);
  const [said, setSaid] = useState<Message | null>(null);
  const [busy, setBusy] = useState(false);
  const [printing, setPrinting] = useState<NoteDocument | null>(null);
  const paper = chosen ?? usual;
  const printed = useCallback(() => {
    setPrinting(null);
  }, []);
  const record = of.kind === 'draft' ? of.session.id : (of.versions[0]?.session.id ?? '');

  /** Where nothing can be put down, it is handed out all the same. */
  const put = async (kind: 'exported' | 'printed'): Promise<Message | null> => {
    try {
      const told = await (await signing()).log.append({ kind, record });
      return told.ok ? null : { key: 'records.notLogged', values: { why: storeErrorText(told.error) } };
    } catch (error) {
      return { key: 'records.notLogged', values: { why: String(error) } };
    }
  };

  const doing = async (what: () => Promise<Message | null>): Promise<void> => {
    setBusy(true);
    setSaid({ key: 'note.making' });
    try {
      setSaid(await what());
    } catch (error) {
      setSaid({ key: 'note.failed.drawing', values: { why: String(error) } });
    }
    setBusy(false);
  };

  const save = async (): Promise<Message | null> => {
    const desk = await note();
    const saved = await desk.save(of, paper);
    if (!saved.ok) return saved.error;
    return (await put('exported')) ?? { key: 'note.saved', values: { name: saved.value } };
  };

  const print = async (): Promise<Message | null> => {
    const page = await (await note()).document(of);
    if (!page.ok) return page.error;
    const unsaid = await put('printed');
    setPrinting(page.value);
    return unsaid;
  };

  // The first note takes what no other has to: it is got ready, in workers, while the version is read.
  useEffect(() => {
    note().then(
      (desk) => {
        desk.prepare(read ? of : undefined);
      },
      () => undefined,
    );
  }, [note, of, read]);

  return (
    <div className={styles['actions']}>
      <Button icon={<FileDown size={17} aria-hidden="true" />} disabled={busy} onClick={() => void doing(save)}>
        {t('note.save')}
      </Button>
      <Button icon={<Printer size={17} aria-hidden="true" />} disabled={busy} onClick={() => void doing(print)}>
        {t('note.print')}
      </Button>
      <Segmented
        label={t('note.paper')}
        options={papers.map((value) => ({ value, label: t(`note.paper.${value}`) }))}
        value={paper}
        onChange={setChosen}
      />
      <p role="status">{said === null ? '' : say(said)}</p>
      {printing !== null && <NotePrint document={printing} paper={paper} onPrinted={printed} />}
    </div>
  );
}
