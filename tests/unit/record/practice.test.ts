import { describe, expect, it } from 'vitest';
import { workGroups } from '../../../src/ledger/work-order';
import {
  isPreviewHost,
  merged,
  mostEarlyDays,
  noPractice,
  ownOrderOf,
  type Practice,
  withEarlyDays,
  withOrder,
  withPreviewHost,
  withPrices,
  withoutTemplate,
  withRegion,
  withTemplate,
} from '../../../src/record/practice';
import { parsePractice, practiceFromSettings } from '../../../src/record/practice-schema';

const plan = (reason = 'Brow position'): Practice['templates'][number]['plan'] => ({
  map: 'preempt-2017',
  skips: [{ site: 'frontalis-L-2', reason }],
  moves: [],
  extras: [
    {
      muscle: 'temporalis',
      side: 'left',
      offset: { landmark: 'tragus', side: 'left', upMm: 40, toward: 'back', alongMm: 5 },
    },
  ],
});
const named = (name: string, reason?: string) => ({ name, plan: plan(reason) });
const names = ({ templates }: Practice) => templates.map(({ name }) => name);

describe('what a practice keeps', () => {
  it('has every muscle and side in its own order once, those it names first', () => {
    const last = workGroups.at(-1);
    if (last === undefined) throw new Error('no groups');
    expect(ownOrderOf({ ownOrder: [last, last] })).toEqual([last, ...workGroups.slice(0, -1)]);
    expect(ownOrderOf({})).toEqual(workGroups);
  });

  it('has one template of a name', () => {
    const kept = withTemplate(named('Ours', 'new'))(withTemplate(named('Ours'))(noPractice));
    expect(kept.templates).toEqual([named('Ours', 'new')]);
    expect(withoutTemplate('Ours')(kept).templates).toEqual([]);
    expect(parsePractice({ templates: [named('Ours'), named('Ours', 'new')] }).ok).toBe(false);
  });

  it('is the very same where nothing is said anew, and without what is taken out', () => {
    const region = withRegion('us')(noPractice);
    expect(withRegion('us')(region)).toBe(region);
    expect(withRegion(null)(noPractice)).toBe(noPractice);
    expect(withRegion('eu-uk')(region)).toEqual({ templates: [], region: 'eu-uk' });
    expect(withPreviewHost(null)(noPractice)).toBe(noPractice);
    const prices: NonNullable<Practice['prices']> = { currency: 'EUR', basis: 'vial', vials: [], fee: 100 };
    const priced = withPrices(prices)(noPractice);
    expect(priced).toEqual({ templates: [], prices });
    expect(withPrices({ ...prices, fee: 200 })(priced).prices?.fee).toBe(200);
    expect(withPrices(null)(priced)).toEqual(noPractice);
    expect(withPrices(null)(noPractice)).toBe(noPractice);
    const [one] = workGroups;
    expect(withOrder(one === undefined ? [] : [one])(region)).toEqual({ templates: [], region: 'us', ownOrder: [one] });
  });

  it('keeps its other templates when one is put in its place, or taken out', () => {
    const two = withTemplate(named('Theirs'))(withTemplate(named('Ours'))(noPractice));
    expect(names(withTemplate(named('Ours', 'new'))(two))).toEqual(['Theirs', 'Ours']);
    expect(names(withoutTemplate('Ours')(two))).toEqual(['Theirs']);
    expect(withoutTemplate('None')(two)).toEqual(two);
  });

  it('that was kept elsewhere comes in by name, and of two plans of one name neither is lost', () => {
    const ours: Practice = { templates: [named('Ours'), named('Both')] };
    const theirs: Practice = { templates: [named('Both'), named('Ours', 'another'), named('Theirs')] };
    const together = merged(ours, theirs);
    expect(together.templates).toEqual([
      named('Ours'),
      named('Both'),
      { ...named('Ours (2)', 'another') },
      named('Theirs'),
    ]);
    expect(merged(together, theirs), 'again, it is known').toBe(together);
    expect(names(merged(together, { templates: [named('Ours', 'a third')] }))).toContain('Ours (3)');
    expect(merged(ours, noPractice)).toBe(ours);
  });

  it('has a region and an early window, each kept within what they may be, taken in where there is none', () => {
    const ours = withEarlyDays(7)(withRegion('us')(noPractice));
    expect(parsePractice(ours)).toEqual({ ok: true, value: { templates: [], region: 'us', earlyDays: 7 } });
    expect(withRegion(null)(ours)).toEqual({ templates: [], earlyDays: 7 });
    for (const wrong of [{ region: 'moon' }, { earlyDays: -1 }, { earlyDays: 1.5 }, { earlyDays: mostEarlyDays + 1 }])
      expect(parsePractice({ templates: [], ...wrong }).ok, JSON.stringify(wrong)).toBe(false);
    expect(merged(noPractice, ours)).toEqual(ours);
    expect(merged({ templates: [], region: 'eu-uk' }, ours)).toEqual({ templates: [], region: 'eu-uk', earlyDays: 7 });
  });

  it('takes an order where it has none, and keeps its own', () => {
    const [one, two] = workGroups;
    if (one === undefined || two === undefined) throw new Error('no groups');
    expect(merged(noPractice, { ownOrder: [two], templates: [] }).ownOrder).toEqual([two]);
    const ours: Practice = { ownOrder: [one], templates: [] };
    expect(merged(ours, { ownOrder: [two], templates: [] })).toBe(ours);
  });

  it('is read from the settings of earlier versions, and what is odd there spoils nothing else', () => {
    const kept = {
      ownOrder: [{ muscle: 'trapezius', side: 'right' }, { muscle: 'masseter', side: 'left' }, 7],
      templates: [named('Ours'), { name: 'odd' }, null, named('Ours', 'later')],
    };
    expect(practiceFromSettings(kept)).toEqual({
      ownOrder: [{ muscle: 'trapezius', side: 'right' }],
      templates: [named('Ours', 'later')],
    });
    expect(practiceFromSettings(null)).toEqual(noPractice);
  });

  it('keeps a field that this version does not know', () => {
    const newer = { templates: [{ ...named('Ours'), colour: 'red' }], since: 2031 };
    const read = parsePractice(newer);
    expect(read.ok && merged(read.value, { templates: [named('Theirs')] })).toMatchObject({
      since: 2031,
      templates: [{ colour: 'red' }, { name: 'Theirs' }],
    });
  });
});

