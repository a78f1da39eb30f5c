import '../../messages/later';
import { ArrowRight, Footprints, HeartPulse, House, NotebookPen, Siren, UserRoundCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { type Route, routeFragment } from '../../state/route';
import { isArea, stepIds } from '../../state/preview/steps';
import styles from './preview-home.module.css';
import type { PreviewPartProps } from './preview-screen';
import { PreviewSettings } from './preview-settings';
import { useHandedTo, useOwnDevice, usePreview } from './use-preview';

/** Where Preview begins. `at`: the patient to whom it was handed; null where it is nobody's, and tells what holds for all. */
export function PreviewHome({ at }: PreviewPartProps) {
  const { kit, words } = usePreview();
  useHandedTo(at);
  const { session: latest, failed } = useLatest(at);
  const own = useOwnDevice(at === null);
  const areas = stepIds.filter(isArea).length;
  const signed = (part: 'session' | 'home'): string | null => (latest === null ? null : to({ part, at: latest }));
  useEffect(() => kit.reader.stop, [kit]);
  return (
    <main className={styles['home']}>
      <h1>{words.say('preview.title')}</h1>
      <p className={styles['intro']}>{words.say('preview.intro')}</p>
      <ul className={styles['cards']}>
        <Card
          words={words}
          name="steps"
          href={to({ part: 'steps', at: '1' })}
          icon={<Footprints aria-hidden="true" />}
          values={{ n: areas }}
          first
        />
        <Card words={words} name="session" href={signed('session')} icon={<UserRoundCheck aria-hidden="true" />} />
        <Card
          words={words}
          name="pain"
          href={at === null ? null : to({ part: 'pain', at })}
          icon={<HeartPulse aria-hidden="true" />}
        />
        <Card
          words={words}
          name="diary"
          href={at === null && own !== true ? null : to({ part: 'diary', ...(at === null ? {} : { at }) })}
          icon={<NotebookPen aria-hidden="true" />}
        />
        <Card words={words} name="home" href={signed('home')} icon={<House aria-hidden="true" />} />
        <Card
          words={words}
          name="warn"
          href={to({ part: 'steps', at: String(stepIds.indexOf('warn') + 1) })}
          icon={<Siren aria-hidden="true" />}
          alarm
        />
      </ul>
      {failed && <p role="alert">{words.say('preview.mine.unread')}</p>}
      <PreviewSettings />
      <p className={styles['private']}>{words.say('preview.private')}</p>
    </main>
  );
}

const to = (where: Omit<Extract<Route, { screen: 'preview' }>, 'screen'>): string =>
  routeFragment({ screen: 'preview', ...where });

type CardProps = {
  readonly words: PatientWords;
  readonly name: 'steps' | 'session' | 'pain' | 'diary' | 'home' | 'warn';
  /** Null where there is nothing of this patient to be shown. */
  readonly href: string | null;
  readonly icon: ReactNode;
  readonly values?: Readonly<Record<string, number>>;
  readonly first?: boolean;
  readonly alarm?: boolean;
};

function Card({ words, name, href, icon, values, first = false, alarm = false }: CardProps) {
  if (href === null) return null;
  return (
    <li className={styles['card']} data-first={first} data-alarm={alarm}>
      <span className={styles['icon']}>{icon}</span>
      <span className={styles['said']}>
        <a href={href}>{words.say(`preview.card.${name}`)}</a>
        <span>{words.say(`preview.card.${name}.text`, values)}</span>
      </span>
      <ArrowRight className={styles['go']} aria-hidden="true" />
    </li>
  );
}

type Latest = { readonly session: string | null; readonly failed: boolean };
const unknown: Latest = { session: null, failed: false };

/** The patient's latest signed session, or that it could not be looked for. */
function useLatest(patient: string | null): Latest {
  const { kit } = usePreview();
  const [found, setFound] = useState<(Latest & { readonly of: string }) | null>(null);
  useEffect(() => {
    if (patient === null) return;
    void kit.given.latest(patient).then((latest) => {
      setFound({ of: patient, session: latest.ok ? latest.value : null, failed: !latest.ok });
    });
  }, [kit, patient]);
  return found !== null && found.of === patient ? found : unknown;
}
