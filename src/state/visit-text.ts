import '../messages/later';
import { t } from '../messages/translate';
import { safetyCheckOf } from '../protocol/safety-checks';
import { cumulativeDose, reconstituted, retreatment } from '../protocol/safety-limits';
import { dayOf } from '../record/calendar';
import type { Finding } from '../record/finding';
import type { SigningProblem } from '../record/signing-problems';
import type { VisitRefusal } from '../record/visit-commands';

/** Why something of the visit was not recorded, in plain words. */
export function refusalText(refusal: VisitRefusal): string {
  switch (refusal.kind) {
    case 'ReasonMissing':
      return t('visit.refused.reason');
    case 'SameIdentifierTwice':
      return t('visit.refused.sameTwice');
    case 'IndicationMissing':
      return t('visit.refused.indication');
    case 'NothingToReview':
      return t('visit.refused.nothingToReview');
    case 'SitesMissing':
      return t('visit.refused.sites');
    case 'ProductMissing':
      return t('visit.refused.product');
    case 'CountedProduct':
      return t('visit.refused.counted', { product: refusal.product });
    case 'NotAnAmount':
      return t('visit.refused.amount');
    case 'NotADay':
      return t('visit.refused.day');
    case 'DayInFuture':
      return t('visit.refused.future');
  }
}

/** What was found, in one sentence, with its figures. */
export function findingText(finding: Finding, vials: readonly { readonly id: string }[]): string {
  const vialName = (id: string): string => t('vials.one', { number: vials.findIndex((vial) => vial.id === id) + 1 });
  switch (finding.kind) {
    case 'check-blocks':
      return t('finding.blocks', { check: safetyCheckOf(finding.check).name });
    case 'checks-unanswered':
      return t('finding.unanswered', { count: finding.checks.length });
    case 'not-identified':
      return t('finding.notIdentified');
    case 'consent-missing':
      return t('finding.consentMissing');
    case 'consent-withdrawn':
      return t('finding.consentWithdrawn', { time: finding.at.slice(11, 16) });
    case 'vial-expired':
      return t('finding.vialExpired', { vial: vialName(finding.vial), expiry: finding.expiry });
    case 'vial-over-24h':
      return t('finding.vialOld', {
        vial: vialName(finding.vial),
        hours: Math.floor(finding.hours ?? 0),
        within: reconstituted.withinHours,
      });
    case 'vial-age-unknown':
      return t('finding.vialAgeUnknown', { vial: vialName(finding.vial) });
    case 'vial-from-the-future':
      return t('finding.vialFuture', { vial: vialName(finding.vial) });
    case 'cumulative-dose':
      return t('finding.cumulative', {
        total: finding.total,
        earlier: finding.earlier,
        doses: finding.doses
          .map(({ units, day, elsewhere }) => t(elsewhere ? 'finding.doseElsewhere' : 'finding.dose', { units, day }))
          .join(', '),
        now: finding.thisSession,
        maximum: cumulativeDose.maximum.units,
      });
    case 'check-answered-yes':
      return t('finding.yes', { check: safetyCheckOf(finding.check).name });
    case 'check-left-open':
      return t('finding.leftOpen', { check: safetyCheckOf(finding.check).name });
    case 'recorded-late':
      return t(`finding.late.${finding.what}`);
    case 'vial-undescribed':
      return t('finding.vialUndescribed', {
        vial: vialName(finding.vial),
        missing: finding.missing.map((what) => t(`finding.missing.${what}`)).join(', '),
      });
    case 'interval-short':
      return t('finding.interval', { days: finding.days, day: dayOf(finding.at), due: retreatment.days });
    case 'other-toxin':
      return t('finding.otherToxin', { product: finding.product, when: finding.when ?? '' });
    case 'session-from-the-future':
      return t('finding.sessionFuture', { day: dayOf(finding.at) });
    case 'vial-elsewhere':
      return t('finding.vialElsewhere', { vial: vialName(finding.vial), day: dayOf(finding.at) });
    case 'vial-shared':
      return t('finding.vialShared', { vial: vialName(finding.vial), day: dayOf(finding.at) });
    case 'history-unread':
      return finding.records === null
        ? t('finding.historyUnread')
        : t('finding.historyDamaged', { records: finding.records });
    case 'clock-behind':
      return t('finding.clockBehind');
  }
}

/** What keeps a session from being signed, and what to do about it. */
export function problemText(
  problem: SigningProblem,
  vials: readonly { readonly id: string }[],
): { readonly what: string; readonly todo: string } {
  const vialName = (id: string): string => t('vials.one', { number: vials.findIndex((vial) => vial.id === id) + 1 });
  switch (problem.kind) {
    case 'sites-still-planned':
      return { what: t('problem.planned', { count: problem.count }), todo: t('problem.planned.todo') };
    case 'vial-unbalanced':
      return {
        what: t(problem.left > 0 ? 'problem.unbalanced' : 'problem.overdrawn', {
          vial: vialName(problem.vial),
          units: Math.abs(problem.left),
        }),
        todo: t(problem.left > 0 ? 'problem.unbalanced.todo' : 'problem.overdrawn.todo'),
      };
    case 'vial-undescribed':
      return {
        what: t('finding.vialUndescribed', {
          vial: vialName(problem.vial),
          missing: problem.missing.map((what) => t(`finding.missing.${what}`)).join(', '),
        }),
        todo: t('problem.undescribed.todo'),
      };
    case 'indication-missing':
      return { what: t('problem.indication'), todo: t('problem.visit.todo') };
    case 'checks-unanswered':
      return { what: t('finding.unanswered', { count: problem.checks.length }), todo: t('problem.visit.todo') };
    case 'not-identified':
      return { what: t('finding.notIdentified'), todo: t('problem.visit.todo') };
    case 'consent-missing':
      return { what: t('finding.consentMissing'), todo: t('problem.visit.todo') };
    case 'override-missing':
      return { what: findingText(problem.finding, vials), todo: t('problem.override.todo') };
    case 'account-missing':
      return { what: findingText(problem.finding, vials), todo: t('problem.account.todo') };
  }
}
