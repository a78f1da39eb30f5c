import { CalendarClock, CircleHelp, Phone, Siren, TriangleAlert } from 'lucide-react';
import {
  type PatientSection,
  type PatientScreenId,
  patientScreens,
  sectionsOf,
} from '../../../protocol/patient-screens';
import { clinicLine, questionKeys, sayFact, sayWhen, stepIds } from '../../../state/preview/steps';
import { dialledAt } from '../../../record/practice-phone';
import { routeFragment } from '../../../state/route';
import { usePractice } from '../../services';
import { usePreview } from '../use-preview';
import { Point } from './area-step';
import styles from './steps.module.css';

/** What is told is no list of things to tick off: a spot begins each line, as on the map. */
const spot = <i className={styles['spot']} />;

/** A screen after the areas: what holds for all of them. */
export function ScreenStep({ step }: { readonly step: PatientScreenId | 'ask' }) {
  const { words } = usePreview();
  const region = usePractice((practice) => practice.region);
  if (step === 'warn') return <WarningSigns />;
  if (step === 'ask')
    return (
      <ul className={styles['points']}>
        {questionKeys.map((key) => (
          <Point key={key} icon={<CircleHelp aria-hidden="true" />}>
            {words.say(key)}
          </Point>
        ))}
      </ul>
    );
  const sections = sectionsOf(step, region);
  // Of what must not wait nobody is told to talk about it some time.
  const [calm, urgent] = [sections.filter((one) => !isUrgent(one)), sections.filter(isUrgent)];
  return (
    <>
      {calm.map((section) => (
        <Section key={section.statements[0]} section={section} />
      ))}
      {(step === 'before' || step === 'effects' || step === 'expect') && (
        <p className={styles['quiet']}>{words.say('preview.discuss')}</p>
      )}
      {urgent.map((section) => (
        <Section key={section.statements[0]} section={section} />
      ))}
    </>
  );
}

const isUrgent = ({ heading }: PatientSection): boolean => heading === 'preview.effects.urgent';

/** Where it is said what to do. */
const help = routeFragment({ screen: 'preview', part: 'steps', at: String(stepIds.indexOf('warn') + 1) });

function Section({ section }: { readonly section: PatientSection }) {
  const { words } = usePreview();
  return (
    <section className={styles['section']}>
      {section.heading !== null && <h2>{words.say(section.heading)}</h2>}
      <ul className={styles['points']}>
        {section.statements.map((key) => {
          const when = sayWhen(words, key);
          return (
            <Point key={key} icon={when === null ? spot : <CalendarClock aria-hidden="true" />}>
              {when !== null && <strong className={styles['when']}>{when}</strong>}
              {key === 'preview.effects.help' ? (
                <a href={help} className={styles['help']}>
                  {sayFact(words, key)}
                </a>
              ) : (
                sayFact(words, key)
              )}
            </Point>
          );
        })}
      </ul>
    </section>
  );
}

/** When to call whom: unlike every other screen, so that it is found again. */
function WarningSigns() {
  const { words } = usePreview();
  const phone = usePractice((practice) => practice.phone);
  return patientScreens.warn.map(({ heading, statements, after }) => {
    if (heading === null)
      return (
        <p key="when" className={styles['lead']}>
          {statements.map((key) => sayFact(words, key)).join(' ')}
        </p>
      );
    const urgent = heading === 'preview.warn.ambulance';
    return (
      <section key={heading} className={styles['signs']} data-urgent={urgent}>
        <h2>
          {urgent ? <Siren aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {words.say(heading)}
        </h2>
        <ul>
          {statements.map((key) => (
            <li key={key}>{sayFact(words, key)}</li>
          ))}
        </ul>
        <Clinic line={clinicLine(words, heading, phone)} phone={phone} />
        {after !== undefined && <p>{sayFact(words, after)}</p>}
      </section>
    );
  });
}

/** How the practice is reached: a press calls it, where the number can be dialled as it stands. */
function Clinic({ line, phone }: { readonly line: string | null; readonly phone: string | undefined }) {
  if (line === null || phone === undefined) return null;
  const href = dialledAt(phone);
  return (
    <p className={styles['clinic']}>
      <Phone size={22} aria-hidden="true" />
      {href === null ? <span>{line}</span> : <a href={href}>{line}</a>}
    </p>
  );
}
