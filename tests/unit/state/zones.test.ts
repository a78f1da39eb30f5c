import { describe, expect, it } from 'vitest';
import type { Neighbour } from '../../../src/anatomy/neighbours';
import type { SiteRow } from '../../../src/ledger/state';
import { say } from '../../../src/messages/translate';
import { warningFor } from '../../../src/state/zone-text';
import { nearestSiteOf, neighboursOf } from '../../../src/state/zones';
import { openClinic } from '../../support/clinic';

const inside: Neighbour = { zone: 'occipital-artery', side: 'left', mm: 3.6, inside: true };
const beside: Neighbour = { zone: 'lesser-occipital-nerve', side: 'left', mm: 13, inside: false };

async function charting() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  const place = async (near: readonly Neighbour[]): Promise<SiteRow> => {
    clinic.pointIn('occipitalis', 'left', near);
    clinic.chart.addExtraOnRay({ origin: [0, 0, 0], direction: [0, 0, 1] });
    await clinic.settle();
    const row = clinic.state().fold.rows.find((one) => one.ftp);
    if (row === undefined) throw new Error('the extra was not planned');
    return row;
  };
  const near = (row: SiteRow) => neighboursOf(clinic.state(), clinic.chart.mapId(), row);
  return { clinic, place, near };
}

describe('an extra placed inside a danger zone', () => {
  it('is planned, with a warning that says which zone, how far, why, and who says so', async () => {
    const { clinic, place } = await charting();
    const row = await place([inside, beside]);
    expect(row.state).toBe('planned');
    const { notice } = clinic.state();
    expect(notice?.kind).toBe('warned');
    const text = notice === null ? '' : say(notice.message);
    for (const part of ['Extra planned', 'occipital artery', '4 mm', '9 mm', 'bleeds and bruises', 'S89']) {
      expect(text).toContain(part);
    }
    // What is only near is shown on the card, not warned of.
    expect(text).not.toContain('lesser');
  });

  it('keeps what is near it for its card', async () => {
    const { place, near } = await charting();
    expect(near(await place([inside, beside]))).toEqual([inside, beside]);
  });

  it('is asked about again after the page was opened anew, once', async () => {
    const { clinic, place } = await charting();
    await place([inside]);
    const session = clinic.state().session;
    if (session === null) throw new Error('no session');
    const later = openClinic(clinic.disk);
    await later.chart.open(session.id);
    later.pointIn('occipitalis', 'left', [inside]);
    const row = later.state().fold.rows.find((one) => one.ftp);
    if (row === undefined) throw new Error('the extra is not there');
    expect(neighboursOf(later.state(), later.chart.mapId(), row)).toEqual([]);
    await later.chart.findNeighbours(row);
    await later.chart.findNeighbours(row);
    expect(neighboursOf(later.state(), later.chart.mapId(), row)).toEqual([inside]);
    expect(later.skin.asked).toEqual([{ kind: 'point', positionMm: row.anchor.positionMm }]);
  });
});

describe('an extra placed outside every danger zone', () => {
  it('is confirmed without a warning', async () => {
    const { clinic, place } = await charting();
    await place([beside]);
    expect(clinic.state().notice).toMatchObject({ kind: 'done', message: { key: 'said.added' } });
    expect(warningFor([beside])).toBeNull();
  });
});

describe('the layer of danger zones', () => {
  it('is fetched when first shown, and one of them can be chosen and let go', async () => {
    const { clinic } = await charting();
    expect(clinic.state().zonePlacement).toBeNull();
    clinic.chart.showZones(true);
    await clinic.settle();
    expect(clinic.state().zonePlacement).not.toBeNull();
    clinic.chart.chooseZone('lung-apex');
    expect(clinic.state()).toMatchObject({ zone: 'lung-apex', turnTo: { zone: 'lung-apex' } });
    clinic.chart.showZones(false);
    expect(clinic.state()).toMatchObject({ zonesShown: false, zone: null });
  });

  it('says so where it cannot be fetched, is off again, and can be tried again', async () => {
    const { clinic } = await charting();
    clinic.zones.fails = true;
    clinic.chart.showZones(true);
    await clinic.settle();
    expect(clinic.state().zonesShown).toBe(false);
    expect(clinic.refusal()).toBe('zones.notLoaded');
    clinic.zones.fails = false;
    clinic.chart.showZones(true);
    await clinic.settle();
    expect(clinic.state()).toMatchObject({ zonesShown: true });
    expect(clinic.state().zonePlacement).not.toBeNull();
  });

  it('does not put the standard head back in place of another', async () => {
    const { clinic } = await charting();
    const other = { paths: [], near: () => new Map() };
    clinic.chart.store.setState({ zonePlacement: other });
    await clinic.chart.prepareZones();
    expect(clinic.state().zonePlacement).toBe(other);
  });
});

describe('an extra beside a fixed site', () => {
  it('says which one is nearest, on the map it was measured on and on no other', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    const nearest = { id: 'occipitalis-L-2', mm: 12.4 };
    clinic.pointIn('occipitalis', 'left', [], nearest);
    clinic.chart.addExtraOnRay({ origin: [0, 0, 0], direction: [0, 0, 1] });
    await clinic.settle();
    const extra = clinic.state().fold.rows.find((one) => one.ftp);
    const fixed = clinic.state().fold.rows.find((one) => one.id === nearest.id);
    if (extra === undefined || fixed === undefined) throw new Error('a site is missing');
    const map = clinic.chart.mapId();
    expect(nearestSiteOf(clinic.state(), map, extra)).toEqual(nearest);
    expect(nearestSiteOf(clinic.state(), map, fixed)).toBeNull();
    const other = map === 'preempt-2017' ? 'preempt-2010' : 'preempt-2017';
    expect(nearestSiteOf(clinic.state(), other, extra)).toBeNull();
  });
});
