import '../../messages/later';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/translate';
import { usePanelFocus } from '../../ui/use-panel-focus';
import styles from './side-panel.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** What stays in sight below while the rest scrolls. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** A panel in place of the card beside the head: takes the keyboard while it is there, and Escape closes it. */
export function SidePanel({ title, onClose, foot, children }: Props) {
  const panel = usePanelFocus<HTMLElement>();
  return (
    <section
      ref={panel}
      aria-label={title}
      className={styles['panel']}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles['head']}>
        <h2>{title}</h2>
        <button type="button" className={styles['close']} aria-label={t('action.close')} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <div className={styles['body']}>{children}</div>
      <div className={styles['foot']}>{foot}</div>
    </section>
  );
}
