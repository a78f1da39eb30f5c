import '../../messages/later';
import type { Chart } from '../chart';
import { isUntouched } from '../plan-shape';
import type { Replanning } from '../replanning';
import { isLocked } from '../signature';
import type { ChartState, Doing } from '../chart-state';
import { charting, type Command } from './command';

const open = ({ session }: ChartState): boolean => session !== null;
const untouched = (state: ChartState): boolean =>
  charting(state) && state.session !== null && isUntouched(state.session);
const signed = ({ signature }: ChartState): boolean => isLocked(signature);
const finished = ({ session, signature }: ChartState): boolean =>
  session?.finishedAt !== undefined && signature?.kind === 'unsigned';

/** The session as a whole: what is asked before it, what it uses, and how it ends. */
export function sessionCommands(
  chart: Chart,
  replanning: () => Promise<Replanning>,
  printNote: () => void,
): readonly Command[] {
  const begin = (kind: Exclude<Doing['kind'], 'confirming-move'>) => () => {
    chart.begin({ kind });
  };
  const group = 'session';
  return [
    {
      id: 'new-session',
      group,
      label: 'action.newSession',
      applies: (state) => !open(state) || signed(state) || finished(state),
      run: () => void chart.newSession(),
    },
    {
      id: 'as-last',
      group,
      label: 'command.asLast',
      applies: untouched,
      run: () => void replanning().then((plans) => plans.asLast()),
    },
    { id: 'plan-after', group, label: 'command.planAfter', applies: charting, run: begin('planning-after') },
    { id: 'details', group, label: 'command.details', applies: open, run: begin('editing-details') },
    { id: 'safety', group, label: 'action.prepare', applies: charting, run: begin('preparing') },
    {
      id: 'vials',
      group,
      label: 'command.vials',
      applies: (state) => charting(state) || finished(state),
      run: begin('describing-vials'),
    },
    { id: 'pain', group, label: 'pain.title', applies: open, run: begin('drawing-pain') },
    { id: 'event', group, label: 'command.event', applies: charting, run: begin('recording-event') },
    { id: 'finish', group, label: 'action.finish', applies: charting, run: begin('finishing') },
    // The same form: it finishes and signs, and says what is missing for either.
    {
      id: 'sign-and-lock',
      group,
      label: 'action.signAndLock',
      applies: (state) => charting(state) || finished(state),
      run: begin('finishing'),
    },
    { id: 'reopen', group, label: 'session.reopen', applies: finished, run: chart.reopen },
    {
      id: 'amend',
      group,
      label: 'action.amend',
      applies: ({ signature }) => signature?.kind === 'signed',
      run: begin('amending'),
    },
    { id: 'versions', group, label: 'action.versions', applies: signed, run: begin('reading-versions') },
    // The browser's own command would print the screen, which is no record.
    { id: 'print-note', group, label: 'command.printNote', applies: open, run: printNote },
  ];
}
