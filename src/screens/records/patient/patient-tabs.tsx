import '../../../messages/later';
import { useLayoutEffect, useRef } from 'react';
import { t } from '../../../messages/translate';
import { type PatientPart, patientParts, routeFragment } from '../../../state/route';
import styles from './patient-screen.module.css';

type Props = { readonly patient: string; readonly shown: PatientPart };

/** The parts of the page. On a phone they lie in one row that scrolls, with the one that is shown in sight. */
export function PatientTabs({ patient, shown }: Props) {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current === null || tab == null) return;
    row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
  }, [shown]);
  return (
    <nav ref={row} aria-label={t('patient.parts')} className={styles['parts']}>
      {patientParts.map((one) => (
        <a
          key={one}
          href={routeFragment({ screen: 'patient', patient, part: one })}
          aria-current={one === shown ? 'page' : undefined}
        >
          {t(`patient.part.${one}`)}
        </a>
      ))}
    </nav>
  );
}
