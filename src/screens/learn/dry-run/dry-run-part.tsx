import '../../../messages/later';
import { t } from '../../../messages/translate';
import page from '../../shell/page.module.css';
import type { PartProps } from '../part-props';

export function DryRunPart(_: PartProps) {
  return (
    <main className={page['page']}>
      <h1>{t('training.name')}</h1>
    </main>
  );
}
