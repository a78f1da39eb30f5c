import '../messages/later';
import { t } from '../messages/translate';
import type { BillingCode } from '../protocol/billing-codes';
import {
  type BilledVial,
  type BillingFlag,
  type BillingLine,
  type BillingLines,
  billingLines,
} from '../record/billing-lines';
import { dayOf } from '../record/calendar';
import type { SessionContent } from '../record/signed-version';

/** A code's own words, and that they await sign-off where the code is not confirmed. */
const codeText = ({ text, evidence }: BillingCode): string =>
  evidence === 'confirmed' ? text : t('billing.awaiting', { text });

/** "J0585-JW". */
export const lineCode = ({ code, modifier }: BillingLine): string =>
  modifier === null ? code.code : `${code.code}-${modifier.code}`;

/** "OnabotulinumtoxinA, 1 unit; Drug discarded (awaiting clinical sign-off)". */
export const lineText = ({ code, modifier }: BillingLine): string =>
  [code, ...(modifier === null ? [] : [modifier])].map(codeText).join('; ');

/** The code before its words, as `codeText` has them. */
export const diagnosisText = (code: BillingCode): string =>
  t('billing.option', { code: code.code, text: codeText(code) });

const either = (texts: readonly string[]): string =>
  texts.length === 0 ? t('billing.noNdc') : texts.reduce((one, other) => t('billing.or', { one, other }));

/** The NDC of a vial as its label has it, and as it is billed; both say where several fit. */
export function ndcTexts({ packages }: BilledVial): readonly [label: string, billing: string] {
  const label = packages.map(({ ndc, note, evidence }) => {
    const said = note === undefined ? ndc : t('billing.relabelled', { ndc });
    return evidence === 'confirmed' ? said : t('billing.awaiting', { text: said });
  });
  return [either(label), either(packages.flatMap(({ billingNdc }) => billingNdc ?? []))];
}

/** "onabotulinumtoxinA 200 U, lot C1234". */
export const vialText = ({ vial: { product, strength, lot } }: BilledVial): string =>
  t('billing.vialOf', { product, strength, lot: lot ?? t('billing.noLot') });

/** "155 administered, 45 discarded": units. */
export const splitText = ({ administered, discarded }: BilledVial): string =>
  t('billing.split', { administered, discarded });

/** What whoever bills should know, as a sentence. */
export function flagText(flag: BillingFlag, vials: readonly BilledVial[]): string {
  const number = 'vial' in flag ? vials.findIndex(({ vial }) => vial.id === flag.vial) + 1 : 0;
  return t(`billing.flag.${flag.kind}`, {
    units: 'units' in flag ? flag.units : 0,
    label: 'label' in flag ? flag.label : 0,
    count: 'count' in flag ? flag.count : 0,
    product: 'product' in flag ? flag.product : '',
    n: number,
  });
}

/** The lines as plain text, for a program that bills. `diagnosis` is what the user chose; null for nothing. */
export function billingText(session: SessionContent, diagnosis: BillingCode | null): string {
  const { lines, vials, flags }: BillingLines = billingLines(session);
  const text = [
    t('billing.title'),
    t('billing.of', { day: dayOf(session.startedAt) }),
    ...(diagnosis === null ? [] : [t('billing.diagnosisLine', { text: diagnosisText(diagnosis) })]),
    ...lines.map((line) => t('billing.line', { code: lineCode(line), units: line.units, text: lineText(line) })),
    ...vials.map((one, n) => {
      const [ndc, ndc11] = ndcTexts(one);
      const vial = t('billing.vial', { n: n + 1 });
      return t('billing.vialLine', { vial, product: vialText(one), split: splitText(one), ndc, ndc11 });
    }),
    ...flags.map((flag) => flagText(flag, vials)),
    t('billing.carton'),
  ];
  return `${text.join('\n')}\n`;
}
