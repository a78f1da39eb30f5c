import '../../../messages/later';
import { t } from '../../../messages/translate';
import type { DuePatient } from '../../../outcomes/due-list';
import { checksText, stateLine } from '../../../state/outcomes/due-text';
import { routeFragment } from '../../../state/route';
import { patientName } from '../../chart/patient-text';
import { dayText } from '../../chart/time-text';
import { RecordsTable } from '../records-table';
import styles from '../records-screen.module.css';
import due from './due.module.css';

/** What is due, a patient a row; on a phone each is a card. */
export function DueTable({ patients }: { readonly patients: readonly DuePatient[] }) {
  return (
    <RecordsTable label={t('due.title')} columns={['due.patient', 'due.last', 'due.due', 'due.state', 'due.checks']}>
      {patients.map((one) => (
        <Row key={one.patient.id} one={one} />
      ))}
    </RecordsTable>
  );
}

function Row({ one }: { readonly one: DuePatient }) {
  const { patient, due: next } = one;
  const name = patientName(patient.label);
  const checks = checksText(one, dayText);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-named={t('due.last')}>{dayText(next.treated)}</td>
      <td data-named={t('due.due')} className={styles['units']}>
        {dayText(next.due)}
      </td>
      <td className={due['state']} data-state={next.state}>
        {stateLine(next)}
      </td>
      <td className={due['wrap']}>{checks}</td>
      <td className={styles['actions']}>
        {checks !== '' && (
          <a
            className={styles['open']}
            aria-label={t('due.askOf', { patient: name })}
            href={routeFragment({ screen: 'patient', patient: patient.id, part: 'effects' })}
          >
            {t('due.ask')}
          </a>
        )}
        <a
          className={styles['open']}
          aria-label={t('due.openOf', { patient: name })}
          href={routeFragment({ screen: 'patient', patient: patient.id, part: 'plan' })}
        >
          {t('due.open')}
        </a>
      </td>
    </tr>
  );
}
