import { Component, type ReactNode } from 'react';
import { t } from '../messages/translate';
import { Button } from '../ui/button';
import styles from './crash-screen.module.css';

type Props = { readonly children: ReactNode; readonly onExport: (() => void) | null };
type State = { readonly error: unknown };

/** Where defects end: says so, keeps the session, and offers its export. Nothing is written from here. */
export class CrashScreen extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const { onExport } = this.props;
    return (
      <main role="alert" className={styles['crash']}>
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.body')}</p>
        <div>
          {onExport !== null && <Button onClick={onExport}>{t('action.exportNow')}</Button>}
          <Button
            tone="primary"
            onClick={() => {
              location.reload();
            }}
          >
            {t('crash.reload')}
          </Button>
        </div>
        <details>
          <summary>{t('crash.details')}</summary>
          <pre>{error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}</pre>
        </details>
      </main>
    );
  }
}
