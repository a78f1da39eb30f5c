import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import { withoutCheck, withoutEffect } from '../../../../outcomes/effects';
import { effectTitle, occasionText } from '../../../../state/outcomes/effect-text';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { dayText } from '../../../chart/time-text';
import type { PatientPartProps } from '../part-props';
import styles from './effects.module.css';
import type { Doing } from './doing';

type Props = PatientPartProps & {
  readonly doing: Extract<Doing, { kind: 'removing' }>;
  readonly onClose: () => void;
};

/** Asks first. Where the only effect of a check goes, it asks what the check then says: nothing, or that it was not asked. */
export function RemoveDialog({ book, open, doing: { of, check, effect }, onClose }: Props) {
  const what =
    effect === null
      ? `${t('effects.formOf', { occasion: occasionText(check.occasion), day: dayText(of.day) })}, ${t('effects.none')}`
      : effectTitle(effect);
  const only = effect !== null && check.effects.length === 1;
  const remove = (how: 'effect' | 'check') => {
    void book.changeFile((file) =>
      how === 'effect' && effect !== null ? withoutEffect(file, check.id, effect.id) : withoutCheck(file, check.id),
    );
    onClose();
  };
  return (
    <Dialog title={t('effects.removeTitle')} closeLabel={t('action.close')} onClose={onClose}>
      <div className={styles['form']}>
        <p>{t('effects.removeText', { what })}</p>
        {only && <p>{t('effects.removeLast')}</p>}
        <div className={styles['end']}>
          <Button onClick={onClose}>{t('effects.keep')}</Button>
          {only ? (
            <>
              <Button
                disabled={open.saving}
                onClick={() => {
                  remove('check');
                }}
              >
                {t('effects.removeAll')}
              </Button>
              <Button
                tone="primary"
                disabled={open.saving}
                onClick={() => {
                  remove('effect');
                }}
              >
                {t('effects.removeKeep')}
              </Button>
            </>
          ) : (
            <Button
              tone="primary"
              disabled={open.saving}
              onClick={() => {
                remove(effect === null ? 'check' : 'effect');
              }}
            >
              {t('effects.removeYes')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
