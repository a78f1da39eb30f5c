import type { ReactNode } from 'react';
import type { VaultDesk } from '../../state/vault-desk';
import type { Trouble } from '../../state/vault-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './lock-screen.module.css';
import { useDeed } from './use-deed';

type Props = {
  readonly title?: string;
  readonly body: string;
  readonly action: string;
  /** What the button says meanwhile. */
  readonly doing?: string;
  /** Everything is typed that it takes. */
  readonly ready: boolean;
  readonly deed: (desk: VaultDesk) => Promise<Trouble | null>;
  /** Told whether it was done. What went wrong is said in the form. */
  readonly onEnd?: (done: boolean) => void;
  readonly children: ReactNode;
};

/** One thing that is done to the locked vault: its fields, why it failed, how long to wait, and the button. */
export function DeedForm({ title, body, action, doing = action, ready, deed, onEnd, children }: Props) {
  const { vault } = useServices();
  const { run, busy, waiting, alert } = useDeed();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => deed(await vault())).then(onEnd);
      }}
    >
      {title !== undefined && <h2>{title}</h2>}
      <p>{body}</p>
      {children}
      {alert}
      <Button type="submit" tone="primary" size="large" wide disabled={busy || waiting || !ready}>
        {busy ? doing : action}
      </Button>
    </form>
  );
}
