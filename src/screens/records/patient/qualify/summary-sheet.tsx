import '../../../../messages/later';
import { Printer } from 'lucide-react';
import { Fragment, useCallback, useId } from 'react';
import { t } from '../../../../messages/translate';
import type { PayerSummary } from '../../../../state/outcomes/qualify-summary';
import { Button } from '../../../../ui/button';
import { useServices } from '../../../services';
import { useToldPrint } from '../../../use-told-print';
import parts from '../parts.module.css';
import styles from './summary-sheet.module.css';

type Props = { readonly patient: string; readonly summary: PayerSummary };

/** The page for the payer as it is printed: on paper it alone of this part. */
export function SummarySheet({ patient, summary }: Props) {
  const { signing } = useServices();
  const title = useId();
  const tell = useCallback(
    async () => (await signing()).log.append({ kind: 'patient-printed', patient, part: 'qualify' }),
    [signing, patient],
  );
  const printIt = useToldPrint(tell);
  return (
    <section className={`${parts['card'] ?? ''} ${styles['sheet'] ?? ''}`} aria-labelledby={title} data-sheet>
      <div className={`${parts['cardHead'] ?? ''} ${styles['head'] ?? ''}`}>
        <h2 id={title}>{summary.title}</h2>
        <Button tone="primary" icon={<Printer size={17} aria-hidden="true" />} onClick={printIt}>
          {t('qualify.print')}
        </Button>
      </div>
      <dl className={styles['who']}>
        {summary.who.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{summary.judged}</p>
      {summary.groups.map(({ title: group, state, hint, lines }) => (
        <div key={group} className={styles['group']}>
          <h3>
            {group}: <b>{state}</b>
          </h3>
          <p className={parts['fine']}>{hint}</p>
          <table className={styles['criteria']} aria-label={group}>
            <tbody>
              {lines.map((line) => (
                <Fragment key={line.id}>
                  <tr>
                    <th scope="row">{line.name}</th>
                    <td>{line.found.join('. ')}</td>
                    <td className={parts['strong']}>{line.stateText}</td>
                  </tr>
                  <tr>
                    <td colSpan={3} className={styles['from']}>
                      {line.from}
                    </td>
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <div className={styles['group']}>
        <h3>{t('qualify.overuse')}</h3>
        <p>{summary.overuse.title}</p>
        <Lines lines={summary.overuse.lines} />
      </div>
      <div className={styles['group']}>
        <h3>{t('qualify.preventives')}</h3>
        {summary.preventives.length === 0 ? (
          <p>{t('qualify.noPreventives')}</p>
        ) : (
          <Lines lines={summary.preventives.map((fields) => fields.filter((field) => field !== '').join(', '))} />
        )}
      </div>
      <div className={styles['group']}>
        <h3>{t('qualify.history')}</h3>
        <Lines lines={summary.history} />
      </div>
      {summary.missing.length > 0 && (
        <div className={styles['group']}>
          <h3>{t('qualify.missing')}</h3>
          <Lines lines={summary.missing} />
        </div>
      )}
      <p className={parts['fine']}>{summary.made}</p>
    </section>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className={styles['lines']}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
