import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { changesBetween } from '../../record/changes';
import type { SignedVersion } from '../../record/signed-version';
import { placeText, valueText } from '../../state/change-text';
import { DataTable } from '../../ui/data-table';
import { SelectField } from '../../ui/field';
import styles from './versions-dialog.module.css';

/** What differs between two versions, field by field: the session, and what was added in words. */
export function VersionChanges({ versions }: { readonly versions: readonly SignedVersion[] }) {
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState(String(versions.length));
  const options = versions.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  const [before, after] = [versions[Number(from) - 1], versions[Number(to) - 1]];
  const changes = changesBetween(saidIn(before), saidIn(after));
  return (
    <section aria-label={t('versions.compare')} className={styles['compare']}>
      <h3>{t('versions.compare')}</h3>
      {versions.length < 2 ? (
        <p>{t('versions.only')}</p>
      ) : (
        <>
          <div className={styles['pair']}>
            <SelectField label={t('versions.from')} value={from} onChange={setFrom} options={options} />
            <SelectField label={t('versions.to')} value={to} onChange={setTo} options={options} />
          </div>
          {changes.length === 0 ? (
            <p>{t('versions.same')}</p>
          ) : (
            <DataTable label={t('versions.compare')} table={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('versions.place')}</th>
                  <th scope="col">{t('versions.before')}</th>
                  <th scope="col">{t('versions.now')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <tr key={change.path}>
                    <th scope="row">{placeText(change.keys, after?.session)}</th>
                    <td>{valueText(change.before)}</td>
                    <td>{valueText(change.after)}</td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          )}
        </>
      )}
    </section>
  );
}

const saidIn = (version: SignedVersion | undefined) => ({
  session: version?.session,
  ...(version?.addendum === undefined ? {} : { addendum: version.addendum }),
});
