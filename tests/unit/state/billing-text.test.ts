import { describe, expect, it } from 'vitest';
import { diagnosisCodes } from '../../../src/protocol/billing-codes';
import { billingLines } from '../../../src/record/billing-lines';
import { contentOf } from '../../../src/record/signed-version';
import { billingText, diagnosisText, flagText } from '../../../src/state/billing-text';
import { chartedVisit } from '../../support/charted-visit';

describe('the billing lines as text', () => {
  const visit = contentOf(chartedVisit());

  it('say lines, vials and what is to be asked, and a diagnosis only when one was chosen', () => {
    const text = billingText(visit, null);
    expect(text.split('\n')).toEqual([
      'Billing lines',
      'Session of 2026-03-02',
      '64615 × 1: Chemodenervation for chronic migraine, bilateral; once a session (awaiting clinical sign-off)',
      'J0585 × 32.5: OnabotulinumtoxinA, 1 unit',
      'J0585-JW × 267.5: OnabotulinumtoxinA, 1 unit; Drug discarded (awaiting clinical sign-off)',
      'Vial 1: onabotulinumtoxinA 200 U, lot C1234C3; units: 17.5 administered, 182.5 discarded; NDC 0023-3921-02 (awaiting clinical sign-off), for billing 00023-3921-02',
      'Vial 2: onabotulinumtoxinA 100 U, lot D9; units: 15 administered, 85 discarded; NDC 0023-1145-01 (awaiting clinical sign-off) or 85766-155-01 (relabelled), for billing 00023-1145-01 or 85766-0155-01',
      '32.5 is no whole number of units. It is not rounded here: the payer says how.',
      '267.5 is no whole number of units. It is not rounded here: the payer says how.',
      '2.5 U leaked. The ledger counts it as administered, and so does the line.',
      '10 U went into muscles outside the paradigm and is in the line of the drug.',
      'No indication was recorded: ask whether the code of the procedure fits.',
      'Drug of 2 vials: a payer may want a line for each NDC.',
      'Vial 2: several packages have this strength. The carton says which it was.',
      'The NDC is that of the product and strength as recorded. Hold it against the carton.',
      '',
    ]);
    expect(text).not.toContain('G43');
  });

  it('mark a diagnosis that was not confirmed', () => {
    const [unconfirmed] = diagnosisCodes;
    const confirmed = diagnosisCodes.find(({ code }) => code === 'G43.E09') ?? null;
    expect(unconfirmed && diagnosisText(unconfirmed)).toContain('awaiting clinical sign-off');
    expect(billingText(visit, confirmed)).toContain(
      'Diagnosis: G43.E09 Chronic migraine with aura, not intractable, without status migrainosus\n',
    );
  });

  it('have a sentence for every flag', () => {
    const { vials } = billingLines(visit);
    const vial = vials[1]?.vial.id ?? '';
    expect(flagText({ kind: 'NotBalanced', vial, units: 3 }, vials)).toBe(
      'Vial 2: 3 U is neither given nor discarded, so nothing is said of waste for it.',
    );
    expect(flagText({ kind: 'AboveLabel', units: 160, label: 155 }, vials)).toContain('160 U is above the 155 U');
    expect(flagText({ kind: 'Untouched', vial }, vials)).toMatch(/^Vial 2: .*taken as not opened/);
    expect(flagText({ kind: 'NdcContradicts', vial }, vials)).toMatch(/^Vial 2: .*No NDC is told/);
    expect(flagText({ kind: 'Cosmetic', product: 'X', units: 5 }, vials)).toContain('“X” is in no line');
  });
});
