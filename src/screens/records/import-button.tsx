import '../../messages/later';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Outcome } from '../../state/records';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import { useServices } from '../services';

const ImportDialog = later(async () => (await import('./import-dialog')).ImportDialog);

type Props = {
  /** What became of a single file. */
  readonly onSaid: (outcome: Outcome) => void;
  /** Something may have come in. */
  readonly onImported: () => void;
};

/** Takes session files: one at once, several or an archive of them in a dialog of their own. */
export function ImportButton({ onSaid, onImported }: Props) {
  const { records } = useServices();
  const file = useRef<HTMLInputElement>(null);
  const [many, setMany] = useState<readonly File[] | null>(null);
  return (
    <>
      <Button
        icon={<FileUp size={17} aria-hidden="true" />}
        onClick={() => {
          file.current?.click();
        }}
      >
        {t('records.import')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept=".json,application/json,.zip,application/zip"
        aria-label={t('records.import')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          const [first] = chosen;
          if (first === undefined) return;
          if (chosen.length > 1 || first.name.toLowerCase().endsWith('.zip')) {
            setMany(chosen);
            return;
          }
          void records.importFile(first).then((outcome) => {
            onSaid(outcome);
            onImported();
          });
        }}
      />
      {many !== null && (
        <ImportDialog
          files={many}
          onImported={onImported}
          onClose={() => {
            setMany(null);
          }}
        />
      )}
    </>
  );
}
