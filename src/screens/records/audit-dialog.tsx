import '../../messages/later';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { AuditEvent, AuditLine, AuditProblem } from '../../record/audit';
import { type ChainProblem, headText } from '../../record/chain';
import type { Result, StoreError } from '../../record/ports';
import type { OtherLog } from '../../state/audit-log';
import type { VerifiedChains } from '../../state/chain-desk';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { SelectField } from '../../ui/field';
import { clockSeconds, dayText } from '../chart/time-text';
import { useServices } from '../services';
import { ColumnHeads } from '../column-heads';
import styles from './audit-dialog.module.css';
import { chainText, eventText, subjectOf, whoText } from './audit-text';
import { CompareHead } from './compare-head';

type Read =
  | {
      readonly kind: 'lines';
      readonly lines: readonly AuditLine[];
      readonly problem: AuditProblem | null;
      readonly others: readonly OtherLog[];
      readonly unwritten: readonly AuditEvent[];
      readonly chain: Result<VerifiedChains, StoreError | ChainProblem>;
      readonly names: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** Shown at once; older lines on asking. Chosen. */
const pageOf = 100;
const own = 'own';

/** Who viewed, created, signed, amended, exported; the chain of the log and that of the signed versions, both verified. */
export function AuditDialog({ onClose }: { readonly onClose: () => void }) {
  const { signing } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const [shown, setShown] = useState(pageOf);
  const [whose, setWhose] = useState(own);
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
  const log = read?.kind === 'lines' ? (read.others.find(({ store }) => store === whose) ?? read) : null;
  return (
    <Dialog wide title={t('audit.title')} closeLabel={t('action.close')} onClose={onClose}>
      <div className={styles['audit']}>
        <p className={styles['hint']}>{t('audit.hint')}</p>
        {read?.kind === 'failed' && (
          <Verdict sound={false} text={t('audit.failed', { why: storeErrorText(read.error) })} />
        )}
        {read?.kind === 'lines' && log !== null && (
          <>
            {read.others.length > 0 && (
              <SelectField
                label={t('audit.whose')}
                value={whose}
                onChange={setWhose}
                options={[{ value: own, label: t('audit.ownLog') }, ...read.others.map(otherOption)]}
              />
            )}
            {read.unwritten.length > 0 && (
              <Verdict sound={false} text={t('audit.unwritten', { count: read.unwritten.length })} />
            )}
            <Verdict
              sound={log.problem === null}
              text={
                log.problem === null
                  ? t('audit.holds', { count: log.lines.length })
                  : t(`audit.broken.${log.problem.kind}`, { n: log.problem.n })
              }
            />
            <Chains chain={read.chain} />
            <Lines {...log} names={read.names} lines={log.lines.slice(-shown).toReversed()} />
            {log.lines.length > shown && (
              <Button
                onClick={() => {
                  setShown(shown + pageOf);
                }}
              >
                {t('audit.older')}
              </Button>
            )}
            <CompareHead />
          </>
        )}
      </div>
    </Dialog>
  );
}

const otherOption = ({ store, lines }: OtherLog) => ({
  value: store,
  label: t('audit.otherLog', { count: lines.length, day: dayText(lines[0]?.at ?? '') }),
});

function Chains({ chain }: { readonly chain: Result<VerifiedChains, StoreError | ChainProblem> }) {
  if (!chain.ok) return <Verdict sound={false} text={chainText(chain.error)} />;
  const { count, others } = chain.value;
  return (
    <>
      <Verdict sound text={t('audit.chain', { count })} head={headText(chain.value)} />
      {others.map(({ store, count: steps, holds }) => (
        <Verdict
          key={store}
          sound={holds}
          text={holds ? t('audit.otherChain', { count: steps }) : t('audit.otherChainBroken')}
        />
      ))}
    </>
  );
}

type VerdictProps = { readonly sound: boolean; readonly text: string; readonly head?: string };

function Verdict({ sound, text, head }: VerdictProps) {
  return (
    <div className={styles['verdict']} data-sound={sound} role={sound ? 'status' : 'alert'}>
      {sound ? <CircleCheck size={17} aria-hidden="true" /> : <CircleAlert size={17} aria-hidden="true" />}
      <div>
        <p>{text}</p>
        {head !== undefined && (
          <p className={styles['more']}>
            {t('audit.headNow')} <code>{head}</code>
          </p>
        )}
      </div>
    </div>
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
    <DataTable label={t('audit.title')} table={styles['table']}>
      <ColumnHeads columns={columns} />
      <tbody>
        {lines.map((line) => {
          const { n, at, event, hash } = line;
          return (
            <tr key={hash} data-broken={problem !== null && n === problem.n}>
              <th scope="row">{n}</th>
              <td>
                {dayText(at)} {clockSeconds(at)}
              </td>
              <td>{whoText(line, names)}</td>
              <td>{eventText(event)}</td>
              <td>
                <code>{subjectOf(event, names)}</code>
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
