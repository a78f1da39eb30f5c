import '../../messages/later';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say, t } from '../../messages/translate';
import type { ImportDesk, ImportReport } from '../../state/import-desk';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './bulk.module.css';
import { JobProgress } from './job-progress';
import { useBulk } from './use-bulk';

type Props = {
  /** The same list as long as it is the same choice. */
  readonly files: readonly File[];
  readonly onImported: () => void;
  readonly onClose: () => void;
};

/** Many session files, or archives of them, in: how far it is, and what became of each. */
export function ImportDialog({ files, onImported, onClose }: Props) {
  const bulk = useBulk();
  return (
    <Dialog title={t('importing.title')} closeLabel={t('action.close')} onClose={onClose}>
      {bulk !== null && <Importing desk={bulk.importing} files={files} onImported={onImported} onClose={onClose} />}
    </Dialog>
  );
}

function Importing({ desk, files, onImported, onClose }: Props & { readonly desk: ImportDesk }) {
  const report = useStore(desk.report);
  useEffect(() => {
    void desk.run(files).then(onImported);
  }, [desk, files, onImported]);
  return (
    <div className={styles['form']}>
      <JobProgress label={t('importing.progress')} job={desk.job} />
      <div role="status" className={styles['told']}>
        {report !== null && <Report report={report} />}
      </div>
      {report !== null && report.refused.length > 0 && <Refused refused={report.refused} />}
      <div className={styles['end']}>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </div>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { taken, known, refused, cancelled, stopped } = report;
  return (
    <>
      <p>{t('importing.done', { taken, known, refused: refused.length })}</p>
      {cancelled && <p>{t('importing.cancelled')}</p>}
      {stopped !== null && <p className={styles['problem']}>{say(stopped)}</p>}
    </>
  );
}

/** So many are shown: more than that is read in no dialog. */
const most = 100;

function Refused({ refused }: Pick<ImportReport, 'refused'>) {
  return (
    <>
      <ul className={styles['refused']} aria-label={t('importing.refused')}>
        {refused.slice(0, most).map(({ file, message }) => (
          <li key={file}>
            <b>{file}</b>
            {say(message)}
          </li>
        ))}
      </ul>
      {refused.length > most && <p className={styles['hint']}>{t('importing.more', { n: refused.length - most })}</p>}
    </>
  );
}
