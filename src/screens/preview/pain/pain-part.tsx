import { Brush, Eraser, Rotate3d, Trash2, Undo2 } from 'lucide-react';
import { useCallback, useMemo, useReducer, useState } from 'react';
import type { Dab } from '../../../anatomy/pain-heat';
import type { Vec3 } from '../../../anatomy/anchor';
import type { BookState } from '../../../state/outcomes/book';
import type { OutcomesKit } from '../../../state/outcomes/outcomes-kit';
import { dayOf, type Day } from '../../../record/calendar';
import { factOf, painReason } from '../../../protocol/patient-facts';
import { marked, type MarkingStep, markingOf } from '../../../state/preview/marking';
import { marksOn, readMarksAt, withMarks } from '../../../state/preview/marks';
import { usePractice } from '../../services';
import { useBook, useOutcomes } from '../../use-book';
import { Frame } from '../frame';
import { PreviewHead } from '../preview-head';
import type { PreviewPartProps } from '../preview-screen';
import { FactSources } from '../steps/step-sources';
import { useHandedTo, usePreview } from '../use-preview';
import { PainHand, PaintContext } from './pain-hand';
import { PainPlaces } from './pain-places';
import styles from './pain-part.module.css';

/** Where it hurts, drawn by the patient or chosen by name, and kept with the patient for the injector to see. */
export function PainPart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const asked = readMarksAt(at);
  useHandedTo(asked?.patient);
  const outcomes = useOutcomes();
  const { book, state } = useBook(asked?.patient ?? 'nobody');
  if (asked === null || outcomes === null || book === null || state.kind !== 'open')
    return (
      <Frame title={words.say('preview.pain.title')}>
        {(asked === null || state.kind === 'failed') && <p role="alert">{words.say('preview.missing')}</p>}
      </Frame>
    );
  const day = asked.day ?? dayOf(outcomes.now());
  return <Marking key={`${asked.patient} ${day}`} book={book} state={state} outcomes={outcomes} day={day} />;
}

type Props = {
  readonly book: NonNullable<ReturnType<typeof useBook>['book']>;
  readonly state: Extract<BookState, { kind: 'open' }>;
  readonly outcomes: OutcomesKit;
  readonly day: Day;
};
type Tool = 'draw' | 'erase' | 'turn';

function Marking({ book, state, outcomes, day }: Props) {
  const { kit, words } = usePreview();
  const why = painReason(usePractice((practice) => practice.region));
  const kept = marksOn(state.file, day);
  const [tool, setTool] = useState<Tool>('draw');
  const [{ dabs, past }, mark] = useReducer(marked, kept?.dabs ?? none, markingOf);
  const [said, setSaid] = useState<'kept' | 'failed' | null>(null);
  const step = useCallback((to: MarkingStep) => {
    mark(to);
    setSaid(null);
  }, []);
  const paint = useMemo(
    () => ({
      painting: tool !== 'turn',
      onStroke: (points: readonly Vec3[], rubber: boolean) => {
        step({ kind: 'stroke', points, erase: rubber || tool === 'erase' });
      },
      onStrokeEnd: (whole: boolean) => {
        step({ kind: 'lifted', whole });
      },
    }),
    [tool, step],
  );
  const keep = () => {
    const marks = { id: kept?.id ?? outcomes.newId(), day, head: kit.marks.head, dabs, at: outcomes.now() };
    void book
      .changeFile((file) => withMarks(file, marks))
      .then((problem) => {
        setSaid(problem === null ? 'kept' : 'failed');
      });
  };
  const tools = [
    { value: 'draw', icon: <Brush size={22} aria-hidden="true" /> },
    { value: 'erase', icon: <Eraser size={22} aria-hidden="true" /> },
    { value: 'turn', icon: <Rotate3d size={22} aria-hidden="true" /> },
  ] as const;
  const title = words.say('preview.pain.title');
  const intro = [words.say('preview.pain.ask'), words.say('preview.pain.more')];
  return (
    <Frame
      title={title}
      aloud={[title, ...intro, words.say(why)]}
      picture={
        <PaintContext value={paint}>
          <PreviewHead
            label={words.say('preview.head', { area: title })}
            sites={noSites}
            turnTo={opening}
            heat={dabs}
            hand={PainHand}
          />
        </PaintContext>
      }
      foot={
        <div className={styles['foot']}>
          <p role={said === 'failed' ? 'alert' : 'status'}>
            {said === null ? '' : words.say(said === 'kept' ? 'preview.pain.saved' : 'preview.pain.notSaved')}
          </p>
          <button type="button" className={styles['keep']} onClick={keep}>
            {words.say('preview.pain.save')}
          </button>
        </div>
      }
    >
      <p>{intro.join(' ')}</p>
      <div className={styles['tools']} role="radiogroup" aria-label={title}>
        {tools.map(({ value, icon }) => (
          <label key={value} data-on={tool === value}>
            <input type="radio" name="pain-tool" checked={tool === value} onChange={() => setTool(value)} />
            {icon}
            {words.say(`preview.pain.${value}`)}
          </label>
        ))}
      </div>
      <div className={styles['buttons']}>
        <button
          type="button"
          disabled={past.length === 0}
          onClick={() => {
            step({ kind: 'undo' });
          }}
        >
          <Undo2 size={20} aria-hidden="true" />
          {words.say('preview.pain.undo')}
        </button>
        <button
          type="button"
          disabled={dabs.length === 0}
          onClick={() => {
            step({ kind: 'clear' });
          }}
        >
          <Trash2 size={20} aria-hidden="true" />
          {words.say('preview.pain.clear')}
        </button>
      </div>
      <PainPlaces
        dabs={dabs}
        onPut={(points, erase) => {
          step({ kind: 'put', points, erase });
        }}
      />
      <p>{words.say(why)}</p>
      <FactSources facts={[factOf(why)]} />
    </Frame>
  );
}

const none: readonly Dab[] = [];
const noSites: readonly never[] = [];
const opening = { preset: 'front' } as const;
