import '../../../../messages/later';
import { useEffect, useState } from 'react';
import { fold } from '../../../../ledger/fold';
import type { SiteRow } from '../../../../ledger/state';
import { t } from '../../../../messages/translate';
import { effectFacts } from '../../../../protocol/side-effects';
import type { SideEffectId } from '../../../../record/side-effects';
import { muscleName, siteName } from '../../../../state/site-text';
import { TickList, ticked } from '../../../../ui/tick-list';
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
        <TickList
          key={name}
          legend={name}
          options={sites.map((row) => ({ value: row.id, label: siteName(row) }))}
          chosen={chosen}
          onTick={(site, on) => {
            onChange(
              ticked(
                rows.map(({ id }) => id),
                chosen,
                site,
                on,
              ),
            );
          }}
        />
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
