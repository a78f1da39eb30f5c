import { describe, expect, it } from 'vitest';
import { openClinic } from '../../support/clinic';

const clinicThat = async (follow: 'turn' | 'stay') => {
  const clinic = openClinic();
  clinic.settings.setState({ follow });
  await clinic.chart.newSession();
  return clinic;
};

describe('the head that turns to the next site', () => {
  it('turns by itself with the selection: after a dose, and along the list', async () => {
    const { chart, state } = await clinicThat('turn');
    chart.give('corrugator-L');
    expect(state()).toMatchObject({ selected: 'corrugator-R', turnTo: { site: 'corrugator-R', asked: false } });
    chart.step(1);
    expect(state().turnTo).toEqual({ site: 'procerus-M', asked: false });
  });

  it('turns to the first site of another session, whatever the one before left in sight', async () => {
    const { chart, state } = await clinicThat('turn');
    chart.turnTo('back');
    await chart.newSession();
    expect(state()).toMatchObject({ selected: 'corrugator-L', turnTo: { site: 'corrugator-L', asked: false } });
  });

  it('stays where it is when it was told to: a dose, a skip, a whole muscle and the arrows select without a turn', async () => {
    const { chart, state } = await clinicThat('stay');
    chart.give('corrugator-L');
    expect(state()).toMatchObject({ selected: 'corrugator-R', turnTo: null });
    chart.skip('corrugator-R', 'Tender');
    expect(state()).toMatchObject({ selected: 'procerus-M', turnTo: null });
    chart.complete('procerus');
    expect(state()).toMatchObject({ selected: 'frontalis-L-1', turnTo: null });
    chart.step(1);
    chart.select('temporalis-L-1', { turn: true });
    expect(state()).toMatchObject({ selected: 'temporalis-L-1', turnTo: null });
  });

  it('turns even then where a turn is asked for', async () => {
    const { chart, state } = await clinicThat('stay');
    chart.give('corrugator-L');
    chart.showNext();
    expect(state().turnTo).toEqual({ site: 'corrugator-R', asked: true });
    chart.turnTo('back');
    expect(state().turnTo).toEqual({ preset: 'back' });
  });
});
