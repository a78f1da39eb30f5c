import '../../messages/later';
import { FilePen, History, PenLine, ShieldAlert, ShieldCheck } from 'lucide-react';
import { t } from '../../messages/translate';
import type { Signature } from '../../state/signature';
import { signatureTrouble } from '../../state/signature-text';
import { Button } from '../../ui/button';
import { HandOver } from '../hand-over';
import { useChart, useServices } from '../services';
import bar from './session-bar.module.css';
import styles from './signature-bar.module.css';
import { clockTime, dayText } from './time-text';

/** Who signed the session and what can still be done with it; for one that is finished and not signed, how to go on. */
export function SignatureBar() {
  const { chart } = useServices();
  const signature = useChart((s) => s.signature);
  const session = useChart((s) => s.session?.id);
  if (signature === null) return null;
  if (signature.kind === 'unsigned') {
    return (
      <>
        <Button onClick={chart.reopen}>
          <span>{t('session.reopen')}</span>
        </Button>
        <Button
          icon={<PenLine size={17} aria-hidden="true" />}
          onClick={() => {
            chart.begin({ kind: 'finishing' });
          }}
        >
          <span className={bar['label']}>{t('action.signAndLock')}</span>
        </Button>
      </>
    );
  }
  return (
    <>
      <Mark signature={signature} />
      {signature.kind !== 'unreadable' && (
        <>
          {signature.kind !== 'missing' && (
            <Button
              icon={<FilePen size={17} aria-hidden="true" />}
              title={t('action.amend')}
              onClick={() => {
                chart.begin({ kind: 'amending' });
              }}
            >
              <span className={bar['label']} data-tight>
                {t('action.amend')}
              </span>
            </Button>
          )}
          <Button
            icon={<History size={17} aria-hidden="true" />}
            title={t('action.versions')}
            onClick={() => {
              chart.begin({ kind: 'reading-versions' });
            }}
          >
            <span className={bar['label']} data-tight>
              {t('action.versions')}
            </span>
          </Button>
          {signature.kind === 'signed' && session !== undefined && <HandOver to={{ session }} />}
        </>
      )}
    </>
  );
}

type Signed = Extract<Signature, { readonly kind: 'signed' }>;

function Mark({ signature }: { readonly signature: Signature }) {
  const trouble = signatureTrouble(signature);
  const startedAt = useChart((state) => state.session?.startedAt ?? '');
  const signed = signature.kind === 'signed' ? signedText(signature, startedAt) : null;
  const sound = signed !== null && trouble === null;
  return (
    <span className={styles['mark']} data-sound={sound} title={trouble ?? signed ?? undefined}>
      {sound ? <ShieldCheck size={16} aria-hidden="true" /> : <ShieldAlert size={16} aria-hidden="true" />}
      <span className={styles['text']}>
        <span role="status" aria-label={t('signing.state')}>
          {signed}
        </span>
        {trouble !== null && <span role="alert"> {trouble}</span>}
      </span>
    </span>
  );
}

/** The day only where it is another than that of the session, which stands beside it. */
function signedText({ by, at, versions }: Signed, startedAt: string): string {
  const otherDay = at.slice(0, 10) !== startedAt.slice(0, 10);
  const when = otherDay ? `${dayText(at)}, ${clockTime(at)}` : clockTime(at);
  return t(versions === 1 ? 'signing.signedBy' : 'signing.amendedBy', { name: by, when, version: versions });
}
