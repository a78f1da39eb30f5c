import '../../messages/later';
import { t } from '../../messages/translate';

/** The head of the column with what can be done to a row: the buttons say it to the eye. */
export function ActionsHead({ className }: { readonly className?: string | undefined }) {
  return (
    <th scope="col" className={className}>
      <span className="hidden">{t('records.actions')}</span>
    </th>
  );
}
