import '../messages/later';
import type { FileProblem } from '../exchange/session-file';
import { type Message, say, t } from '../messages/translate';
import { damageText } from './damage-text';
import { refusalMessage } from './refusal-text';
import { variantProblemMessage } from './variant-text';

/** Why a file was not taken, in plain words with the place in the file. */
export function problemMessage(problem: FileProblem): Message {
  switch (problem.kind) {
    case 'TooLarge':
      return { key: 'file.TooLarge' };
    case 'NotJson':
      return { key: 'file.NotJsonAt', values: { line: problem.line, column: problem.column } };
    case 'NotASession':
      return {
        key: 'file.NotASession',
        values: { path: problem.path === '' ? t('file.whole') : problem.path, what: damageText(problem.what) },
      };
    case 'NewerVersion':
      return { key: 'file.NewerVersion', values: { found: problem.found, known: problem.known } };
    case 'Damaged':
      return { key: 'file.Damaged', values: { path: problem.path, what: damageText(problem.what) } };
    case 'HeadImpossible':
      return {
        key: 'file.HeadImpossible',
        values: { path: problem.path, why: variantProblemMessage(problem.problem) },
      };
    case 'RuleBroken':
      return { key: 'file.RuleBroken', values: { n: problem.index + 1, why: say(refusalMessage(problem.refusal)) } };
    case 'TotalsDisagree':
      return {
        key: 'file.TotalsDisagree',
        values: { field: problem.field, stated: problem.stated, derived: problem.derived },
      };
  }
}
