import '../../messages/later';
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { say, t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import type { Outcome } from '../../state/records';
import { Button } from '../../ui/button';
import { usePractice, useServices } from '../services';
import styles from './export-bundle.module.css';

/** A signed version as a FHIR Bundle, for a server that is not reached from here. It is put down as an export. */
export function ExportBundle({ version: { session, version } }: { readonly version: SignedVersion }) {
  const { records } = useServices();
  const region = usePractice((practice) => practice.region);
  const [said, setSaid] = useState<Outcome | null>(null);

  const save = async (): Promise<void> => {
    setSaid(null);
    try {
      setSaid(await records.exportBundle(session.id, version, region));
    } catch {
      setSaid({ ok: false, message: { key: 'bundle.failed' } });
    }
  };

  return (
    <div className={styles['export']}>
      <Button icon={<Share2 size={17} aria-hidden="true" />} onClick={() => void save()}>
        {t('bundle.export')}
      </Button>
      <p role="status">{said?.ok === true ? say(said.message) : ''}</p>
      <p role="alert">{said?.ok === false ? say(said.message) : ''}</p>
    </div>
  );
}
