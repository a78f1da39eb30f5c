import { beforeAll, describe, expect, it } from 'vitest';
import { codeSystems, drugAtc, drugUnit, muscleCodes } from '../../../../src/exchange/fhir/codes';
import { muscles } from '../../../../src/protocol/paradigm';
import { fixedSites } from '../../../../src/protocol/fixed-sites';
import { sources } from '../../../../src/protocol/sources';
import { signFirst } from '../../../../src/record/signed-version';
import { chartedVisit } from '../../../support/charted-visit';
import { give } from '../../../support/sample-sessions';
import { sentOf, somePdf } from '../../../support/sent-sessions';
import { at, author, twoInjectors, unwrap } from '../../../support/signing';

/** Every code of a clinical system in the Bundle of a session with all fixed sites given, off-protocol doses and the rest. */
let said: ReadonlySet<string>;

beforeAll(async () => {
  const [port] = await twoInjectors();
  const visit = chartedVisit();
  const rest = fixedSites.filter(
    ({ id }) => !visit.entries.some((entry) => entry.kind !== 'plan' && 'site' in entry && entry.site === id),
  );
  const given = rest.map(({ id }, n) => ({ ...give(500 + n, id), vial: visit.vials[0]?.id ?? '' }));
  const session = { ...visit, entries: [...visit.entries.filter(({ kind }) => kind !== 'waste'), ...given] };
  const signed = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, port));
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { system, code } = value as { system?: string; code?: unknown };
    if (typeof code === 'string' && system !== undefined && !system.startsWith('urn:uuid:'))
      found.add(`${system} ${code}`);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk((await sentOf([signed], { signedFile: somePdf })).bundle);
  said = found;
});

describe('the codes of a Bundle', () => {
  it('are those that were confirmed, and no others', () => {
    const fma = ['46796', '46797', '46759', '46760', '49007', '49008', '46761', '46762'];
    const ofMuscles = ['46794', '49006', '46758', '9626', '48996'];
    expect([...said].toSorted()).toEqual(
      [
        ...[...fma, ...ofMuscles].map((code) => `${codeSystems.fma} ${code}`),
        ...['52927003', '79368004'].map((code) => `http://snomed.info/sct ${code}`),
        "http://unitsofmeasure.org [USP'U]",
        'http://www.whocc.no/atc M03AX01',
        'http://terminology.hl7.org/CodeSystem/data-absent-reason unknown',
        'urn:iso-astm:E1762-95:2013 1.2.840.10065.1.12.1.1',
      ].toSorted(),
    );
  });

  it('stand in one table, each confirmed in a source that is registered, for every muscle', () => {
    expect(Object.keys(muscleCodes).toSorted()).toEqual([...muscles.map(({ id }) => id), 'masseter'].toSorted());
    const codes = Object.values(muscleCodes).flatMap(({ fma, fmaOfMuscle, snomed }) => [
      fma.left,
      fma.right,
      fmaOfMuscle,
      snomed,
    ]);
    for (const code of [...codes, drugAtc, drugUnit]) {
      if (code === null) continue;
      expect(code.evidence).toBe('confirmed');
      expect(code.sources.length).toBeGreaterThan(0);
      for (const source of code.sources) expect(sources[source]).toBeDefined();
    }
  });
});
