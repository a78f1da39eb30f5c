import { describe, expect, it } from 'vitest';
import { createAids } from '../../../../src/state/aids/aids';
import { openClinic } from '../../../support/clinic';

async function openWithAids() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  await clinic.settle();
  const said: string[] = [];
  const pulses: (readonly number[])[] = [];
  const wanted: boolean[] = [];
  const aids = createAids({
    chart: clinic.chart.store,
    settings: clinic.settings,
    speaker: {
      state: () => 'ready',
      onState: () => () => undefined,
      say: (text) => said.push(text),
      stop: () => said.push('(stops)'),
    },
    pulse: (pattern) => pulses.push(pattern),
    wake: { want: (now) => wanted.push(now), close: () => undefined },
    keepsAwake: true,
    words: { on: 'Speech is on.', off: 'Speech is off.' },
  });
  return { ...clinic, aids, said, pulses, wanted };
}

describe('the aids for busy hands', () => {
  it('are silent until speech is turned on, and then say each step', async () => {
    const { aids, chart, said } = await openWithAids();
    aids.begin();
    chart.give('corrugator-L');
    expect(said).toEqual([]);
    aids.toggleSpeech();
    chart.give('corrugator-R');
    aids.toggleSpeech();
    chart.give('procerus-M');
    expect(said).toEqual([
      'Speech is on. Next: corrugator, right, 1. 5 of 195 units.',
      'Given. Next: procerus, midline, 1. 10 of 195 units.',
      'Speech is off.',
    ]);
  });

  it('say it again when asked, speech on or off', async () => {
    const { aids, said } = await openWithAids();
    aids.sayAgain();
    expect(said).toEqual(['Next: corrugator, left, 1. 0 of 195 units.']);
  });

  it('pulse until that is turned off', async () => {
    const { aids, chart, settings, pulses } = await openWithAids();
    aids.begin();
    chart.give('corrugator-L');
    settings.setState({ haptics: false });
    chart.give('corrugator-R');
    expect(pulses).toHaveLength(1);
  });

  it('keep the screen on while a session is charted: not when it is finished or signed, nor once the chart is left', async () => {
    const { aids, chart, wanted } = await openWithAids();
    const end = aids.begin();
    expect(wanted).toEqual([true]);
    chart.give('corrugator-L');
    chart.finish();
    chart.store.setState({ signature: { kind: 'unsigned' } });
    chart.reopen();
    expect(wanted).toEqual([true, false, true]);
    chart.store.setState({ signature: { kind: 'signed', by: '', at: '', versions: 1, knownKey: true } });
    expect(wanted).toEqual([true, false, true, false]);
    end();
    chart.store.setState({ signature: { kind: 'unsigned' } });
    expect(wanted).toEqual([true, false, true, false, false]);
  });

  it('break off what is being said when the chart is left, and hear no more of it', async () => {
    const { aids, chart, settings, said } = await openWithAids();
    settings.setState({ speech: true });
    const end = aids.begin();
    chart.give('corrugator-L');
    end();
    chart.give('corrugator-R');
    expect(said).toEqual([expect.stringMatching(/^Given/), '(stops)']);
  });
});
