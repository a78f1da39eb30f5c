import '../../../../messages/later';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { type Preventive, preventiveOutcomes } from '../../../../outcomes/history';
import {
  type PreventiveProblem,
  readPreventive,
  type TypedPreventive,
  typedOf,
  withoutPreventive,
  withPreventive,
} from '../../../../state/outcomes/qualify-changes';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { SelectField, TextField } from '../../../../ui/field';
import { FormEnd } from '../form-end';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';

type Props = Pick<PatientPartProps, 'kit' | 'book'> & {
  /** Null: a new one. */
  readonly preventive: Preventive | null;
  readonly onClose: () => void;
};

/** One preventive: what it was, when, and what came of it. */
export function PreventiveDialog({ preventive, kit, book, onClose }: Props) {
  const [typed, setTyped] = useState<TypedPreventive>(() => typedOf(preventive));
  const [problems, setProblems] = useState<readonly PreventiveProblem[]>([]);
  const keep = () => {
    const read = readPreventive(preventive?.id ?? kit.newId(), typed, preventive);
    if (!('id' in read)) {
      setProblems(read);
      return;
    }
    void book
      .changeFile((file) => withPreventive(file, read))
      .then((failed) => {
        if (failed === null) onClose();
      });
  };
  const problem = (...kinds: readonly PreventiveProblem[]): string | null => {
    const found = kinds.find((kind) => problems.includes(kind));
    return found === undefined ? null : t(`qualify.wrong.${found}`);
  };
  const field = (name: Exclude<keyof TypedPreventive, 'outcome'>) => ({
    label: t(`qualify.field.${name}`),
    value: typed[name],
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value });
    },
  });
  return (
    <Dialog
      title={t(preventive === null ? 'qualify.addPreventive' : 'qualify.editPreventive')}
      closeLabel={t('patient.close')}
      onClose={onClose}
    >
      <form
        className={parts['form']}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField {...field('name')} problem={problem('nameless')} />
        <TextField {...field('drugClass')} hint={t('qualify.classHint')} />
        <div className={parts['pair']}>
          <TextField {...field('from')} hint={t('qualify.monthHint')} problem={problem('from-unreadable')} />
          <TextField {...field('to')} hint={t('qualify.monthHint')} problem={problem('to-unreadable', 'backwards')} />
        </div>
        <SelectField
          label={t('qualify.outcome')}
          value={typed.outcome}
          options={preventiveOutcomes.map((value) => ({ value, label: t(`qualify.outcome.${value}`) }))}
          onChange={(outcome) => {
            setTyped({ ...typed, outcome });
          }}
        />
        <TextField {...field('note')} />
        <FormEnd onCancel={onClose}>
          {preventive !== null && (
            <Button
              tone="quiet"
              icon={<Trash2 size={17} aria-hidden="true" />}
              onClick={() =>
                void book
                  .changeFile((file) => withoutPreventive(file, preventive.id))
                  .then((failed) => {
                    if (failed === null) onClose();
                  })
              }
            >
              {t('qualify.remove')}
            </Button>
          )}
        </FormEnd>
      </form>
    </Dialog>
  );
}
