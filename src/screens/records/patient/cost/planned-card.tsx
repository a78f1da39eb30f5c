import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { planOfNext } from '../../../../outcomes/due-list';
import { treatmentsOf } from '../../../../outcomes/treatments';
import { sessionTotals } from '../../../../protocol/paradigm';
import { dayOf } from '../../../../record/calendar';
import { costOf, vialsFor } from '../../../../record/cost';
import type { Prices } from '../../../../record/prices';
import { unitsOf } from '../../../../state/outcomes/typed-prices';
import { TextField } from '../../../../ui/field';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import styles from './cost.module.css';
import { MissingList } from './missing-list';
import { CostFigures } from './sessions-table';

type Props = PatientPartProps & { readonly prices: Prices };

/** What a session of so many units would cost. The units begin with what is planned, or as the last time. */
export function PlannedCard({ kit, open, sessions, prices }: Props) {
  const begun = beginning(
    planOfNext(sessions, open.file, dayOf(kit.now()))?.units,
    treatmentsOf(sessions).at(-1)?.given,
  );
  const [typed, setTyped] = useState(String(begun.units));
  const most = sessionTotals.capUnits;
  const units = unitsOf(typed, most);
  const vials = units === null ? null : vialsFor(units, prices);
  const cost = vials === null ? null : costOf(vials, prices);
  return (
    <section className={page['card']} aria-labelledby="cost-planned">
      <h2 id="cost-planned">{t('cost.planned')}</h2>
      <div className={styles['narrow']}>
        <TextField
          label={t('cost.plannedUnits')}
          hint={t('cost.plannedHint', { from: t(`cost.from.${begun.from}`) })}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          problem={units === null ? t('cost.plannedWrong', { most }) : null}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
      </div>
      {cost?.ok === true && <CostFigures cost={cost.value} currency={prices.currency} />}
      {cost?.ok === false && <MissingList missing={cost.error} />}
      {units !== null && vials === null && <p>{t('cost.missing.planned', { units })}</p>}
    </section>
  );
}

function beginning(planned: number | undefined, last: number | undefined) {
  if (planned !== undefined) return { from: 'plan', units: planned } as const;
  if (last !== undefined) return { from: 'last', units: last } as const;
  return { from: 'paradigm', units: sessionTotals.fixedUnits } as const;
}
