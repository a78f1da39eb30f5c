import '../../../messages/later';
import type { ReactNode } from 'react';
import { t } from '../../../messages/translate';
import { Button } from '../../../ui/button';
import parts from './parts.module.css';

type Props = {
  readonly onCancel: () => void;
  /** What stands before the two: a quiet button goes to the other end. */
  readonly children?: ReactNode;
};

/** The end of a form in a dialog: leave it, or keep what was typed. */
export function FormEnd({ onCancel, children }: Props) {
  return (
    <div className={parts['formEnd']}>
      {children}
      <Button onClick={onCancel}>{t('patient.cancel')}</Button>
      <Button type="submit" tone="primary">
        {t('patient.keep')}
      </Button>
    </div>
  );
}
