import '../messages/later';
import { fold } from '../ledger/fold';
import type { Vial } from '../ledger/vial';
import { t } from '../messages/translate';
import { mapOf } from '../protocol/maps';
import { muscles } from '../protocol/paradigm';
import { safetyChecks } from '../protocol/safety-checks';
import { reconstituted } from '../protocol/safety-limits';
import { productsDrawn } from '../record/products-drawn';
import type { SignedVersion } from '../record/signed-version';
import { type Answer, type CheckAnswer, type Override, type Visit, visitOf } from '../record/visit';
import { deviationWords } from './deviation-text';
import { momentText } from './moment-text';
import { mixedText } from './products-text';
import { muscleName, sideName } from './site-text';

type SignedSession = SignedVersion['session'];
export type Fact = { readonly of: FactName; readonly name: string; readonly text: string };
/** What a fact is about: its message without what all of them begin with. */
export type FactName = (typeof factNames)[number];
const factNames = [
  'patient',
  'session',
  'injector',
  'indication',
  'identified',
  'consent',
  'no',
  'yes',
  'left-open',
  'otherToxins',
  'elsewhere',
  'overrides',
  'deviations',
  'planned',
  'pain',
  'tenderness',
  'doses',
  'vials',
  'note',
] as const;

/** Everything a signed version says beside its ledger, in words: what a reader on paper has instead of the app. */
export function versionFacts(session: SignedSession): readonly Fact[] {
  const visit = visitOf(session);
  const said: Readonly<Record<FactName, readonly string[]>> = {
    patient: patient(session),
    session: when(session),
    injector: [session.injector],
    indication: indication(visit),
    identified: identified(visit),
    consent: consent(visit),
    no: checks(visit, 'no'),
    yes: checks(visit, 'yes'),
    'left-open': checks(visit, 'left-open'),
    otherToxins: visit.otherToxins.map(toxin),
    elsewhere: visit.elsewhere.map(elsewhere),
    overrides: visit.overrides.map(overridden(session.vials)),
    deviations: visit.deviations.map(deviation),
    planned: plannedFrom(session),
    pain: pain(visit),
    tenderness: (visit.tenderness ?? []).map(tender),
    doses: doses(session),
    vials: vials(session),
    note: [session.note],
  };
  const always = new Set<FactName>(['patient', 'injector', 'indication', 'identified', 'consent']);
  return factNames.flatMap((of) => {
    const text = said[of].filter((one) => one !== '').join('; ');
    // What a record has to have is missed in words; the rest is left out where there is nothing.
    return text === '' && !always.has(of)
      ? []
      : [{ of, name: t(`versions.fact.${of}`), text: text === '' ? t('versions.notRecorded') : text }];
  });
}

const noted = (note: string | undefined): string => (note === undefined || note === '' ? '' : ` (${note})`);

const patient = ({ patient: { label, born, recordNumber } }: SignedSession) => [
  label,
  born === undefined ? '' : t('versions.fact.born', { born }),
  recordNumber === undefined ? '' : t('versions.fact.recordNumber', { number: recordNumber }),
];

const when = ({ startedAt, finishedAt, map, head, bmiBand }: SignedSession) => [
  t('versions.fact.started', { at: momentText(startedAt) }),
  finishedAt === undefined ? '' : t('versions.fact.finished', { at: momentText(finishedAt) }),
  t('versions.fact.map', { map: mapOf(map.id).shortTitle, version: map.version }),
  t('versions.fact.head', { head: head.variant }),
  bmiBand === undefined ? '' : t('versions.fact.bmi', { band: bmiBand }),
];

const indication = ({ indication: one }: Visit) =>
  one === undefined ? [] : [one.text ?? t(`visit.indication.${one.id}`)];

const identified = ({ identified: one }: Visit) =>
  one === undefined ? [] : [...one.identifiers.map((kind) => t(`visit.identifier.${kind}`)), by(one)];

function consent({ consent: one }: Visit) {
  if (one === undefined) return [];
  const given = one.givenAt === undefined ? '' : t('versions.fact.consentBefore', { at: momentText(one.givenAt) });
  return [
    `${t(one.given ? 'versions.fact.consentGiven' : 'versions.fact.consentNot')}${noted(one.note)}`,
    given,
    by(one),
  ];
}

const by = (made: { readonly at: string; readonly by: string }): string =>
  made.by === '' ? momentText(made.at) : t('versions.fact.by', { at: momentText(made.at), by: made.by });

