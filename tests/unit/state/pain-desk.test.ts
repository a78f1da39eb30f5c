import { describe, expect, it } from 'vitest';
import { mostPainDabs } from '../../../src/record/pain-limits';
import { createPainDesk } from '../../../src/state/pain-desk';
import { painPlaceName, painPlaces } from '../../../src/state/pain-places';
import { openClinic } from '../../support/clinic';

async function drawing() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  const pain = createPainDesk(clinic.chart);
  pain.open('draw');
  const recorded = () => clinic.state().session?.visit?.pain?.dabs.length ?? 0;
  return { ...clinic, pain, recorded };
}
const line = (from: number, to: number) =>
  Array.from({ length: (to - from) / 5 + 1 }, (_, i) => [from + 5 * i, 0, 0] as const);

describe('drawing where it hurts', () => {
  it('keeps a stroke in the record as it ends, with the head it was drawn on', async () => {
    const { pain, recorded, state } = await drawing();
    pain.stroke(line(0, 20));
    expect(state().painting?.dabs).toHaveLength(5);
    expect(recorded(), 'not before it ends').toBe(0);
    pain.endStroke();
    expect(recorded()).toBe(5);
    expect(state().session?.visit?.pain).toMatchObject({ drawn: 'chair', head: state().session?.head });
  });

  it('forgets a stroke that was cancelled', async () => {
    const { pain, recorded, state } = await drawing();
    pain.stroke(line(0, 20));
    pain.cancelStroke();
    pain.endStroke();
    expect(state().painting?.dabs).toEqual([]);
    expect(recorded()).toBe(0);
  });

  it('takes back strokes, erasing and clearing one by one, in the record as well', async () => {
    const { pain, recorded } = await drawing();
    pain.stroke(line(0, 20));
    pain.endStroke();
    pain.take('erase');
    pain.stroke([[0, 0, 0]]);
    pain.endStroke();
    expect(recorded()).toBe(2);
    pain.clear();
    expect(recorded()).toBe(0);
    pain.undo();
    expect(recorded()).toBe(2);
    pain.undo();
    expect(recorded()).toBe(5);
    pain.undo();
    pain.undo();
    expect(recorded()).toBe(0);
  });

  it('puts back what was taken back, until something else is drawn', async () => {
    const { pain, recorded, state } = await drawing();
    pain.stroke(line(0, 20));
    pain.endStroke();
    pain.clear();
    const drawn = state().painting?.past.at(-1);
    pain.undo();
    pain.undo();
    pain.redo();
    expect(recorded()).toBe(5);
    expect(state().painting?.dabs).toEqual(drawn);
    pain.redo();
    pain.redo();
    expect(recorded()).toBe(0);
    pain.undo();
    pain.stroke([[0, 90, 0]]);
    pain.endStroke();
    pain.redo();
    expect(recorded(), 'there is nothing to put back').toBe(6);
  });

  it('is erased by the other end of a pen, whatever tool was chosen, as a step of its own', async () => {
    const { pain, recorded } = await drawing();
    pain.stroke(line(0, 20));
    pain.endStroke();
    pain.stroke([[0, 0, 0]], true);
    pain.endStroke();
    expect(recorded()).toBe(2);
    pain.undo();
    expect(recorded()).toBe(5);
  });

  it('draws nothing while a drag turns the head', async () => {
    const { pain, recorded } = await drawing();
    pain.take('turn');
    pain.stroke(line(0, 20));
    pain.endStroke();
    expect(recorded()).toBe(0);
  });

  it('stops at what a record holds, and says so', async () => {
    const { pain, recorded, state } = await drawing();
    pain.stroke(line(0, 5 * (mostPainDabs + 20)));
    pain.endStroke();
    expect(recorded()).toBe(mostPainDabs);
    expect(state().notice?.message.key).toBe('pain.full');
  });

  it('takes over what another window drew', async () => {
    const { pain, chart, state } = await drawing();
    pain.stroke(line(0, 10));
    pain.endStroke();
    chart.change((session) => {
      const { pain: drawn } = session.visit ?? {};
      if (drawn === undefined || session.visit === undefined) throw new Error('nothing is drawn');
      return { ...session, visit: { ...session.visit, pain: { ...drawn, dabs: drawn.dabs.slice(0, 1) } } };
    });
    pain.follow();
    expect(state().painting?.dabs).toHaveLength(1);
    pain.close();
    expect(state().painting).toBeNull();
  });

  it('goes by the name of every place without a pointer, and takes it away again', async () => {
    const { pain, recorded, pointIn } = await drawing();
    pointIn('temporalis', 'left');
    for (const place of painPlaces) {
      await pain.put(place, 'draw');
      expect(recorded(), place.id).toBeGreaterThan(0);
      await pain.put(place, 'erase');
      expect(recorded(), place.id).toBe(0);
    }
    const names = painPlaces.map(painPlaceName);
    expect(new Set(names).size).toBe(painPlaces.length);
    expect(names).toContain('Temple, left');
    expect(names).toContain('Temporalis, right');
    expect(names.filter((name) => name.startsWith('Procerus'))).toEqual(['Procerus, midline']);
  });

  it('records what was felt until the session is signed, finished or not, and nothing in emergency view', async () => {
    const { pain, chart, state, emergency } = await drawing();
    pain.grade({ muscle: 'temporalis', side: 'left' }, 2);
    pain.grade({ muscle: 'temporalis', side: 'right' }, 3);
    pain.grade({ muscle: 'temporalis', side: 'left' }, null);
    const felt = () => state().session?.visit?.tenderness?.map(({ muscle, side, grade }) => [muscle, side, grade]);
    expect(felt()).toEqual([['temporalis', 'right', 3]]);
    emergency.view = true;
    pain.grade({ muscle: 'temporalis', side: 'right' }, 1);
    expect(felt()).toEqual([['temporalis', 'right', 3]]);
    emergency.view = false;
    chart.store.setState({ signature: { kind: 'unsigned' } });
    const { session } = state();
    if (session === null) throw new Error('no session');
    chart.store.setState({ session: { ...session, finishedAt: session.startedAt } });
    pain.grade({ muscle: 'temporalis', side: 'right' }, 1);
    expect(felt()).toEqual([['temporalis', 'right', 1]]);
  });

  it('shows what the patient marked and records none of it, until it is taken over as drawn in Preview; it can be taken back', async () => {
    const { pain, recorded, state } = await drawing();
    const marks = [{ positionMm: [40, 60, 60] as const, radiusMm: 12 }];
    pain.lend(marks);
    expect(state().painting?.lent).toBe(marks);
    expect(state().painting?.dabs).toEqual([]);
    expect(recorded(), 'nothing by itself').toBe(0);
    pain.lend(null);
    expect(state().painting).not.toHaveProperty('lent');
    pain.takeOver(marks);
    expect(state().session?.visit?.pain).toMatchObject({ drawn: 'preview', dabs: marks });
    pain.undo();
    expect(recorded()).toBe(0);
    pain.redo();
    expect(state().session?.visit?.pain?.drawn, 'the patient’s again').toBe('preview');
    pain.stroke(line(0, 20));
    pain.endStroke();
    expect(state().session?.visit?.pain?.drawn, 'drawn on at the chair').toBe('chair');
  });

  it('knows the patient’s earlier drawing again when another one that was taken over is taken back', async () => {
    const { pain, state } = await drawing();
    const [earlier, later] = [40, 60].map((x) => [{ positionMm: [x, 60, 60] as const, radiusMm: 12 }]);
    if (earlier === undefined || later === undefined) throw new Error('two drawings');
    pain.takeOver(earlier);
    pain.close();
    pain.open('draw');
    pain.takeOver(later);
    expect(state().session?.visit?.pain).toMatchObject({ drawn: 'preview', dabs: later });
    pain.undo();
    expect(state().session?.visit?.pain).toMatchObject({ drawn: 'preview', dabs: earlier });
    pain.redo();
    expect(state().session?.visit?.pain).toMatchObject({ drawn: 'preview', dabs: later });
  });
});
