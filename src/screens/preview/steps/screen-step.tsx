import { CalendarClock, Check, CircleHelp, Clock, Siren, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type PatientSection, type PatientScreenId, patientScreens } from '../../../protocol/patient-screens';
import { questionKeys, sayFact } from '../../../state/preview/steps';
import { usePreview } from '../use-preview';
import { Point } from './area-step';
import styles from './steps.module.css';

const icons: Readonly<Record<Exclude<PatientScreenId, 'warn'>, ReactNode>> = {
  time: <Clock aria-hidden="true" />,
  before: <Check aria-hidden="true" />,
  after: <Check aria-hidden="true" />,
  expect: <CalendarClock aria-hidden="true" />,
  effects: <TriangleAlert aria-hidden="true" />,
};

/** A screen after the areas: what holds for all of them. */
export function ScreenStep({ step }: { readonly step: PatientScreenId | 'ask' }) {
  const { words } = usePreview();
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
  return (
    <>
      {patientScreens[step].map((section) => (
        <Section key={section.statements[0]} section={section} icon={icons[step]} />
      ))}
      {(step === 'before' || step === 'effects' || step === 'expect') && (
        <p className={styles['quiet']}>{words.say('preview.discuss')}</p>
      )}
    </>
  );
}

function Section({ section, icon }: { readonly section: PatientSection; readonly icon: ReactNode }) {
  const { words } = usePreview();
  return (
    <section className={styles['section']}>
      {section.heading !== null && <h2>{words.say(section.heading)}</h2>}
      <ul className={styles['points']}>
        {section.statements.map((key) => (
          <Point key={key} icon={icon}>
            {sayFact(words, key)}
          </Point>
        ))}
      </ul>
    </section>
  );
}

/** When to call whom: unlike every other screen, so that it is found again. */
export function WarningSigns() {
  const { words } = usePreview();
  return patientScreens.warn.map(({ heading, statements }) => {
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
        {urgent && <p>{words.say('preview.warn.emergency')}</p>}
      </section>
    );
  });
}
