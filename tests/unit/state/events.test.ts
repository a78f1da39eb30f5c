import { describe, expect, it } from 'vitest';
import {
  discard,
  eventRefusal,
  incidentHint,
  recordIncident,
  standingEvents,
  stopProcedure,
  takeBackEvent,
} from '../../../src/state/events';
import { logLines } from '../../../src/state/log-lines';
import { isInRecord } from '../../../src/state/vials';
import { parseSession } from '../../../src/record/schema';
import { type Clinic, openClinic } from '../../support/clinic';

async function charting() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  const session = () => {
    const open = clinic.state().session;
    if (open === null) throw new Error('no session');
    return open;
  };
  const vial = session().vials[0]?.id ?? '';
  return { ...clinic, session, vial };
}

const partial = (clinic: Clinic, vial: string, site: string) =>
  recordIncident(clinic.chart, { amount: 2.5, vial, site, what: 'partial-dose', reason: 'patient moved' });
const stateOf = ({ state }: Clinic, site: string) => state().fold.rows.find(({ id }) => id === site)?.state;

describe('a partial dose', () => {
  it('skips its site in the same step: one undo takes both back', async () => {
    const clinic = await charting();
    expect(partial(clinic, clinic.vial, 'frontalis-L-1')).toBe(true);
    expect(stateOf(clinic, 'frontalis-L-1')).toBe('skipped');
    expect(clinic.state().fold.totals.byVial.get(clinic.vial)?.drawn).toBe(2.5);
    expect(logLines(clinic.entries())[0]).toMatchObject({ what: 'Incident, frontalis left 1: partial dose' });
    clinic.chart.undo();
    expect(stateOf(clinic, 'frontalis-L-1')).toBe('planned');
    expect(clinic.state().fold.totals.byVial.get(clinic.vial)?.drawn).toBe(0);
  });

  it('leaves a site as it is that was given or skipped before', async () => {
    const clinic = await charting();
    clinic.chart.give('procerus-M');
    expect(partial(clinic, clinic.vial, 'procerus-M')).toBe(true);
    expect(stateOf(clinic, 'procerus-M')).toBe('given');
  });

  it('skips nothing where it is refused', async () => {
    const clinic = await charting();
    const asked = { amount: 0, vial: clinic.vial, site: 'frontalis-L-1', what: 'partial-dose', reason: 'x' } as const;
    expect(recordIncident(clinic.chart, asked)).toBe(false);
    expect(stateOf(clinic, 'frontalis-L-1')).toBe('planned');
    expect(eventRefusal(clinic.chart)).toMatchObject({ field: 'amount' });
  });
});

describe('what was recorded by mistake', () => {
  it('is offered to be taken back until it was, the latest first, and a stop brings the plan back', async () => {
    const clinic = await charting();
    discard(clinic.chart, { amount: 10, vial: clinic.vial });
    stopProcedure(clinic.chart, 'fainted');
    const [stop, waste] = standingEvents(clinic.entries());
    expect([stop?.kind, waste?.kind]).toEqual(['stop', 'waste']);
    expect(takeBackEvent(clinic.chart, stop?.id ?? '', ' ')).toBe(false);
    expect(eventRefusal(clinic.chart)).toMatchObject({ field: 'reason' });
    expect(takeBackEvent(clinic.chart, stop?.id ?? '', 'was well again')).toBe(true);
    expect(standingEvents(clinic.entries()).map(({ kind }) => kind)).toEqual(['waste']);
    expect(stateOf(clinic, 'frontalis-L-1')).toBe('planned');
  });
});

describe('the hint of an incident', () => {
  it('goes by what is charted of its site', () => {
    expect(incidentHint('partial-dose', 'planned')).toBe('events.how.partialPlanned');
    expect(incidentHint('partial-dose', 'given')).toBe('events.how.partialGiven');
    expect(incidentHint('double-dose', 'given')).toBe('events.how.beyond');
    expect(incidentHint('double-dose', 'planned')).toBe('events.how.beyondPlanned');
    expect(incidentHint('other', null)).toBeNull();
  });
});

describe('a vial that the record names', () => {
  it('is named by a dose that was taken back too: without it the record could not be replayed', async () => {
    const { chart, session, vial } = await charting();
    expect(isInRecord(session(), vial)).toBe(false);
    chart.give('procerus-M');
    chart.voidSite('procerus-M', 'not injected');
    expect(isInRecord(session(), vial)).toBe(true);
    expect(parseSession({ ...session(), vials: [] }).ok).toBe(false);
  });
});

describe('the log', () => {
  it('tells a deviation where it was recorded, among the entries', async () => {
    const { chart, entries, session } = await charting();
    chart.give('procerus-M');
    const deviation = {
      tailoring: 'frontalis-lateral-spared',
      sites: ['frontalis-L-2', 'frontalis-R-2'],
      reason: 'heavy brow',
      at: chart.now(),
      by: '',
    } as const;
    chart.give('corrugator-L');
    const lines = logLines(entries(), [deviation]);
    expect(lines.map(({ what, amount }) => [what, amount])).toEqual([
      ['Corrugator left 1', '+5 U'],
      ['Deviation: Lateral frontalis spared', '2 sites'],
      ['Procerus midline 1', '+5 U'],
    ]);
    expect(logLines(entries(), session().visit?.deviations)).toHaveLength(2);
  });
});