/** In the order of asking; a check of a newer version by its id. */
function checks({ checks: answered }: Visit, answer: Answer): readonly string[] {
  const order = (one: CheckAnswer) => safetyChecks.findIndex(({ id }) => id === one.check);
  return answered
    .filter((one) => one.answer === answer)
    .sort((a, b) => order(a) - order(b))
    .map(({ check, note }) => `${safetyChecks.find(({ id }) => id === check)?.name ?? check}${noted(note)}`);
}

const toxin = ({ product, units, when: day, note }: Visit['otherToxins'][number]): string =>
  [product, units === undefined ? '' : t('ledger.units', { units }), day ?? ''].filter((one) => one !== '').join(', ') +
  noted(note);

const elsewhere = ({ units, day, note }: Visit['elsewhere'][number]): string =>
  t('versions.fact.doseOn', { units, day }) + noted(note);

const overridden =
  (all: readonly Pick<Vial, 'id'>[]) =>
  (one: Override): string => {
    const what = t(`versions.rule.${one.rule}`, {
      within: reconstituted.withinHours,
      units: 'units' in one ? one.units : 0,
      vial: 'vial' in one ? all.findIndex(({ id }) => id === one.vial) + 1 : 0,
      check: 'check' in one ? (safetyChecks.find(({ id }) => id === one.check)?.name ?? one.check) : '',
    });
    return t('versions.fact.reason', { what, reason: one.reason });
  };

function deviation(one: Visit['deviations'][number]): string {
  const { what, sites } = deviationWords(one);
  return t('versions.fact.reason', { what: `${what} (${sites})`, reason: one.reason });
}

const plannedFrom = ({ plannedFrom: from }: SignedSession) =>
  from === undefined
    ? []
    : [from.kind === 'template' ? t('versions.fact.template', { name: from.name }) : t('versions.fact.earlier')];

const pain = ({ pain: drawn }: Visit) =>
  drawn === undefined ? [] : [t(`versions.fact.painDrawn.${drawn.drawn}`, { dabs: drawn.dabs.length }), by(drawn)];

const tender = ({ muscle, side, grade }: NonNullable<Visit['tenderness']>[number]): string =>
  t('versions.fact.tender', { muscle: muscleName(muscle), side: sideName[side], grade });

function doses({ entries, vials: all }: SignedSession): readonly string[] {
  const { rows, totals } = fold(entries, all);
  // Of a dose that was voided and given again, the last time counts; of one that was only voided, none.
  const last = new Map(
    entries.flatMap((entry) => (entry.kind === 'give' ? [[entry.site, entry.together] as const] : [])),
  );
  const atOnce = rows.filter(({ id, state }) => state === 'given' && last.get(id) !== undefined).length;
  const given = muscles
    .filter(({ id }) => totals.byMuscle[id].given > 0)
    .map(({ id }) => t('versions.fact.muscle', { muscle: muscleName(id), units: totals.byMuscle[id].given }));
  return [
    t('versions.fact.given', { units: totals.given, sites: totals.sitesGiven }) +
      (given.length === 0 ? '' : `: ${given.join(', ')}`),
    atOnce === 0 ? '' : t('versions.fact.together', { doses: atOnce }),
    totals.sitesSkipped === 0 ? '' : t('versions.fact.skipped', { sites: totals.sitesSkipped }),
    totals.offProtocol === 0 ? '' : t('versions.fact.offProtocol', { units: totals.offProtocol }),
    totals.incidents === 0 ? '' : t('versions.fact.incidents', { units: totals.incidents }),
    totals.total === totals.given ? '' : t('versions.fact.total', { units: totals.total }),
    ...mixedText(productsDrawn(all, totals)),
  ];
}

function vials({ entries, vials: all }: SignedSession): readonly string[] {
  const { totals } = fold(entries, all);
  return all.map((vial, at) => {
    const { drawn = 0, wasted = 0 } = totals.byVial.get(vial.id) ?? {};
    const missing = t('versions.notRecorded');
    return t('versions.fact.vial', {
      number: at + 1,
      product: vial.product,
      strength: vial.strength,
      lot: vial.lot ?? missing,
      expiry: vial.expiry ?? missing,
      ml: vial.diluentMl,
      diluent: vial.diluent === undefined ? '' : ` ${vial.diluent}`,
      at: vial.reconstitutedAt === undefined ? missing : momentText(vial.reconstitutedAt),
      drawn,
      wasted,
    });
  });
}
