import '../../../../messages/later';
import { TriangleAlert } from 'lucide-react';
import { t } from '../../../../messages/translate';
import {
  type Advice,
  boxedWarning,
  effectFacts,
  type TailoringAdvice,
  urgentEffects,
} from '../../../../protocol/side-effects';
import type { Caution } from '../../../../protocol/site';
import { firstTechnique } from '../../../../protocol/tailoring';
import { tailoringNames } from '../../../../protocol/tailoring-names';
import type { SideEffect, SideEffectId } from '../../../../record/side-effects';
import { adviceFor, rateText, saidText, sourcesText } from '../../../../state/outcomes/effect-text';
import { muscleName } from '../../../../state/site-text';
import styles from './effects.module.css';

type UrgentProps = {
  readonly effect: SideEffectId;
  /** It was chosen just now, and is told at once. */
  readonly chosen?: true;
};

/** What cannot wait, and what the label says of it in its box. There while its effect is chosen, and wherever it is recorded. */
export function UrgentWarning({ effect, chosen }: UrgentProps) {
  const { boxed } = effectFacts(effect);
  if (boxed === null) return null;
  if (boxed === 'named')
    return <p className={styles['named']}>{saidText({ ...boxedWarning, text: t('effects.named') })}</p>;
  return (
    <div role={chosen === undefined ? 'note' : 'alert'} className={styles['urgent']}>
      <TriangleAlert size={18} aria-hidden="true" />
      <div>
        <strong>{t('effects.urgent')}</strong>
        <p>{saidText(urgentEffects)}</p>
        <p>{saidText(boxedWarning)}</p>
      </div>
    </div>
  );
}

/**
 * The changes of technique that sources suggest, and the ways of tailoring after them. What no source was read for comes last and
 * apart: it is no suggestion of the literature.
 */
export function TechniqueList({ effect }: { readonly effect: Pick<SideEffect, 'effect' | 'sites'> }) {
  const { technique, tailoring, practice } = adviceFor(effect);
  const tailored = tailoring.length > 0 || practice.some((one) => 'tailoring' in one);
  const first = tailored ? [firstTechnique] : [];
  return (
    <>
      {technique.length + tailoring.length === 0 && <p className={styles['detail']}>{t('effects.noTechnique')}</p>}
      <AdviceList title={t('effects.technique')} advice={[...first, ...technique]} />
      <AdviceList title={t('effects.tailoring')} advice={tailoring} />
      <AdviceList title={t('effects.practice')} advice={practice} />
      <p className={styles['sources']}>{sourcesText([...first, ...technique, ...tailoring])}</p>
    </>
  );
}

type AdviceListProps = {
  readonly title: string;
  readonly advice: readonly (Caution | Advice | TailoringAdvice)[];
};

function AdviceList({ title, advice }: AdviceListProps) {
  if (advice.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles['said']}>
        {advice.map((one) => (
          <li key={`${'tailoring' in one ? one.tailoring : ''} ${one.text}`}>
            {'muscle' in one && (
              <strong>{'tailoring' in one ? tailoringNames[one.tailoring] : muscleName(one.muscle)}: </strong>
            )}
            {saidText(one)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Everything that is published of an effect, folded away. */
export function EffectFactsView({ effect }: { readonly effect: Pick<SideEffect, 'effect' | 'sites'> }) {
  const { id, muscles, rates } = effectFacts(effect.effect);
  if (id === 'other') return null;
  return (
    <details className={styles['facts']}>
      <summary>{t('effects.facts')}</summary>
      {muscles.length > 0 && (
        <p>{t('effects.muscles', { muscles: muscles.map((muscle) => muscleName(muscle)).join(', ') })}</p>
      )}
      <TechniqueList effect={effect} />
      <h4>{t('effects.rates')}</h4>
      {rates.length === 0 ? (
        <p className={styles['detail']}>{t('effects.noRate')}</p>
      ) : (
        <ul className={styles['said']}>
          {rates.map((rate) => (
            <li key={`${rate.event} ${rate.of}`}>{rateText(rate)}</li>
          ))}
        </ul>
      )}
      <p className={styles['sources']}>{sourcesText(rates)}</p>
    </details>
  );
}
