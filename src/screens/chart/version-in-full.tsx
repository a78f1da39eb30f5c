import '../../messages/later';
import { fold } from '../../ledger/fold';
import { t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { visitOf } from '../../record/visit';
import { deviationWords } from '../../state/deviation-text';
import { logLines } from '../../state/log-lines';
import log from './log.module.css';
import { clockTime, dayText } from './time-text';
import styles from './versions-dialog.module.css';

/** One version as it was signed: whose session, what was given, how it came about, what was added. */
export function VersionInFull({ version }: { readonly version: SignedVersion }) {
  const { session, addendum } = version;
  const { totals } = fold(session.entries, session.vials);
  const { deviations } = visitOf(session);
  const vials = session.vials.map(({ id, strength, lot = t('versions.noLot') }) => {
    const { drawn = 0, wasted = 0 } = totals.byVial.get(id) ?? {};
    return t('versions.vial', { strength, lot, drawn, wasted });
  });
  return (
    <details className={styles['full']}>
      <summary>{t('versions.read', { version: version.version })}</summary>
      <div>
        {addendum !== undefined && <p className={styles['addendum']}>{t('versions.addendum', { text: addendum })}</p>}
        <p>
          {t('versions.patient', {
            patient: session.patient.label === '' ? t('records.noPatient') : session.patient.label,
            injector: session.injector === '' ? t('versions.noLot') : session.injector,
            day: dayText(session.startedAt),
            time: clockTime(session.startedAt),
          })}
        </p>
        <p>{t('versions.doses', { given: totals.given, vials: vials.join('; ') })}</p>
        {session.note !== '' && <p>{t('versions.note', { note: session.note })}</p>}
        {deviations.map((deviation) => (
          <p key={`${deviation.at} ${deviation.tailoring}`}>
            {t('versions.deviation', { ...deviationWords(deviation), reason: deviation.reason })}
          </p>
        ))}
        <ol className={log['log']} reversed>
          {logLines(session.entries, deviations).map((line) => (
            <li key={line.step}>
              <time>{clockTime(line.at)}</time>
              <b>{line.what}</b>
              <em>{line.amount}</em>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
