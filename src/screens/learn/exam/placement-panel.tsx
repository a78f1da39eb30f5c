import '../../../messages/later';
import { ArrowDown, ArrowUp, Check, LogOut, type LucideIcon, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { offsetSentence } from '../../../anatomy/sentence';
import type { Attempt, TaskGroup } from '../../../learn/exam';
import { say, t } from '../../../messages/translate';
import type { ExamPin, ExamPlacing } from '../../../state/learn/exam-placing';
import { type StepWay, stepWays } from '../../../state/learn/exam-step';
import { muscleName } from '../../../state/site-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { MuscleCode } from '../../chart/muscle-code';
import { ExamTimer } from './exam-timer';
import { LandmarkForm } from './landmark-form';
import frame from './exam-frame.module.css';
import styles from './placement-run.module.css';
import { useLearnKit } from './use-learn-kit';

type Props = {
  readonly placing: ExamPlacing;
  readonly group: TaskGroup;
  readonly title: string;
  readonly needsAll: boolean;
  readonly onDone: (attempt: Attempt) => void;
  readonly onLeave: () => void;
};

/** What is asked for, the pins that were placed for it, and everything that can be done with them without a pointer. */
export function PlacementPanel({ placing, group, title, needsAll, onDone, onLeave }: Props) {
  const { clock } = useLearnKit();
  const at = useStore(placing.store, (s) => s.group);
  const pins = useStore(placing.store, (s) => s.pins);
  const selected = useStore(placing.store, (s) => s.selected);
  const startedAt = useStore(placing.store, (s) => s.startedAt);
  const canUndo = useStore(placing.store, (s) => s.canUndo);
  const said = useStore(placing.store, (s) => s.said);
  const [short, setShort] = useState<'untold' | 'asking' | 'told'>('untold');
  const prompt = useRef<HTMLHeadingElement>(null);
  // Each group is read out as it comes.
  useEffect(() => {
    prompt.current?.focus({ preventScroll: true });
  }, [at]);
  const { muscle, side, asked, shown } = group;
  const chosen = pins.findIndex(({ id }) => id === selected);
  const pin = pins[chosen];
  const values = { muscle: muscleName(muscle), side, n: asked.length };
  const goOnText =
    pins.length >= asked.length
      ? t('exam.confirm', { n: pins.length })
      : t('exam.confirmSome', { n: pins.length, of: asked.length });
  const goOn = () => {
    void placing.confirm().then((attempt) => {
      if (attempt !== null) onDone(attempt);
    });
  };
  return (
    <section aria-label={title} className={frame['panel']}>
      <header className={styles['head']}>
        <div>
          <h1>{title}</h1>
          <p>{t('exam.groupOf', { n: at + 1, of: placing.task.groups.length })}</p>
        </div>
        <ExamTimer startedAt={startedAt} clock={clock} />
        <Button icon={<LogOut size={17} aria-hidden="true" />} onClick={onLeave}>
          {t('exam.leave')}
        </Button>
      </header>
      <div className={`${frame['body'] ?? ''} ${styles['body'] ?? ''}`}>
        <div className={styles['prompt']}>
          <MuscleCode muscle={muscle} />
          <h2 ref={prompt} tabIndex={-1}>
            {t(shown.length > 0 ? 'exam.placeSome' : 'exam.place', values)}
          </h2>
        </div>
        <p className={styles['hint']}>
          {t('exam.hint')} {shown.length > 0 && t('exam.shown')}
        </p>
        {pins.length === 0 ? (
          <p className={styles['none']}>{t('exam.noPins', { of: asked.length })}</p>
        ) : (
          <ol aria-label={t('exam.pins')} className={styles['pins']}>
            {pins.map((one, n) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={one.id === selected}
                  onClick={() => {
                    placing.select(one.id === selected ? null : one.id);
                  }}
                >
                  <b>{t('exam.pin', { n: n + 1 })}</b>
                  <span>{toldOf(one)}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
        {pin !== undefined && (
          <fieldset className={styles['steps']}>
            <legend>{t('exam.steps', { n: chosen + 1 })}</legend>
            {stepWays(muscle).map((way) => {
              const Icon = icons[way];
              return (
                <Button
                  key={way}
                  icon={Icon === null ? undefined : <Icon size={16} aria-hidden="true" />}
                  onClick={() => void placing.step(pin.id, way)}
                >
                  {t(`exam.step.${way}`)}
                </Button>
              );
            })}
            <Button
              icon={<Trash2 size={16} aria-hidden="true" />}
              onClick={() => {
                placing.remove(pin.id);
                prompt.current?.focus({ preventScroll: true });
              }}
            >
              {t('exam.remove')}
            </Button>
          </fieldset>
        )}
        <LandmarkForm
          key={`${muscle} ${side}`}
          muscle={muscle}
          side={side}
          moves={pin !== undefined && pins.length >= asked.length ? { id: pin.id, n: chosen + 1 } : null}
          onPlace={placing.placeAt}
        />
      </div>
      <footer className={`${frame['foot'] ?? ''} ${styles['foot'] ?? ''}`}>
        <p role="status">{said?.kind === 'done' ? say(said.message) : ''}</p>
        <p role="alert">{said?.kind === 'refused' ? say(said.message) : ''}</p>
        <div className={styles['buttons']}>
          <Button
            size="large"
            disabled={!canUndo}
            icon={<Undo2 size={17} aria-hidden="true" />}
            onClick={() => {
              placing.undo();
              // The button goes off with the last step, and would take the focus with it.
              if (!placing.store.getState().canUndo) prompt.current?.focus({ preventScroll: true });
            }}
          >
            {t('action.undo')}
          </Button>
          <Button
            tone={pins.length >= asked.length ? 'primary' : 'plain'}
            size="large"
            icon={<Check size={18} aria-hidden="true" />}
            onClick={() => {
              // Once is enough: with one site left out it cannot be passed any more.
              if (needsAll && pins.length < asked.length && short !== 'told') setShort('asking');
              else goOn();
            }}
          >
            {goOnText}
          </Button>
        </div>
      </footer>
      {short === 'asking' && (
        <MissingDialog
          goOnText={goOnText}
          onStay={() => {
            setShort('untold');
          }}
          onGoOn={() => {
            setShort('told');
            goOn();
          }}
        />
      )}
    </section>
  );
}

type MissingProps = { readonly goOnText: string; readonly onStay: () => void; readonly onGoOn: () => void };

/** Asks before a group is handed in that lacks a pin. */
function MissingDialog({ goOnText, onStay, onGoOn }: MissingProps) {
  return (
    <Dialog title={t('exam.shortTitle')} closeLabel={t('exam.stay')} onClose={onStay}>
      <p>{t('exam.shortBody')}</p>
      <div className={styles['dialogButtons']}>
        <Button onClick={onGoOn}>{goOnText}</Button>
        <Button tone="primary" onClick={onStay}>
          {t('exam.stay')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Where the trainee said it is, and no word more. */
const toldOf = ({ told }: ExamPin): string => (told === null ? t('exam.pinByHand') : offsetSentence(told));

/** No arrow for the patient's left and right: which way that is on the screen depends on the view. */
const icons: Readonly<Record<StepWay, LucideIcon | null>> = {
  up: ArrowUp,
  down: ArrowDown,
  forward: null,
  back: null,
  left: null,
  right: null,
};
