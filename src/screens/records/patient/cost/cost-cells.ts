import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import type { Cost } from '../../../../record/cost';
import { moneyText, unitPriceText } from '../../../../state/outcomes/money-text';

/** The figures of one session in the order in which they are told, each with its name. */
export function costCells(cost: Cost, currency: string): readonly (readonly [name: string, value: string])[] {
  const { units, leftOver, perUnit, drug, fee, allIn, patient } = cost;
  return [
    [t('cost.given'), t('ledger.units', { units })],
    [t('cost.vials'), t('cost.vialsOf', { vials: vialsText(cost), left: leftOver })],
    [t('cost.drug'), moneyText(drug, currency)],
    [t('cost.fee'), moneyText(fee, currency)],
    [t('cost.allIn'), moneyText(allIn, currency)],
    [t('cost.unitOf'), perUnit === null ? '' : unitPriceText(perUnit.drug, currency)],
    [t('cost.allInOf'), perUnit === null ? '' : unitPriceText(perUnit.allIn, currency)],
    [t('cost.patient'), patient === null ? t('cost.noShare') : moneyText(patient, currency)],
  ];
}

/** "1 × 200 U". */
function vialsText({ vials }: Cost): string {
  const counts = new Map<number, number>();
  for (const { strength } of vials) counts.set(strength, (counts.get(strength) ?? 0) + 1);
  return [...counts].map(([strength, n]) => t('cost.vialCount', { n, strength })).join(', ');
}
