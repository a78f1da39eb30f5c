import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { cumulativeDose } from '../../protocol/safety-limits';
import { daysBetween } from '../../record/calendar';
import { countsElsewhere } from '../../record/dose-window';
import { needlesOf } from '../../record/needles';
import type { Session } from '../../record/session';
import { type ElsewhereDose, type OtherToxin, visitOf } from '../../record/visit';
import { addElsewhere, addOtherToxin, type VisitRefusal } from '../../record/visit-commands';
import { changeVisit } from '../../state/visit-desk';
import { refusalText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import { VisitRecorded } from './visit-recorded';
import folded from '../../ui/folded.module.css';
import styles from './visit-sections.module.css';

type Name = 'product' | 'units' | 'when' | 'note';
const empty: Readonly<Record<Name, string>> = { product: '', units: '', when: '', note: '' };

/** Which field a refusal is about. */
const fieldOf: Partial<Record<VisitRefusal['kind'], Name>> = {
  ProductMissing: 'product',
  CountedProduct: 'product',
  NotAnAmount: 'units',
  NotADay: 'when',
  DayInFuture: 'when',
};

/** Doses of the same drug that no session here holds, which count, and toxins of other products, which are only told. */
export function VisitToxins({ session }: { readonly session: Session }) {
  const { otherToxins } = visitOf(session);
  return (
    <div className={styles['pair']}>
      <Elsewhere session={session} />
      <section aria-label={t('visit.toxins')} className={styles['section']}>
        <h3>{t('visit.toxins')}</h3>
        <p className={styles['hint']}>{t('visit.toxinsHint')}</p>
        <VisitRecorded list="otherToxins" texts={otherToxins.map(toxinText)} />
        <DoseForm
          title={t('visit.toxinAdd')}
          names={['product', 'units', 'when', 'note']}
          whenHint={t('visit.toxinWhenHint')}
          record={(typed) => (visit, stamp) =>
            addOtherToxin(
              visit,
              {
                product: typed.product,
                ...(typed.units.trim() === '' ? {} : { units: numberOf(typed.units) }),
                ...(typed.when.trim() === '' ? {} : { when: typed.when.trim() }),
                note: typed.note,
              },
              stamp,
            )
          }
        />
      </section>
    </div>
  );
}

function Elsewhere({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const at = needlesOf(session.entries)[0]?.at ?? chart.now();
  const textOf = ({ units, day, note = '' }: ElsewhereDose): string =>
    t(elsewhereKey(day, at), {
      units,
      day,
      note: noteText(note),
      maximum: cumulativeDose.maximum.units,
      days: cumulativeDose.window.underDays,
    });
  return (
    <section aria-label={t('visit.elsewhere')} className={styles['section']}>
      <h3>{t('visit.elsewhere')}</h3>
      <p className={styles['hint']}>{t('visit.elsewhereHint', { product: cumulativeDose.product })}</p>
      <VisitRecorded list="elsewhere" texts={visitOf(session).elsewhere.map(textOf)} />
      <DoseForm
        title={t('visit.elsewhereAdd')}
        names={['units', 'when', 'note']}
        whenHint={t('visit.elsewhereWhenHint')}
        record={({ units, when, note }) =>
          (visit, stamp) =>
            addElsewhere(visit, { units: numberOf(units), day: when.trim(), note }, stamp)
          }
      />
    </section>
  );
}

function elsewhereKey(day: string, at: string) {
  if (countsElsewhere(day, at)) return 'visit.elsewhereCounts';
  return daysBetween(day, at) < 0 ? 'visit.elsewhereAfter' : 'visit.elsewherePast';
}

type DoseFormProps = {
  readonly title: string;
  readonly names: readonly Name[];
  readonly whenHint: string;
  readonly record: (typed: Readonly<Record<Name, string>>) => Parameters<typeof changeVisit>[1];
};

/** A dose of some toxin as the patient tells of it. */
function DoseForm({ title, names, whenHint, record }: DoseFormProps) {
  const { chart } = useServices();
  const [typed, setTyped] = useState(empty);
  const [refusal, setRefusal] = useState<VisitRefusal | null>(null);
  const refused = refusal === null ? null : fieldOf[refusal.kind];
  return (
    <details className={folded['folded']}>
      <summary>{title}</summary>
      <form
        aria-label={title}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const found = changeVisit(chart, record(typed));
          setRefusal(found);
          if (found === null) setTyped(empty);
        }}
      >
        {names.map((name) => (
          <TextField
            key={name}
            label={t(`visit.toxin.${name}`)}
            {...(name === 'when' ? { hint: whenHint } : {})}
            value={typed[name]}
            problem={refusal !== null && refused === name ? refusalText(refusal) : null}
            inputMode={name === 'units' ? 'decimal' : 'text'}
            maxLength={name === 'note' ? 300 : 60}
            autoComplete="off"
            onChange={(event) => {
              setTyped({ ...typed, [name]: event.target.value });
            }}
          />
        ))}
        <div className={styles['buttons']}>
          <Button type="submit">{t('visit.toxinRecord')}</Button>
        </div>
      </form>
    </details>
  );
}

/** What is no number is NaN, and refused as no amount. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

const noteText = (note: string): string => (note === '' ? '' : ` (${note})`);

const toxinText = ({ product, units, when, note = '' }: OtherToxin): string =>
  t('visit.toxinOne', {
    product,
    amount: units === undefined ? t('visit.toxinNoUnits') : t('visit.toxinUnits', { units }),
    when: when ?? t('visit.toxinNoDay'),
    note: noteText(note),
  });
