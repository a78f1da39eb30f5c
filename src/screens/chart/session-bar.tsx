import {
  Check,
  ClipboardCheck,
  CircleAlert,
  FilePlus2,
  FlagTriangleRight,
  LoaderCircle,
  UserRound,
} from 'lucide-react';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import { storeErrorText } from '../../state/refusal-text';
import { isLocked } from '../../state/signature';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import { focusSelectedSite } from './focus-site';
import { SignatureBar } from './later-parts';
import styles from './session-bar.module.css';
import { clockSeconds, dayText } from './time-text';

/** Whose session this is, whether it is kept, and the two things that begin and end one. */
export function SessionBar() {
  const session = useChart((s) => s.session);
  const { chart } = useServices();
  const finished = session?.finishedAt !== undefined;
  const signed = useChart((s) => isLocked(s.signature));
  return (
    <>
      {session === null ? (
        <span className={styles['none']}>{t('session.none')}</span>
      ) : (
        <button
          type="button"
          className={styles['chip']}
          onClick={() => {
            chart.begin({ kind: 'editing-details' });
          }}
        >
          <UserRound size={17} aria-hidden="true" />
          <strong>{session.patient.label === '' ? t('session.addPatient') : session.patient.label}</strong>
          <span className={styles['more']} data-tight={finished || signed}>
            {dayText(session.startedAt)} · {mapOf(session.map.id).shortTitle}
          </span>
        </button>
      )}
      <SaveMark />
      <Button
        tone={session === null ? 'primary' : 'plain'}
        icon={<FilePlus2 size={17} aria-hidden="true" />}
        title={t('action.newSession')}
        onClick={() => {
          // The keys that follow are for the sites: on the button, Space would open another session.
          void chart.newSession().then(focusSelectedSite);
        }}
      >
        <span className={styles['label']} data-tight={finished || signed} data-first>
          {t('action.newSession')}
        </span>
      </Button>
      {session !== null && !finished && !signed && (
        <Button
          icon={<ClipboardCheck size={17} aria-hidden="true" />}
          onClick={() => {
            chart.begin({ kind: 'preparing' });
          }}
        >
          <span className={styles['label']}>{t('action.prepare')}</span>
        </Button>
      )}
      {session !== null && !finished && !signed && (
        <Button
          icon={<FlagTriangleRight size={17} aria-hidden="true" />}
          onClick={() => {
            chart.begin({ kind: 'finishing' });
          }}
        >
          <span className={styles['label']}>{t('action.finish')}</span>
        </Button>
      )}
      {(finished || signed) && <SignatureBar />}
    </>
  );
}

/** Says Saved only of what a completed transaction holds. */
function SaveMark() {
  const save = useChart((s) => s.save);
  const { chart, smallScreen } = useServices();
  if (save === null) return null;
  return (
    <span className={styles['save']} data-kind={save.kind}>
      {save.kind === 'saved' ? (
        <Check size={16} strokeWidth={2.6} aria-hidden="true" />
      ) : save.kind === 'saving' ? (
        <LoaderCircle size={16} aria-hidden="true" />
      ) : (
        <CircleAlert size={16} aria-hidden="true" />
      )}
      {/* Every step is saved: told each time, it would talk over what was given. That it was not is an alert. */}
      <span role="status" aria-live="off" aria-label={t('save.name')}>
        {save.kind === 'saving' ? (
          t('save.saving')
        ) : save.kind === 'saved' ? (
          smallScreen ? (
            t('save.saved')
          ) : (
            t('save.savedAt', { time: clockSeconds(save.at) })
          )
        ) : (
          <span role="alert">{t('save.not', { why: storeErrorText(save.error) })}</span>
        )}
      </span>
      {save.kind === 'not-saved' && (
        <Button tone="quiet" onClick={chart.retrySave}>
          {t('action.retry')}
        </Button>
      )}
    </span>
  );
}
