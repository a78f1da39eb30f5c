import '../../messages/later';
import { Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { headText } from '../../record/chain';
import type { SignedVersion } from '../../record/signed-version';
import { drawAll } from '../../scene/flat/drawings';
import { storeErrorText } from '../../state/refusal-text';
import { profileText, signatureTrouble } from '../../state/signature-text';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices } from '../services';
import { useToldPrint } from '../use-told-print';
import form from './form.module.css';
import { SignatureMeaning } from './signature-meaning';
import { clockTime, dayText } from './time-text';
import { VersionChanges } from './version-changes';
import { VersionInFull } from './version-in-full';
import styles from './versions-dialog.module.css';

type Read =
  | {
      readonly kind: 'versions';
      readonly versions: readonly SignedVersion[];
      readonly lost: boolean;
      /** Head of the store's chain, to be kept on paper. */
      readonly head: string | null;
      /** The chain holds fewer versions than lie here. */
      readonly chainBroken: boolean;
    }
  | { readonly kind: 'failed'; readonly why: string };

const none: readonly SignedVersion[] = [];

/** Every signed version of the session: who, when, why; what differs between two; and each in full, to be printed. */
export function VersionsDialog({ session }: { readonly session: string }) {
  const { chart, heads, signing } = useServices();
  const signature = useChart((s) => s.signature);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    void signing().then(async (desk) => {
      const [found, chain] = await Promise.all([desk.versionsOf(session), desk.head()]);
      if (!found.ok) {
        setRead({ kind: 'failed', why: storeErrorText(found.error) });
        return;
      }
      const versions = (found.value as readonly (SignedVersion | null)[]).filter((version) => version !== null);
      const chainBroken = chain.ok && chain.value.count < versions.length;
      const head = chain.ok && !chainBroken ? headText(chain.value) : null;
      setRead({ kind: 'versions', versions, lost: versions.length < found.value.length, head, chainBroken });
    });
  }, [signing, session]);
  const versions = read?.kind === 'versions' ? read.versions : none;
  const printed = useToldPrint(
    useCallback(async () => {
      // A map that is not drawn yet would be missing on paper; one that cannot be drawn holds nothing up.
      const shapes = versions.flatMap(({ session: { head } }) => {
        const made = heads.shapeOf(head.variant);
        return made.ok ? [made.value] : [];
      });
      await Promise.all(shapes.map(drawAll)).catch(() => null);
      return (await signing()).log.append({ kind: 'printed', record: session });
    }, [signing, session, heads, versions]),
  );
  const trouble = signature === null ? null : signatureTrouble(signature);
  return (
    <Dialog
      wide
      title={t('versions.title')}
      closeLabel={t('action.close')}
      onClose={() => {
        chart.begin({ kind: 'idle' });
      }}
    >
      <div className={styles['versions']} data-print>
        {trouble !== null && <p className={styles['trouble']}>{trouble}</p>}
        {read?.kind === 'failed' && <p className={styles['trouble']}>{t('versions.unreadable', { why: read.why })}</p>}
        {read?.kind === 'versions' && read.versions.length === 0 && <p>{t('versions.gone')}</p>}
        {read?.kind === 'versions' && read.versions.length > 0 && (
          <>
            {read.lost && signature?.kind !== 'missing' && <p className={styles['trouble']}>{t('versions.broken')}</p>}
            <VersionTable versions={read.versions} />
            <VersionChanges versions={read.versions} />
            {read.versions.map((version) => (
              <VersionInFull
                key={version.hash}
                versions={read.versions}
                version={version}
                trouble={read.lost && trouble === null ? t('versions.broken') : trouble}
              />
            ))}
          </>
        )}
        <SignatureMeaning />
        {read?.kind === 'versions' && (
          <div className={styles['hashes']}>
            {read.versions.map(({ version, hash }) => (
              <p key={hash}>
                {t('versions.hashes', { version })} <code>{hash}</code>
              </p>
            ))}
            {read.chainBroken && <p className={styles['trouble']}>{t('versions.headBroken')}</p>}
            {read.head !== null && (
              <>
                <p>
                  {t('versions.head')} <code>{read.head}</code>
                </p>
                <p>{t('versions.headHint')}</p>
              </>
            )}
          </div>
        )}
        <div className={`${form['buttons'] ?? ''} ${styles['screenOnly'] ?? ''}`}>
          <Button icon={<Printer size={17} aria-hidden="true" />} onClick={printed}>
            {t('versions.print')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function VersionTable({ versions }: { readonly versions: readonly SignedVersion[] }) {
  return (
    <DataTable label={t('versions.title')} table={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('versions.version')}</th>
          <th scope="col">{t('versions.author')}</th>
          <th scope="col">{t('versions.at')}</th>
          <th scope="col">{t('versions.reason')}</th>
          <th scope="col">{t('versions.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, author, at, reason, hash }) => (
          <tr key={hash}>
            <th scope="row">{version}</th>
            <td>{profileText(author)}</td>
            <td>
              {dayText(at)} {clockTime(at)}
            </td>
            <td>{reason ?? t('versions.first')}</td>
            <td>
              <code>{hash.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
