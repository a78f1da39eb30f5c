import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { injectedDay } from '../../../../outcomes/effects';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import type { AskedSession, Doing } from './doing';
import { EffectForm } from './effect-form';
import styles from './effects.module.css';
import { RemoveDialog } from './remove-dialog';
import { SessionChecks } from './session-checks';

/** Side effects of every session, by the occasions on which they are asked for. Works on a phone while the patient is on another. */
export function EffectsPart(props: PatientPartProps) {
  const { sessions } = props;
  const [doing, setDoing] = useState<Doing | null>(null);
  const asked = sessions
    .flatMap((session): AskedSession[] => {
      const day = injectedDay(session);
      return day === null ? [] : [{ session, day }];
    })
    .sort((a, b) => Date.parse(b.session.firstNeedleAt ?? '') - Date.parse(a.session.firstNeedleAt ?? ''));
  const [latest, ...earlier] = asked;
  if (latest === undefined) return <p className={page['card']}>{t('effects.noSessions')}</p>;
  const close = () => {
    setDoing(null);
  };
  return (
    <>
      <p className={page['hint']}>{t('effects.intro')}</p>
      <SessionChecks {...props} of={latest} onDo={setDoing} />
      {earlier.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{t('effects.earlier', { n: earlier.length })}</summary>
          {earlier.map((of) => (
            <SessionChecks key={of.session.id} {...props} of={of} onDo={setDoing} />
          ))}
        </details>
      )}
      {doing?.kind === 'reporting' && <EffectForm {...props} doing={doing} onClose={close} />}
      {doing?.kind === 'removing' && <RemoveDialog {...props} doing={doing} onClose={close} />}
    </>
  );
}
