import '../messages/later';
import type { ReactNode } from 'react';
import { t } from '../messages/translate';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './leave-dialog.module.css';

type Props = {
  readonly title: string;
  readonly stay: string;
  readonly leave: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  /** What is lost by leaving. */
  readonly children: ReactNode;
};

/** Asks before what was tried is left, and lost. */
export const LeaveDialog = ({ title, stay, leave, onStay, onLeave, children }: Props) => (
  <Dialog title={title} closeLabel={t('action.close')} onClose={onStay}>
    <div className={styles['leave']}>
      {children}
      <div className={styles['buttons']}>
        <Button onClick={onStay}>{stay}</Button>
        <Button tone="primary" onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </div>
  </Dialog>
);
