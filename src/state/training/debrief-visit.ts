import '../../messages/later';
import { t } from '../../messages/translate';
import { type SafetyCheck, safetyChecks } from '../../protocol/safety-checks';
import { cumulativeDose } from '../../protocol/safety-limits';
import { daysBetween } from '../../record/calendar';
import type { Finding } from '../../record/finding';
import { answerTo, visitOf } from '../../record/visit';
import { noteDay } from '../note-dates';
import { findingText } from '../visit-text';
import { type Attempt, cited, convention, type DebriefLine, fromCautions, line } from './debrief-line';

/** Whatever is asked, agreed and put down before the first needle, against what it should have been. */
export function visitLines(attempt: Attempt, findings: readonly Finding[]): readonly DebriefLine[] {
  return [
    ...agreementLines(attempt),
    ...checkLines(attempt),
    ...elsewhereLines(attempt),
    ...findings.flatMap((finding) =>
      finding.kind === 'recorded-late'
        ? [
            line(
              `late-${finding.what}`,
              'missed',
              findingText(finding, attempt.session.vials),
              convention(t('training.rule.late')),
            ),
          ]
        : [],
    ),
  ];
}

function agreementLines({ case: { model }, session }: Attempt): readonly DebriefLine[] {
  const { identified, consent, indication } = visitOf(session);
  const stops = model.outcome === 'stop';
  const absent = stops ? 'differs' : 'missed';
  return [
    line(
      'identity',
      identified === undefined ? absent : 'right',
      t(identified === undefined ? 'training.line.notIdentified' : 'training.line.identified'),
      convention(t('training.rule.identity')),
    ),
    consent === undefined
      ? line('consent', absent, t('training.line.noConsent'), convention(t('training.rule.consent')))
      : line(
          'consent',
          consent.given || stops ? 'right' : 'missed',
          t(consent.given ? 'training.line.consented' : 'training.line.declined'),
          convention(t('training.rule.consent')),
        ),
    line(
      'indication',
      indication?.id === 'chronic-migraine' ? 'right' : indication === undefined ? absent : 'differs',
      t(
        indication === undefined
          ? 'training.line.noIndication'
          : indication.id === 'other'
            ? 'training.line.otherIndication'
            : 'training.line.indication',
      ),
      convention(t('training.rule.indication')),
    ),
  ];
}

function checkLines({ case: { model }, session }: Attempt): readonly DebriefLine[] {
  const visit = visitOf(session);
  const answerOf = ({ id }: SafetyCheck) => answerTo(visit, id)?.answer ?? null;
  const expected = ({ id }: SafetyCheck) => model.yes.includes(id);
  const yes = safetyChecks.filter(expected).map((check) => {
    const answer = answerOf(check);
    const what = t(answer === 'yes' ? 'training.line.yes' : `training.line.notYes.${answer ?? 'none'}`, {
      check: check.name,
    });
    return line(`check-${check.id}`, answer === 'yes' ? 'right' : 'missed', what, fromCautions(check.because));
  });
  const others = safetyChecks.filter((check) => !expected(check));
  const wrongly = others
    .filter((check) => answerOf(check) === 'yes')
    .map((check) =>
      line(
        `check-${check.id}`,
        'differs',
        t('training.line.wronglyYes', { check: check.name }),
        fromCautions(check.because),
      ),
    );
  const unanswered = others.filter((check) => answerOf(check) === null);
  const leftOpen = others.filter((check) => answerOf(check) === 'left-open');
  const named = (checks: readonly SafetyCheck[]) => ({
    count: checks.length,
    checks: checks.map(({ name }) => name).join(', '),
  });
  const asked = convention(t('training.rule.checks'));
  return [
    ...yes,
    ...wrongly,
    ...(unanswered.length === 0
      ? []
      : [
          line(
            'checks-unanswered',
            model.outcome === 'stop' ? 'differs' : 'missed',
            t('training.line.unanswered', named(unanswered)),
            asked,
          ),
        ]),
    ...(leftOpen.length === 0
      ? []
      : [line('checks-left-open', 'differs', t('training.line.leftOpen', named(leftOpen)), asked)]),
    ...(wrongly.length + unanswered.length + leftOpen.length > 0
      ? []
      : [line('checks', 'right', t('training.line.checksNo', { count: others.length }), asked)]),
  ];
}

/** A dose that the patient told of counts only where it is put down, as what it was. */
function elsewhereLines({ case: { model }, session }: Attempt): readonly DebriefLine[] {
  const { elsewhere } = visitOf(session);
  const expected = model.elsewhere;
  const limit = cited(t('training.rule.cumulative', { units: cumulativeDose.maximum.units }), cumulativeDose.maximum);
  if (expected === null)
    return elsewhere.length === 0 ? [] : [line('elsewhere', 'differs', t('training.line.elsewhereUntold'), limit)];
  if (elsewhere.length === 0) return [line('elsewhere', 'missed', t('training.line.elsewhereMissing'), limit)];
  const right =
    elsewhere.length === 1 &&
    elsewhere.every(
      ({ units, day }) => units === expected.units && daysBetween(day, session.startedAt) === expected.daysAgo,
    );
  return [
    line(
      'elsewhere',
      right ? 'right' : 'missed',
      t(right ? 'training.line.elsewhere' : 'training.line.elsewhereOther', {
        doses: elsewhere.map(({ units, day }) => t('finding.dose', { units, day: noteDay(day) })).join(', '),
      }),
      limit,
    ),
  ];
}
