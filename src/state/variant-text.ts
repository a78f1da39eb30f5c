import '../messages/later';
import type { VariantProblem } from '../anatomy/variant';
import { t } from '../messages/translate';

/** Why a head cannot be, as the end of a sentence. */
export function variantProblemMessage(problem: VariantProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return t('head.problem.unreadable');
    case 'out-of-range': {
      const { measure, mm, min, max } = problem;
      return t('head.problem.out-of-range', { measure: t(`head.${measure}`).toLowerCase(), mm, min, max });
    }
    case 'impossible-circumference': {
      const [min, max] = [Math.round(problem.min), Math.round(problem.max)];
      return t('head.problem.impossible-circumference', { mm: problem.mm, min, max });
    }
  }
}
