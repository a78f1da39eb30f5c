import '../../messages/later';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { AuditLine, AuditProblem } from '../../record/audit';
import type { ChainProblem } from '../../record/chain';
import type { Result, StoreError } from '../../record/ports';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { clockSeconds, dayText } from '../chart/time-text';
import { useServices } from '../services';
import styles from './audit-dialog.module.css';

type Read =
  | {
      readonly kind: 'lines';
      readonly lines: readonly AuditLine[];
      readonly problem: AuditProblem | null;
      readonly chain: Result<{ readonly count: number }, StoreError | ChainProblem>;
      readonly names: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** Shown at once; older lines on asking. Chosen. */
const pageOf = 100;

/** Who viewed, created, signed, amended, exported; the chain of the log and that of the signed versions, both verified. */
export function AuditDialog({ onClose }: { readonly onClose: () => void }) {
  const { signing } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const [shown, setShown] = useState(pageOf);
  useEffect(() => {
    const load = async (): Promise<Read> => {
      const desk = await signing();
      const [log, chain, profiles] = await Promise.all([desk.log.read(), desk.verifyChain(), desk.profiles.list()]);
      if (!log.ok) return { kind: 'failed', error: log.error };
      const names = new Map(profiles.ok ? profiles.value.map(({ id, name }) => [id, name] as const) : []);
      return { kind: 'lines', ...log.value, chain, names };
    };
    void load().then(setRead);
  }, [signing]);
  return (
    <Dialog wide title={t('audit.title')} closeLabel={t('action.close')} onClose={onClose}>
      <div className={styles['audit']}>
        <p className={styles['hint']}>{t('audit.hint')}</p>
        {read?.kind === 'failed' && (
          <Verdict sound={false} text={t('audit.failed', { why: storeErrorText(read.error) })} />
        )}
        {read?.kind === 'lines' && (
          <>
            <Verdict
              sound={read.problem === null}
              text={
                read.problem === null
                  ? t('audit.holds', { count: read.lines.length })
                  : t(`audit.broken.${read.problem.kind}`, { n: read.problem.n })
              }
            />
            <Verdict
              sound={read.chain.ok}
              text={read.chain.ok ? t('audit.chain', { count: read.chain.value.count }) : chainText(read.chain.error)}
            />
            <Lines {...read} lines={read.lines.slice(-shown).toReversed()} />
            {read.lines.length > shown && (
              <Button
                onClick={() => {
                  setShown(shown + pageOf);
                }}
              >
                {t('audit.older')}
              </Button>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Verdict({ sound, text }: { readonly sound: boolean; readonly text: string }) {
  return (
    <p className={styles['verdict']} data-sound={sound} role={sound ? 'status' : 'alert'}>
      {sound ? <CircleCheck size={17} aria-hidden="true" /> : <CircleAlert size={17} aria-hidden="true" />}
      {text}
    </p>
  );
}

type LinesProps = {
  readonly lines: readonly AuditLine[];
  readonly problem: AuditProblem | null;
  readonly names: ReadonlyMap<string, string>;
};

function Lines({ lines, problem, names }: LinesProps) {
  if (lines.length === 0) return <p>{t('audit.empty')}</p>;
  const columns = ['audit.n', 'audit.at', 'audit.who', 'audit.what', 'audit.record'] as const;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('audit.title')}>
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ n, at, who, event, hash }) => (
            <tr key={hash} data-broken={problem !== null && n === problem.n}>
              <th scope="row">{n}</th>
              <td>
                {dayText(at)} {clockSeconds(at)}
              </td>
              <td>{who === null ? t('audit.nobody') : (names.get(who) ?? who)}</td>
              <td>{t(`audit.event.${event.kind}`)}</td>
              <td>
                <code>{subjectOf(event, names)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function subjectOf(event: AuditLine['event'], names: ReadonlyMap<string, string>): string {
  if ('record' in event) return event.record.slice(0, 8);
  return 'profile' in event ? (names.get(event.profile) ?? event.profile) : '';
}

function chainText(problem: StoreError | ChainProblem): string {
  switch (problem.kind) {
    case 'link':
      return t('audit.chainBroken.link', { n: problem.n });
    case 'missing':
    case 'exchanged':
    case 'twice':
    case 'head':
    case 'unlisted':
      return t(`audit.chainBroken.${problem.kind}`, { version: problem.version, record: problem.record.slice(0, 8) });
    default:
      return t('audit.failed', { why: storeErrorText(problem) });
  }
}
