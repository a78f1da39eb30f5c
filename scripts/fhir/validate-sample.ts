import type { OperationOutcome } from 'fhir/r4';
import { bundleOf } from './bundle-of';
import type { SignedStep } from './signed-records';

/** What HAPI's validator says of some Bundles: how many issues of each severity, and the errors in words. */
export type Validated = {
  readonly bundles: number;
  readonly bySeverity: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
};

/** Has the server validate Bundles as they are sent, against the definitions of R4 (`Bundle/$validate`). */
export async function validateSample(base: string, steps: readonly SignedStep[]): Promise<Validated> {
  const bySeverity: Record<string, number> = {};
  const errors: string[] = [];
  for (const step of steps) {
    const response = await fetch(`${base}/Bundle/$validate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json', Accept: 'application/fhir+json' },
      body: JSON.stringify(bundleOf(step)),
    });
    const outcome = (await response.json()) as OperationOutcome;
    for (const { severity, diagnostics, expression = [] } of outcome.issue) {
      bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
      if (severity === 'error' || severity === 'fatal')
        errors.push(`${step.session}: ${diagnostics ?? ''} at ${expression.join(', ')}`);
    }
  }
  return { bundles: steps.length, bySeverity, errors };
}
