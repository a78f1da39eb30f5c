import '../../../messages/later';
import { t } from '../../../messages/translate';
import { ruleIds } from '../../../outcomes/rule-ids';
import { rules } from '../../../outcomes/rules';
import { citedText, headacheDayText, ruleName } from '../../../state/outcomes/course-response-text';
import { withRule } from '../../../state/outcomes/qualify-changes';
import { SelectField } from '../../../ui/field';
import type { PatientPartProps } from './part-props';
import parts from './parts.module.css';

type Props = Pick<PatientPartProps, 'book' | 'open'>;

/** By which published rule this patient is judged: chosen here, kept with the patient, and the same on every part of the page. */
export function RuleChoice({ book, open: { file } }: Props) {
  const rule = file.rule === undefined ? null : rules[file.rule];
  return (
    <div className={parts['rule']}>
      {/* On paper the name alone. */}
      <p className={parts['paperOnly']}>
        {rule === null ? t('ruleset.none') : t('ruleset.judgedBy', { rule: ruleName(rule.id) })}
      </p>
      <div className={parts['screenOnly']}>
        <SelectField
          label={t('ruleset.choose')}
          value={file.rule ?? 'none'}
          options={[
            ...(rule === null ? [{ value: 'none' as const, label: t('ruleset.none') }] : []),
            ...ruleIds.map((id) => ({ value: id, label: ruleName(id) })),
          ]}
          onChange={(chosen) => {
            if (chosen !== 'none') void book.changeFile((now) => withRule(now, chosen));
          }}
        />
      </div>
      <p className={parts['fine']}>
        {rule === null ? t('ruleset.noneYet') : `${headacheDayText(rule.headacheDay)} ${citedText(rule.headacheDay)}`}
      </p>
    </div>
  );
}
