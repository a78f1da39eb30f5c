import '../../messages/later';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { isMapId, mapOf } from '../../protocol/maps';
import { isOneProduct } from '../../record/compare-sessions';
import { changeAtOnce, type CompareDesk, type Measured, type ReadSession } from '../../state/compare-desk';
import { later } from '../../ui/later';
import { CompareChanges } from './compare-changes';
import { CompareDoses } from './compare-doses';
import { besideText, changeKey, sessionDay } from './compare-text';
import styles from './compare-screen.module.css';

// The head is not needed to read what differs.
const CompareMap = later(async () => (await import('./compare-map')).CompareMap);

type Props = {
  readonly desk: CompareDesk;
  readonly before: ReadSession;
  readonly after: ReadSession;
  readonly head: ReactNode;
  /** How headache days went; nothing where there is no diary. */
  readonly response: ReactNode;
};

/** What differs between two sessions: the list, the head and the units. */
export function CompareBody({ desk, before, after, head, response }: Props) {
  const atOnce = useMemo(() => changeAtOnce(before, after), [before, after]);
  const measured = useMeasured(desk, before, after);
  const change = measured?.change ?? atOnce;
  // What is chosen and found belongs to the two that are compared; the fields that choose them stay, and the keyboard in them.
  const pair = `${before.session.id} ${after.session.id}`;
  const [chosen, setChosen] = useState({ pair, key: '' });
  const selected = chosen.pair === pair && chosen.key !== '' ? chosen.key : null;
  const setSelected = (key: string) => {
    setChosen({ pair, key });
  };
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  const cautions = [...facts(before, after, change), ...useTroubles(desk, before, after)];
  return (
    <div className={styles['upper']}>
      <div className={styles['left']}>
        {head}
        {cautions.map((text) => (
          <p key={text} className={styles['caution']}>
            {text}
          </p>
        ))}
        <CompareChanges
          key={pair}
          change={change}
          lost={lost}
          selected={selected}
          onSelect={setSelected}
          measured={measured === null ? 'not-yet' : measured.bySkin ? 'skin' : 'straight'}
        />
      </div>
      <CompareMap
        key={pair}
        desk={desk}
        change={change}
        before={before}
        after={after}
        selected={change.sites.some((site) => changeKey(site) === selected) ? selected : null}
        onSelect={setSelected}
        onLost={setLost}
      />
      <div className={styles['right']}>
        <CompareDoses change={change} />
        <Beside before={before} after={after} events={change.events} />
        {response}
      </div>
    </div>
  );
}

/** Null until the skin was asked. */
function useMeasured(desk: CompareDesk, before: ReadSession, after: ReadSession): Measured | null {
  const [measured, setMeasured] = useState<{
    readonly of: readonly [ReadSession, ReadSession];
    readonly found: Measured;
  } | null>(null);
  useEffect(() => {
    let mine = true;
    void desk.measure(before, after).then((found) => {
      if (mine) setMeasured({ of: [before, after], found });
    });
    return () => {
      mine = false;
    };
  }, [desk, before, after]);
  return measured?.of[0] === before && measured.of[1] === after ? measured.found : null;
}

/** Whose signature does not hold. */
function useTroubles(desk: CompareDesk, before: ReadSession, after: ReadSession): readonly string[] {
  const pair = `${before.session.id} ${after.session.id}`;
  const [troubles, setTroubles] = useState<{ readonly of: string; readonly found: readonly string[] } | null>(null);
  useEffect(() => {
    let mine = true;
    void Promise.all(
      [before, after].map(async (one) => {
        const why = await desk.trouble(one);
        return why === null ? [] : [t('comparison.signature', { day: sessionDay(one.listed), why })];
      }),
    ).then((found) => {
      if (mine) setTroubles({ of: pair, found: [...new Set(found.flat())] });
    });
    return () => {
      mine = false;
    };
  }, [desk, before, after, pair]);
  return troubles?.of === pair ? troubles.found : [];
}

/** What bears on the whole comparison. */
function facts(before: ReadSession, after: ReadSession, change: Measured['change']): readonly string[] {
  const { heads, sameMap, products } = change;
  return [
    ...(before.session.id === after.session.id ? [t('comparison.same')] : []),
    ...(heads === 'same' ? [] : [t(`comparison.heads.${heads}`)]),
    ...(sameMap
      ? []
      : [t('comparison.maps', { before: mapName(before.session.map), after: mapName(after.session.map) })]),
    ...(isOneProduct(products)
      ? []
      : [t('comparison.products', { before: products.before.join(', '), after: products.after.join(', ') })]),
  ];
}

const mapName = ({ id, version }: ReadSession['session']['map']): string =>
  `${isMapId(id) ? mapOf(id).shortTitle : id} ${version}`;

type BesideProps = {
  readonly before: ReadSession;
  readonly after: ReadSession;
  readonly events: Measured['change']['events'];
};

/** What happened in each session beside the protocol. */
function Beside({ before, after, events }: BesideProps) {
  const lines = [
    ...events.before.map((event) => [before, event] as const),
    ...events.after.map((event) => [after, event] as const),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="comparison-beside">
      <h2 id="comparison-beside">{t('comparison.events')}</h2>
      <ul className={styles['beside']}>
        {lines.map(([{ session, listed }, event]) => (
          <li key={`${session.id} ${event.entry.id}`}>
            {t('comparison.eventsOf', { day: sessionDay(listed), what: besideText(event) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
