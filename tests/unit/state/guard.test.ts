import { describe, expect, it } from 'vitest';
import { say } from '../../../src/messages/translate';
import { ok, units } from '../../../src/protocol/words';
import { answerCheck, withdrawConsent } from '../../../src/record/visit-commands';
import { changeVisit } from '../../../src/state/visit-desk';
import { openClinic } from '../../support/clinic';

async function charting() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  const given = () => clinic.state().fold.totals.given;
  const said = () => {
    const { notice } = clinic.state();
    return notice === null ? '' : say(notice.message);
  };
  return { ...clinic, given, said };
}

describe('a dose', () => {
  it('may be given while things are merely not recorded yet: signing asks for them', async () => {
    const { chart, given } = await charting();
    chart.give('procerus-M');
    expect(given()).toBe(5);
  });

  it('is held back by a check that blocks, one at a time or a muscle at once, with the reason', async () => {
    const { chart, given, said } = await charting();
    changeVisit(chart, (visit, stamp) => ok(answerCheck(visit, { check: 'hypersensitivity', answer: 'yes' }, stamp)));
    chart.give('procerus-M');
    chart.complete('temporalis');
    expect(given()).toBe(0);
    expect(said()).toContain('Hypersensitivity');
  });

  it('is given again once the answer was put right', async () => {
    const { chart, given } = await charting();
    for (const answer of ['yes', 'no'] as const) {
      changeVisit(chart, (visit, stamp) => ok(answerCheck(visit, { check: 'infection-at-site', answer }, stamp)));
    }
    chart.give('procerus-M');
    expect(given()).toBe(5);
  });

  it('is held back once consent was withdrawn', async () => {
    const { chart, given, said } = await charting();
    chart.give('procerus-M');
    changeVisit(chart, (visit, stamp) => ok(withdrawConsent(visit, stamp)));
    chart.give('corrugator-L');
    expect(given()).toBe(5);
    expect(said()).toMatch(/withdrawn/);
  });

  it('is held back from an expired vial', async () => {
    const { chart, given, said } = await charting();
    chart.change((session) => ({ ...session, vials: session.vials.map((one) => ({ ...one, expiry: '2020-01' })) }));
    chart.give('procerus-M');
    expect(given()).toBe(0);
    expect(said()).toContain('Vial 1 expired');
  });

  it('waits for identity, consent and checks where the practice says so', async () => {
    const { chart, settings, given, said } = await charting();
    settings.setState({ holdFirst: true });
    chart.give('procerus-M');
    expect(given()).toBe(0);
    expect(said()).toMatch(/identif/i);
  });
});

describe('two vials', () => {
  it('are drawn from one after the other', async () => {
    const { chart, state } = await charting();
    chart.change((session) => {
      const [first] = session.vials;
      if (first === undefined) throw new Error('no vial');
      const half = { ...first, strength: units(100), diluentMl: 2 };
      return { ...session, vials: [half, { ...half, id: 'second' }] };
    });
    for (const { id } of state().fold.rows) chart.give(id);
    const { byVial, given } = state().fold.totals;
    expect(given).toBe(155);
    expect([...byVial.values()].map(({ drawn }) => drawn)).toEqual([100, 55]);
  });
});
