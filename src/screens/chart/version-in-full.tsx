import '../../messages/later';
import { useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { visitOf } from '../../record/visit';
import { logLines } from '../../state/log-lines';
import type { SignedNote } from '../../state/note-text';
import { versionFacts } from '../../state/version-facts';
import { BillingPart } from './billing-part';
import { CalendarButton } from './calendar-button';
import { NoteActions } from '../note/note-actions';
import { CopyNote } from './copy-note';
import { ExportBundle } from './export-bundle';
import { LogLines } from './log-lines';
import { VersionMap } from './version-map';
import folded from '../../ui/folded.module.css';
import styles from './versions-dialog.module.css';

type Props = {
  readonly versions: readonly SignedVersion[];
  readonly version: SignedVersion;
  /** What does not hold of the record; null where nothing is wrong. */
  readonly trouble: string | null;
};

/** One version as it was signed: whose session, what was asked and agreed, what was given, how it came about, what was added. */
export function VersionInFull({ versions, version, trouble }: Props) {
  const { session, addendum } = version;
  // Whoever opens Versions has come for this one, mostly: to save or print its note.
  const [newest] = useState(() => versions.at(-1) === version);
  const [read, setRead] = useState(false);
  const of = useMemo(
    (): SignedNote => ({
      kind: 'signed',
      versions,
      version: version.version,
      ...(trouble === null ? {} : { trouble }),
    }),
    [versions, version, trouble],
  );
  return (
    <details
      className={`${folded['folded'] ?? ''} ${styles['full'] ?? ''}`}
      open={newest}
      onToggle={(event) => {
        setRead(event.currentTarget.open);
      }}
    >
      <summary>{t('versions.read', { version: version.version })}</summary>
      <div>
        <div className={styles['note']}>
          <NoteActions of={of} read={read} />
          <CopyNote of={of} record={session.id} />
          <ExportBundle version={version} />
          <CalendarButton versions={versions} version={version} />
        </div>
        {addendum !== undefined && <p className={styles['addendum']}>{t('versions.addendum', { text: addendum })}</p>}
        <dl className={styles['facts']}>
          {versionFacts(session).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <VersionMap session={session} />
        <h4>{t('versions.ledger')}</h4>
        <LogLines lines={logLines(session.entries, visitOf(session).deviations)} />
        <BillingPart session={session} />
      </div>
    </details>
  );
}
