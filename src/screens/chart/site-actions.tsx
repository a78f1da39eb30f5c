import { Check, Move, Plus, Undo, X } from 'lucide-react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { isLocked } from '../../state/signature';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import { keepKeyboard } from './focus-site';
import { keyHint } from './key-hint';
import { ReasonField, useReason } from './reason-field';
import styles from './site-actions.module.css';

/** Give or skip what is planned; void what was given or skipped. A reason is always recorded, and one is preset. */
export function SiteActions({ row }: { readonly row: SiteRow }) {
  const signed = useChart((s) => (s.signature === null ? null : isLocked(s.signature)));
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const open = useChart((s) => s.session !== null);
  const { chart } = useServices();
  if (!open) return <p className={styles['hint']}>{t('session.noneHint')}</p>;
  // Until the signature has been read there is nothing to be said of it.
  if (!charting && signed === null) return null;
  if (!charting) return <p className={styles['hint']}>{t(signed ? 'session.signedOnly' : 'session.readOnly')}</p>;
  return (
    <div className={styles['actions']}>
      {row.state === 'planned' ? (
        <>
          <Choice
            kind="skip"
            onDo={(reason) => {
              chart.skip(row.id, reason);
              keepKeyboard();
            }}
          />
          {(row.ftp || row.moved !== undefined) && (
            <Button
              icon={<X size={17} aria-hidden="true" />}
              onClick={() => {
                chart.voidSite(row.id, t('reason.void.mistake'));
                keepKeyboard();
              }}
            >
              {t('action.void')}
            </Button>
          )}
          <div className={styles['give']}>
            <Button
              tone="primary"
              size="huge"
              wide
              icon={<Check size={20} strokeWidth={2.4} aria-hidden="true" />}
              onClick={() => {
                chart.give(row.id);
                keepKeyboard();
              }}
            >
              {t('action.give')}
            </Button>
          </div>
        </>
      ) : (
        <Choice
          kind="void"
          onDo={(reason) => {
            chart.voidSite(row.id, reason);
            keepKeyboard();
          }}
        />
      )}
    </div>
  );
}

type ChoiceProps = {
  readonly kind: 'skip' | 'void';
  readonly onDo: (reason: string) => void;
};

/** A button and its reason. One press does it with the reason that is showing. */
function Choice({ kind, onDo }: ChoiceProps) {
  const reason = useReason(kind);
  const Icon = kind === 'void' ? Undo : X;
  return (
    <div className={styles['choice']}>
      <ReasonField reason={reason} />
      <Button
        icon={<Icon size={17} aria-hidden="true" />}
        onClick={() => {
          onDo(reason.text);
        }}
      >
        {t(`action.${kind}`)}
      </Button>
    </div>
  );
}

/** Opens the form that moves a planned site. */
export function MoveButton({ row }: { readonly row: SiteRow }) {
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const { apple, chart } = useServices();
  if (!charting || row.state !== 'planned') return null;
  return (
    <Button
      aria-label={t('action.moveSite')}
      title={keyHint(t('action.moveSite'), 'move', apple)}
      icon={<Move size={17} aria-hidden="true" />}
      onClick={() => {
        chart.begin({ kind: 'moving-site' });
      }}
    />
  );
}

/** Opens the form for an extra without a pointer. */
export function AddExtraButton() {
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const { chart } = useServices();
  return (
    <Button
      wide
      icon={<Plus size={17} aria-hidden="true" />}
      disabled={!charting}
      onClick={() => {
        chart.begin({ kind: 'adding-extra' });
      }}
    >
      {t('action.addFtp')}
    </Button>
  );
}
