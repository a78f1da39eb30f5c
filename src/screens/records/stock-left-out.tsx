import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/translate';
import type { Patient } from '../../record/patient';
import type { VialUse } from '../../record/stock';
import { routeFragment } from '../../state/route';
import type { StockReading } from '../../state/stock-desk';
import { dayText } from '../chart/time-text';
import styles from './stock.module.css';

/** What is in no count: damaged entries, sessions that do not open, vials without a lot. */
export function StockLeftOut({ reading }: { readonly reading: StockReading }) {
  const { damaged, unread, unnamed } = reading;
  return (
    <>
      {damaged.length > 0 && (
        <Caution text={t('stock.damaged', { n: damaged.length })}>
          <ul>
            {damaged.map(({ id, why }) => (
              <li key={id}>{t('stock.damagedOne', { id: id.slice(0, 8), why })}</li>
            ))}
          </ul>
        </Caution>
      )}
      {unread > 0 && <Caution text={t('stock.unread', { n: unread })} />}
      {unnamed.length > 0 && (
        <Caution text={t('stock.unnamed', { n: unnamed.length })}>
          <UnnamedVials vials={unnamed} />
        </Caution>
      )}
    </>
  );
}

/** Something that a count or a recall does not see, and that has to be known with it. */
export function Caution({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['caution']}>
      <TriangleAlert size={17} aria-hidden="true" />
      <div>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}

type Unnamed = { readonly patient: Patient | null; readonly use: VialUse };

/** Named at once; the table that is saved has all of them. Chosen. */
const mostNamed = 50;

/** Vials without a lot, each leading to its session, where the lot can be written down. */
export function UnnamedVials({ vials }: { readonly vials: readonly Unnamed[] }) {
  return (
    <ul>
      {vials.slice(0, mostNamed).map(({ patient, use: { session, vial, at, product, strength } }) => (
        <li key={`${session} ${vial}`}>
          <a href={routeFragment({ screen: 'chart', session })}>
            {t('stock.unnamedOne', {
              date: dayText(at),
              patient: nameOf(patient),
              vial: t('stock.vialOf', { product, strength }),
            })}
          </a>
        </li>
      ))}
      {vials.length > mostNamed && <li>{t('stock.unnamedMore', { n: vials.length - mostNamed })}</li>}
    </ul>
  );
}

/** The label, or the record number where there is none. */
export const nameOf = (patient: Patient | null): string =>
  [patient?.label, patient?.recordNumber].find((text) => text !== undefined && text !== '') ?? t('records.noPatient');
