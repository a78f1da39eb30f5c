import '../../../../messages/later';
import { Check, Pencil, Plus, Trash2 } from 'lucide-react';
import { t } from '../../../../messages/translate';
import { checksOn, withCheck } from '../../../../outcomes/effects';
import { dayOf, daysBetween } from '../../../../record/calendar';
import { checkDays } from '../../../../record/check-days';
import { type EffectCheck, type EffectOccasion, effectOccasions } from '../../../../record/side-effects';
import { correctionText, effectDetail, effectTitle, occasionText } from '../../../../state/outcomes/effect-text';
import { Button } from '../../../../ui/button';
import { dayText } from '../../../chart/time-text';
import { useSettings } from '../../../services';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import { EffectFactsView, UrgentWarning } from './effect-facts-view';
import styles from './effects.module.css';
import type { AskedSession, Doing } from './doing';

type Props = PatientPartProps & { readonly of: AskedSession; readonly onDo: (doing: Doing) => void };

/** One session, and each occasion on which the patient is asked after it. */
export function SessionChecks({ of, onDo, ...part }: Props) {
  const { session, day } = of;
  return (
    <section className={page['card']} aria-label={t('effects.after', { day: dayText(day) })}>
      <div>
        <h2>{t('effects.after', { day: dayText(day) })}</h2>
        <p className={page['hint']}>{t('effects.given', { units: session.given })}</p>
      </div>
      <ul className={styles['occasions']}>
        {effectOccasions.map((occasion) => (
          <Occasion key={occasion} {...part} of={of} occasion={occasion} onDo={onDo} />
        ))}
      </ul>
    </section>
  );
}

type OccasionProps = Props & { readonly occasion: EffectOccasion };

/** An occasion may have been asked twice, in two windows or by two people: each stands. A call may always come again. */
function Occasion({ kit, book, open, of, occasion, onDo }: OccasionProps) {
  const by = useSettings((settings) => settings.injector);
  const checks = checksOn(open.file, of.session.id, occasion);
  const due = checkDays(of.day).find(({ point }) => point.id === occasion)?.day;
  const today = dayOf(kit.now());
  const values = { occasion: occasionText(occasion), day: dayText(of.day) };
  const state =
    checks.length > 0 || occasion === 'call'
      ? null
      : t(due !== undefined && daysBetween(due, today) < 0 ? 'effects.notYet' : 'effects.notAsked');
  return (
    <li>
      <div className={styles['occasion']}>
        <h3>
          {occasionText(occasion)}
          {due !== undefined && <span>{t('effects.dueOn', { day: dayText(due) })}</span>}
        </h3>
        {state !== null && <p className={styles['state']}>{state}</p>}
      </div>
      {checks.map((check) => (
        <Asked key={check.id} check={check} of={of} onDo={onDo} />
      ))}
      {(checks.length === 0 || occasion === 'call') && (
        <div className={styles['buttons']}>
          <Button
            icon={<Check size={17} aria-hidden="true" />}
            aria-label={t('effects.noneOf', values)}
            disabled={open.saving}
            onClick={() => {
              const at = kit.now();
              const check: EffectCheck = {
                id: kit.newId(),
                session: of.session.id,
                occasion,
                day: dayOf(at),
                effects: [],
                at,
                by,
              };
              void book.changeFile((file) => withCheck(file, check));
            }}
          >
            {t('effects.none')}
          </Button>
          <Button
            icon={<Plus size={17} aria-hidden="true" />}
            aria-label={t('effects.reportOf', values)}
            onClick={() => {
              onDo({ kind: 'reporting', of, occasion, check: null, effect: null });
            }}
          >
            {t('effects.report')}
          </Button>
        </div>
      )}
    </li>
  );
}

type AskedProps = {
  readonly check: EffectCheck;
  readonly of: AskedSession;
  readonly onDo: (doing: Doing) => void;
};

function Asked({ check, of, onDo }: AskedProps) {
  const { occasion, day, by, effects } = check;
  const asked = t(by === '' ? 'effects.asked' : 'effects.askedBy', { day: dayText(day), by });
  const values = { occasion: occasionText(occasion), day: dayText(of.day) };
  return (
    <div className={styles['asked']}>
      <p className={styles['state']}>
        {asked}
        {effects.length === 0 && `. ${t('effects.reportedNone')}`}
      </p>
      {effects.length > 0 && (
        <ul className={styles['effects']}>
          {effects.map((effect) => (
            <li key={effect.id}>
              <div className={styles['effect']}>
                <div>
                  <p className={styles['what']}>{effectTitle(effect)}</p>
                  <p className={styles['detail']}>{effectDetail(effect, dayText)}</p>
                  {effect.corrected?.map((one) => (
                    <p key={one.at} className={styles['sources']}>
                      {correctionText(one, dayText)}
                    </p>
                  ))}
                </div>
                <Button
                  tone="quiet"
                  icon={<Pencil size={17} aria-hidden="true" />}
                  aria-label={t('effects.editOf', { what: effectTitle(effect) })}
                  title={t('effects.edit')}
                  onClick={() => {
                    onDo({ kind: 'reporting', of, occasion, check, effect });
                  }}
                />
                <Button
                  tone="quiet"
                  icon={<Trash2 size={17} aria-hidden="true" />}
                  aria-label={t('effects.removeOf', { what: effectTitle(effect) })}
                  title={t('effects.remove')}
                  onClick={() => {
                    onDo({ kind: 'removing', of, check, effect });
                  }}
                />
              </div>
              <UrgentWarning effect={effect.effect} />
              <EffectFactsView effect={effect} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles['buttons']}>
        <Button
          icon={<Plus size={17} aria-hidden="true" />}
          aria-label={t(effects.length === 0 ? 'effects.reportOf' : 'effects.anotherOf', values)}
          onClick={() => {
            onDo({ kind: 'reporting', of, occasion, check, effect: null });
          }}
        >
          {t(effects.length === 0 ? 'effects.report' : 'effects.another')}
        </Button>
        {effects.length === 0 && (
          <Button
            tone="quiet"
            aria-label={t('effects.removeOf', { what: `${occasionText(occasion)}, ${asked}` })}
            onClick={() => {
              onDo({ kind: 'removing', of, check, effect: null });
            }}
          >
            {t('effects.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