describe('where links to a map lead', () => {
  it('is an encrypted address that a fragment can follow, or nothing', () => {
    for (const sound of [
      'https://a.example',
      'https://aliquot.example.org/',
      'https://x.example:8443/app/index.html',
      'HTTPS://A.EXAMPLE',
      'https://a',
      `https://a.example/${'x'.repeat(182)}`,
    ])
      expect(isPreviewHost(sound), sound).toBe(true);
    for (const bad of [
      'http://a.example/',
      'https://me@a.example/',
      'https://a.example/?x',
      'https://a.example/#x',
      'xhttps://a.example/',
      'https://-a.example/',
      'https://a.example-/',
      'https://a.example:port/',
      'https://a.example:123456/',
      'https://a.example/ x',
      `https://a.example/${'x'.repeat(183)}`,
      'a',
      '',
    ])
      expect(isPreviewHost(bad), bad).toBe(false);
    const kept = withPreviewHost('https://a.example/')(noPractice);
    expect(parsePractice(kept)).toEqual({ ok: true, value: kept });
    expect(parsePractice({ ...kept, previewHost: 'http://a.example/' }).ok).toBe(false);
    expect(withPreviewHost(null)(kept)).toEqual(noPractice);
    expect(withPreviewHost('https://a.example/')(kept), 'nothing to write').toBe(kept);
    expect(merged(noPractice, kept).previewHost).toBe('https://a.example/');
  });
});
