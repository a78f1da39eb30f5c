import { describe, expect, it } from 'vitest';
import { isMapId, mapOf, maps } from '../../../src/protocol/maps';
import { fixedSiteCount, muscles, needleSize } from '../../../src/protocol/paradigm';
import type { Measure, Place } from '../../../src/protocol/rule';
import type { Site } from '../../../src/protocol/site';
import { siteOf, sitesOf } from '../../../src/protocol/sites';
import { sources } from '../../../src/protocol/sources';
import type { MapId } from '../../../src/protocol/words';

const mapIds: readonly MapId[] = ['preempt-2010', 'preempt-2017'];

function* places(place: Place): Generator<Place> {
  yield place;
  switch (place.op) {
    case 'walk':
      yield* places(place.from);
      break;
    case 'toward':
    case 'between':
      yield* places(place.from);
      yield* places(place.to);
      break;
    case 'level':
      yield* places(place.from);
      yield* places(place.with);
      break;
    case 'landmark':
    case 'site':
      break;
  }
}

/** The rule without where it is believed to stand: the amended map cites both papers for what it leaves as it was. */
const ruleAlone = (site: Site | null): string => JSON.stringify({ ...site?.rule, sources: [] });

const partsOf = (site: Site): readonly Place[] => [...places(site.rule.place)];
const measuresOf = (site: Site): readonly Measure[] =>
  partsOf(site).flatMap((part) => (part.op === 'walk' ? [part.mm] : part.op === 'between' ? [part.fraction] : []));

/** How a clinician says a length or a fraction. */
function wordsFor(part: Place): readonly RegExp[] {
  if (part.op === 'walk') {
    const { min, max, chosen } = part.mm;
    const cm = (mm: number): string => String(mm / 10).replace('.', '\\.');
    if (min === max) return [new RegExp(`\\b${cm(chosen)} cm\\b`)];
    return [new RegExp(`\\b${cm(min)} to ${cm(max)} cm\\b`), new RegExp(`\\b${cm(chosen)} cm here\\b`)];
  }
  if (part.op !== 'between') return [];
  const { min, max, chosen } = part.fraction;
  if (min === max && chosen === 0.5) return [/midway/i];
  return [min === 0.667 && max === 1 ? /upper third/ : /never/, chosen === 0.75 ? /three quarters/ : /never/];
}

describe.each(mapIds)('the map %s', (id) => {
  const map = mapOf(id);
  const sites = sitesOf(id);

  it('has every fixed site of the paradigm, once', () => {
    expect(sites).toHaveLength(31);
    expect(new Set(sites.map((site) => site.id)).size).toBe(31);
    for (const muscle of muscles) {
      expect(
        sites.filter((site) => site.muscle === muscle.id),
        muscle.id,
      ).toHaveLength(fixedSiteCount(muscle));
    }
  });

  it('writes a rule for no site that the paradigm does not have', () => {
    for (const { id: muscle, fixed } of muscles) {
      expect(map.sites[muscle], muscle).toHaveLength(Math.max(...Object.values(fixed)));
    }
  });

  it('says that its landmark text awaits clinical sign-off, and claims no landmark rule as confirmed', () => {
    expect(map.status).toBe('landmark text awaiting clinical sign-off');
    for (const site of sites) {
      expect(site.rule.evidence, site.id).not.toBe('confirmed');
      for (const measure of measuresOf(site)) expect(measure.evidence, site.id).not.toBe('confirmed');
    }
  });

  it('says that another map is published, and who says so', () => {
    expect(map.note.text).toMatch(/^Two maps are published/);
    expect(map.note.sources).toEqual(['S5']);
  });

  it('speaks every figure that its expressions walk', () => {
    let figures = 0;
    for (const site of sites) {
      for (const part of partsOf(site)) {
        for (const words of wordsFor(part)) {
          figures += 1;
          expect(site.rule.sentence, site.id).toMatch(words);
        }
      }
    }
    expect(figures).toBeGreaterThan(31);
  });

  it('chooses within what the source allows', () => {
    for (const { min, max, chosen } of sites.flatMap(measuresOf)) {
      expect(chosen).toBeGreaterThanOrEqual(min);
      expect(chosen).toBeLessThanOrEqual(max);
    }
  });

  it('builds each rule only on landmarks and on sites placed before it', () => {
    for (const site of sites) {
      for (const part of partsOf(site)) {
        if (part.op !== 'site') continue;
        const side = part.side ?? site.side;
        const target = sites.find(
          (one) => one.muscle === part.muscle && one.ordinal === part.ordinal && one.side === side,
        );
        expect(target?.order, `${site.id} stands on ${part.muscle} ${String(part.ordinal)}`).toBeLessThan(site.order);
      }
    }
  });

  it('uses the needle of the paradigm, a longer one only in the neck', () => {
    for (const { needle, muscle } of sites) {
      expect([needle.gauge, needle.lengthMm]).toEqual(['30 G', 12.7]);
      expect(needle.alternative).toEqual(muscle === 'paraspinal' ? needleSize.longerInNeck : undefined);
    }
  });

  it('warns at every site, and every warning names its registered source', () => {
    for (const site of sites) {
      expect(site.cautions.length, site.id).toBeGreaterThan(0);
      for (const source of [...site.sources, ...site.cautions.flatMap((caution) => caution.sources)]) {
        expect(sources[source].id).toBe(source);
        expect(site.sources, site.id).toContain(source);
      }
      for (const caution of site.cautions) expect(caution.sources.length, caution.text).toBeGreaterThan(0);
    }
  });

  it('gives a site by id, and none for an extra', () => {
    expect(siteOf(id, 'temporalis-R-2')?.ordinal).toBe(2);
    expect(siteOf(id, 'temporalis-R-F1')).toBeNull();
  });
});

