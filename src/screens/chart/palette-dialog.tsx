import '../../messages/later';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { type Command, commandGroups, keysOf } from '../../state/commands/command';
import { findCommands } from '../../state/commands/find-commands';
import { showKey } from '../../state/keys';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices, useSettings } from '../services';
import styles from './palette-dialog.module.css';

/** Every action that does something now, by name: the menu, and with a few letters typed the quickest way to each. */
export function PaletteDialog({ commands }: { readonly commands: readonly Command[] }) {
  const { chart, apple } = useServices();
  const state = useChart((s) => s);
  const settings = useSettings((s) => s);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const found = useMemo(
    () => findCommands(commands, typed, (command) => command.id !== 'palette' && command.applies(state, settings)),
    [commands, typed, state, settings],
  );
  const chosen = found[Math.min(at, found.length - 1)];

  // After the dialog has opened: it would begin with its first button.
  useEffect(() => {
    search.current?.focus();
  }, []);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    // Closed first: what the action opens takes its place.
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + by + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };
  const optionId = (command: Command): string => `${id}-${command.id}`;
  return (
    <Dialog title={t('palette.title')} closeLabel={t('action.close')} onClose={close}>
      <input
        ref={search}
        className={styles['search']}
        type="text"
        role="combobox"
        aria-label={t('palette.search')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={t('palette.title')} className={styles['list']}>
        {commandGroups.map((group) => {
          const own = found.filter((command) => command.group === group);
          return own.length === 0 ? null : (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p id={`${id}-${group}`} className={styles['heading']}>
                {t(`palette.group.${group}`)}
              </p>
              {own.map((command) => (
                <div
                  key={command.id}
                  id={optionId(command)}
                  role="option"
                  tabIndex={-1}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') run(command);
                  }}
                  aria-selected={command === chosen}
                  className={styles['option']}
                  onPointerMove={() => {
                    setAt(found.indexOf(command));
                  }}
                  onClick={() => {
                    run(command);
                  }}
                >
                  <span>{t(command.label)}</span>
                  {command.on?.(state, settings) === true && (
                    <span className={styles['on']}>
                      <Check size={15} aria-hidden="true" /> {t('palette.on')}
                    </span>
                  )}
                  <kbd>{showKey(keysOf(command)[0] ?? '', apple)}</kbd>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <p role="status" className={found.length === 0 ? styles['none'] : 'hidden'}>
        {found.length === 0 ? t('palette.none') : t('palette.found', { n: found.length })}
      </p>
    </Dialog>
  );
}
