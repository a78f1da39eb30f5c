import '../../messages/later';
import { t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { visitOf } from '../../record/visit';
import { logLines } from '../../state/log-lines';
import { versionFacts } from '../../state/version-facts';
import { BillingPart } from './billing-part';
import { CopyNote } from './copy-note';
import { ExportBundle } from './export-bundle';
import { LogLines } from './log';
import { VersionMap } from './version-map';
import styles from './versions-dialog.module.css';

/** One version as it was signed: whose session, what was asked and agreed, what was given, how it came about, what was added. */
export function VersionInFull({ version }: { readonly version: SignedVersion }) {
  const { session, addendum } = version;
  return (
    <details className={styles['full']}>
      <summary>{t('versions.read', { version: version.version })}</summary>
      <div>
        <CopyNote version={version} />
        <ExportBundle version={version} />
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
