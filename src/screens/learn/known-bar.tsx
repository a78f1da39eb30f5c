import styles from './known-bar.module.css';

type Props = { readonly known: number; readonly learning: number; readonly of: number };

/** How much is known and how much was begun, as a bar. Decorative: the numbers stand beside it. */
export function KnownBar({ known, learning, of }: Props) {
  const share = (n: number): string => `${of === 0 ? 0 : (100 * n) / of}%`;
  return (
    <div className={styles['bar']} aria-hidden="true">
      <i data-part="known" style={{ width: share(known) }} />
      <i data-part="learning" style={{ width: share(learning) }} />
    </div>
  );
}
