import '../../../../messages/later';
import { useId } from 'react';
import { t } from '../../../../messages/translate';
import type { Overuse } from '../../../../outcomes/overuse';
import {
  neverAsked,
  neverNamed,
  overuseRows,
  overuseSpans,
  overuseText,
} from '../../../../state/outcomes/qualify-overuse-text';
import parts from '../parts.module.css';
import { SaidBox } from '../said-box';

/** Days with acute medication by class, against the limits of medication overuse. */
export function OveruseSection({ overuse }: { readonly overuse: Overuse }) {
  const title = useId();
  const rows = overuseRows(overuse);
  const spans = overuseSpans(overuse);
  const sources = [...new Set(rows.map(({ name, from }) => t('qualify.limitFrom', { name, from })))];
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('qualify.overuse')}</h2>
      <SaidBox said={overuseText(overuse)} />
      <div className={parts['frame']}>
        <table className={parts['table']} aria-labelledby={title}>
          <thead>
            <tr>
              <th scope="col">{t('qualify.acuteClass')}</th>
              <th scope="col">{t('qualify.limitHead')}</th>
              {spans.map((span) => (
                <th scope="col" key={span}>
                  {span}
                </th>
              ))}
              <th scope="col">{t('qualify.lately')}</th>
              <th scope="col">{t('qualify.longLasting')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.of}>
                <th scope="row">{row.name}</th>
                <td>{row.limit}</td>
                {row.counts.map((count, at) => (
                  <td key={spans[at]}>{count}</td>
                ))}
                <td className={parts['strong']}>{row.lately}</td>
                <td>{row.lasting}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {[neverNamed(overuse), neverAsked(overuse)]
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} className={parts['none']}>
            {line}
          </p>
        ))}
      <p className={parts['fine']}>{t('qualify.overuseHow')}</p>
      <details className={parts['details']}>
        <summary>{t('qualify.limitSources')}</summary>
        <ul>
          {sources.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
