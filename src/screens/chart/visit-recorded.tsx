import '../../messages/later';
import { X } from 'lucide-react';
import { t } from '../../messages/translate';
import { ok } from '../../protocol/words';
import { remove } from '../../record/visit-commands';
import { changeVisit } from '../../state/visit-desk';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './visit-sections.module.css';

type Props = { readonly list: Parameters<typeof remove>[1]; readonly texts: readonly string[] };

/** What is recorded of a kind, each to be taken out again while the session is open. */
export function VisitRecorded({ list, texts }: Props) {
  const { chart } = useServices();
  if (texts.length === 0) return null;
  return (
    <ul className={styles['recorded']}>
      {texts.map((text, n) => (
        // Two may say the same: their place tells them apart.
        <li key={`${String(n)} ${text}`}>
          <p>{text}</p>
          <Button
            tone="quiet"
            icon={<X size={17} aria-hidden="true" />}
            aria-label={t('visit.removeOf', { what: text })}
            onClick={() => {
              changeVisit(chart, (visit) => ok(remove(visit, list, n)));
            }}
          >
            {t('visit.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
