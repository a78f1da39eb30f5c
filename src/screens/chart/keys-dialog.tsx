import '../../messages/later';
import { t } from '../../messages/translate';
import { showKey } from '../../state/keys';
import { Dialog } from '../../ui/dialog';
import { useServices } from '../services';
import styles from './keys-dialog.module.css';

/** The help sheet, made from the commands themselves. */
export function KeysDialog() {
  const { chart, commands, apple } = useServices();
  return (
    <Dialog
      title={t('keys.title')}
      closeLabel={t('action.close')}
      onClose={() => {
        chart.begin({ kind: 'idle' });
      }}
    >
      <dl className={styles['keys']}>
        {commands.map((command) => (
          <div key={command.id}>
            <dt>{t(command.label)}</dt>
            <dd>
              {command.keys.map((key) => (
                <kbd key={key}>{showKey(key, apple)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
