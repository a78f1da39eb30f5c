import '../../messages/later';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Vial } from '../../ledger/vial';
import type { Session } from '../../record/session';
import type { StockReading } from '../../state/stock-desk';
import {
  type VialDraft,
  dilutionText,
  draftOf,
  isInRecord,
  newDraft,
  vialFrom,
  vialProblemText,
} from '../../state/vials';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { useChart, useServices } from '../services';
import { LotNote, Offers, useShelf } from './vials-dialog-shelf';
import styles from './vials-dialog.module.css';
import { products } from '../../protocol/products';

/** The vials of the session: what they are, when they were dissolved, and what the syringe is drawn to. */
export function VialsDialog({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const shelf = useShelf();
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('vials.title')} closeLabel={t('action.close')} wide onClose={close}>
      <div className={styles['vials']}>
        {session.vials.map((vial, at) => (
          <VialForm key={vial.id} vial={vial} number={at + 1} removable={session.vials.length > 1} shelf={shelf} />
        ))}
        <div className={styles['foot']}>
          <Button
            icon={<Plus size={17} aria-hidden="true" />}
            onClick={() => {
              chart.change((open) => ({ ...open, vials: [...open.vials, newDraft(chart.newId())] }));
            }}
          >
            {t('vials.add')}
          </Button>
          <Button tone="primary" onClick={close}>
            {t('visit.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type Props = {
  readonly vial: Vial;
  readonly number: number;
  readonly removable: boolean;
  readonly shelf: StockReading | null;
};

const strengths = products.map(({ product, strength }) => ({
  value: String(strength),
  label: t('vials.strength', { product, strength }),
}));

function VialForm({ vial, number, removable, shelf }: Props) {
  const { chart } = useServices();
  const used = useChart((s) => s.session !== null && isInRecord(s.session, vial.id));
  const [draft, setDraft] = useState<VialDraft>(() => draftOf(vial));
  const [problem, setProblem] = useState<string | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const set = (part: Partial<VialDraft>) => {
    setDraft({ ...draft, ...part });
  };
  const keep = (part: Partial<VialDraft> = {}) => {
    const wanted = { ...draft, ...part };
    setDraft(wanted);
    const made = vialFrom(vial, wanted, used, chart.now().slice(19));
    setProblem(made.ok ? null : vialProblemText(made.error));
    if (!made.ok) return;
    chart.change((open) => ({ ...open, vials: open.vials.map((one) => (one.id === vial.id ? made.value : one)) }));
  };
  const name = t('vials.one', { number });
  return (
    <section aria-label={name} className={styles['vial']}>
      <div className={styles['head']}>
        <h3>{name}</h3>
        {removable && !used && (
          <Button
            tone="quiet"
            onClick={() => {
              chart.change((open) => ({ ...open, vials: open.vials.filter((one) => one.id !== vial.id) }));
            }}
          >
            {t('vials.remove')}
          </Button>
        )}
      </div>
      {shelf !== null && (
        <Offers
          shelf={shelf}
          vial={vial}
          draft={draft}
          onTake={({ lot, expiry }) => {
            keep({ lot, expiry });
            // What was pressed is gone: on to the lot, to be compared with the vial.
            fields.current?.querySelector('input')?.focus();
          }}
        />
      )}
      <div ref={fields} className={styles['fields']}>
        <SelectField
          label={t('vials.product')}
          value={draft.strength}
          disabled={used}
          options={strengths}
          onChange={(strength) => {
            const standard = products.find((one) => String(one.strength) === strength);
            keep({ strength, diluentMl: String(standard?.diluentMl ?? draft.diluentMl) });
          }}
        />
        <TextField
          label={t('vials.lot')}
          value={draft.lot}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => {
            set({ lot: event.target.value });
          }}
          onBlur={() => {
            keep();
          }}
        />
        <TextField
          label={t('vials.expiry')}
          hint={t('vials.expiryHint')}
          value={draft.expiry}
          placeholder="2027-08"
          maxLength={10}
          autoComplete="off"
          onChange={(event) => {
            set({ expiry: event.target.value });
          }}
          onBlur={() => {
            keep();
          }}
        />
        <TextField
          label={t('vials.diluent')}
          value={draft.diluent}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            set({ diluent: event.target.value });
          }}
          onBlur={() => {
            keep();
          }}
        />
        <TextField
          label={t('vials.diluentMl')}
          value={draft.diluentMl}
          inputMode="decimal"
          maxLength={6}
          autoComplete="off"
          onChange={(event) => {
            set({ diluentMl: event.target.value });
          }}
          onBlur={() => {
            keep();
          }}
        />
        <div className={styles['time']}>
          <TextField
            label={t('vials.reconstituted')}
            type="datetime-local"
            value={draft.reconstituted}
            onChange={(event) => {
              keep({ reconstituted: event.target.value });
            }}
          />
          <Button
            onClick={() => {
              keep({ reconstituted: chart.now().slice(0, 16) });
            }}
          >
            {t('vials.now')}
          </Button>
        </div>
      </div>
      {shelf !== null && <LotNote shelf={shelf} vial={vial} draft={draft} />}
      <DilutionLine vial={vial} />
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </section>
  );
}

/** What an aliquot is in the syringe; a dilution that is not the paradigm's is called out. */
function DilutionLine({ vial }: { readonly vial: Vial }) {
  const { marks, wrong } = dilutionText(vial);
  return (
    <>
      <p className={styles['marks']}>{marks}</p>
      {wrong !== null && (
        <p role="status" className={styles['wrong']}>
          {wrong}
        </p>
      )}
    </>
  );
}
