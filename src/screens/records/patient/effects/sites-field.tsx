import '../../../../messages/later';
import { useEffect, useState } from 'react';
import { fold } from '../../../../ledger/fold';
import type { SiteRow } from '../../../../ledger/state';
import { t } from '../../../../messages/translate';
import { effectFacts } from '../../../../protocol/side-effects';
import type { SideEffectId } from '../../../../record/side-effects';
import { muscleName, siteName } from '../../../../state/site-text';
import { useServices } from '../../../services';
import styles from './effects.module.css';

type Props = {
  readonly session: string;
  readonly effect: SideEffectId | null;
  readonly chosen: readonly string[];
  readonly onChange: (sites: readonly string[]) => void;
};

/** The sites of a session that were given, by name: those that the effect is usually put down to stand first. None is chosen beforehand. */
export function SitesField({ session, effect, chosen, onChange }: Props) {
  const rows = useGivenSites(session);
  const usual = effect === null ? [] : effectFacts(effect).muscles;
  if (rows === undefined) return null;
  if (rows === null) return <p className={styles['detail']}>{t('effects.sitesUnread')}</p>;
  const groups = [
    {
      name: t('effects.sitesUsual', { muscles: usual.map((muscle) => muscleName(muscle)).join(', ') }),
      sites: usual.flatMap((muscle) => rows.filter((row) => row.muscle === muscle)),
    },
    {
      name: t(usual.length === 0 ? 'effects.sitesAll' : 'effects.sitesOther'),
      sites: rows.filter(({ muscle }) => !usual.includes(muscle)),
    },
  ].filter(({ sites }) => sites.length > 0);
  return (
    <details className={styles['sites']}>
      <summary>{t('effects.sites', { n: chosen.length })}</summary>
      <p className={styles['detail']}>{t('effects.sitesHint')}</p>
      {groups.map(({ name, sites }) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          {sites.map((row) => (
            <label key={row.id}>
              <input
                type="checkbox"
                checked={chosen.includes(row.id)}
                onChange={({ target }) => {
                  const now = target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id);
                  // In the order of the list, whatever the order of the presses; what the list no longer has stays.
                  const listed = rows.map(({ id }) => id).filter((id) => now.includes(id));
                  onChange([...listed, ...now.filter((id) => !listed.includes(id))]);
                }}
              />
              <span>{siteName(row)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}

/** Undefined while it is being read, null where it cannot be. */
function useGivenSites(session: string): readonly SiteRow[] | null | undefined {
  const { store } = useServices();
  const [rows, setRows] = useState<readonly SiteRow[] | null>();
  useEffect(() => {
    let asked = true;
    void store.load(session).then((loaded) => {
      if (!asked) return;
      setRows(
        loaded.ok
          ? fold(loaded.value.session.entries, loaded.value.session.vials).rows.filter(({ state }) => state === 'given')
          : null,
      );
    });
    return () => {
      asked = false;
    };
  }, [session, store]);
  return rows;
}
