import type { Ref } from 'react';
import styles from './injection-map.module.css';
import mapLabel from './map-label.module.css';

/** The name of the danger zone under the pointer, beside it. The list of zones says the same to a screen reader. */
export function ZoneTip({ tip }: { readonly tip: Ref<HTMLDivElement> }) {
  return <div ref={tip} className={`${mapLabel['label'] ?? ''} ${styles['zoneTip'] ?? ''}`} data-shown="false" />;
}