describe('the two maps', () => {
  it('differ in corrugator, frontalis, occipitalis and the first paraspinal site only', () => {
    const differing = sitesOf('preempt-2010').filter((site) => {
      const other = siteOf('preempt-2017', site.id);
      return ruleAlone(site) !== ruleAlone(other);
    });
    expect(differing.filter((site) => site.side === 'left').map((site) => site.id)).toEqual([
      'corrugator-L',
      ...['frontalis-L-1', 'frontalis-L-2'],
      ...['occipitalis-L-1', 'occipitalis-L-2', 'occipitalis-L-3'],
      'paraspinal-L-1',
    ]);
    expect(differing.filter((site) => site.side !== 'left')).toHaveLength(7);
  });

  it('agree on doses, sides, order, needles and cautions', () => {
    const common = (id: MapId) =>
      sitesOf(id).map(({ id: site, muscle, side, ordinal, order, units, needle, cautions }) => ({
        site,
        muscle,
        side,
        ordinal,
        order,
        units,
        needle,
        cautions,
      }));
    expect(common('preempt-2010')).toEqual(common('preempt-2017'));
  });

  it('say where the published 2010 occipitalis rule and the measured muscle disagree', () => {
    for (const site of sitesOf('preempt-2010').filter((one) => one.muscle === 'occipitalis')) {
      expect(site.rule.conflict?.[0]?.text, site.id).toContain('29.6 ± 6.4 mm');
    }
  });

  it('cite for a rule the method papers alone, and for what speaks against it where that was read', () => {
    const papers: Readonly<Record<MapId, readonly string[]>> = { 'preempt-2010': ['S4'], 'preempt-2017': ['S3', 'S4'] };
    const against = (id: MapId, site: string) =>
      sitesOf(id)
        .find((one) => one.id === site)
        ?.rule.conflict?.map(({ evidence, sources: from }) => [evidence, ...from].join(' '));
    for (const id of mapIds)
      for (const { id: site, rule, sources: row } of sitesOf(id)) {
        expect(rule.sources.length, site).toBeGreaterThan(0);
        for (const source of rule.sources) expect(papers[id], site).toContain(source);
        // The list of the card names all of them.
        const told = (rule.conflict ?? []).flatMap(({ sources: from }) => from);
        for (const source of [...rule.sources, ...told]) expect(row, site).toContain(source);
        for (const { text, evidence, sources: from } of rule.conflict ?? [])
          if (from.length === 0) expect(evidence, text).toBe('unconfirmed');
      }
    for (const id of mapIds) {
      expect(against(id, 'procerus-M')).toEqual(['weak S24 S25']);
      expect(against(id, 'temporalis-L-1')).toEqual(['confirmed S13', 'unconfirmed']);
      expect(against(id, 'temporalis-L-2')).toBeUndefined();
    }
    expect(against('preempt-2010', 'frontalis-L-1')).toEqual(['derived S19']);
    expect(against('preempt-2010', 'occipitalis-L-1')).toEqual(['derived S15']);
    expect(against('preempt-2010', 'occipitalis-L-3')).toEqual(['derived S15', 'unconfirmed S4']);
    expect(against('preempt-2017', 'occipitalis-L-1')).toEqual(['derived S15']);
    expect(against('preempt-2017', 'occipitalis-L-3')).toEqual(['derived S15']);
  });

  it('are named by their ids and nothing else', () => {
    expect(maps.map((map) => map.id).sort()).toEqual(mapIds);
    expect(isMapId('preempt-2010')).toBe(true);
    expect(isMapId('preempt')).toBe(false);
  });
});
