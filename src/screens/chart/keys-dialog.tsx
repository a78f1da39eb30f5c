import '../../messages/later';
import { t } from '../../messages/translate';
import { type Command, commandGroups, keysOf } from '../../state/commands/command';
import { showKey } from '../../state/keys';
import { Dialog } from '../../ui/dialog';
import { useServices } from '../services';
import styles from './keys-dialog.module.css';

/** The help sheet, made from the commands themselves. */
export function KeysDialog({ commands }: { readonly commands: readonly Command[] }) {
  const { chart, apple } = useServices();
  return (
    <Dialog
      wide
      title={t('keys.title')}
      closeLabel={t('action.close')}
      onClose={() => {
        chart.begin({ kind: 'idle' });
      }}
    >
      <p className={styles['hint']}>{t('keys.pedal')}</p>
      <div className={styles['groups']}>
        {commandGroups.map((group) => (
          <section key={group} aria-label={t(`palette.group.${group}`)}>
            <h3>{t(`palette.group.${group}`)}</h3>
            <dl className={styles['keys']}>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.label)}</dt>
                    <dd>
                      {keysOf(command).map((key) => (
                        <kbd key={key}>{showKey(key, apple)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
