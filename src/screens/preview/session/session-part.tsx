import { CalendarClock, House } from 'lucide-react';
import { routeFragment } from '../../../state/route';
import { type Given, givenIn } from '../../../state/preview/given';
import type { SignedGiven } from '../../../state/preview/given-desk';
import { nextText } from '../../../state/preview/take-home';
import { useServices } from '../../services';
import { Frame } from '../frame';
import { MapHead, MapLegend, MapViews, useMapView } from '../map-head';
import type { PreviewPartProps } from '../preview-screen';
import { useHandedTo, usePreview } from '../use-preview';
import { useGiven } from './use-given';
import { GivenTroubleText } from './given-trouble';
import styles from './session-part.module.css';

/** What was done in a session, from its signed record alone. */
export function SessionPart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const read = useGiven(at);
  const patient =
    read === null ? undefined : read.ok ? read.value.patient : 'patient' in read.error ? read.error.patient : undefined;
  useHandedTo(patient);
  if (read?.ok === true) return <Told signed={read.value} />;
  return (
    <Frame title={words.say('preview.mine.title')}>
      {at === null && <p>{words.say('preview.mine.none')}</p>}
      {read?.ok === false && <GivenTroubleText trouble={read.error} />}
    </Frame>
  );
}

function Told({ signed }: { readonly signed: SignedGiven }) {
  const { words } = usePreview();
  const { heads } = useServices();
  const [view, setView] = useMapView();
  const { given } = signed;
  const shape = heads.shapeOf(given.head.variant);
  const title = words.say('preview.mine.title');
  const day = words.say('preview.mine.day', { day: words.day(given.day) });
  const count = words.say('preview.mine.given', { n: given.count });
  const due = nextText(signed.next, words);
  return (
    <Frame
      title={title}
      over={day}
      aloud={[title, day, count, ...(due === null ? [] : [due])]}
      // A head of a size that cannot be made is left out: the words say all of it.
      {...(shape.ok ? { picture: <MapHead spots={given.spots} shape={shape.value} view={view} /> } : {})}
      foot={
        <p className={styles['foot']}>
          <a href={routeFragment({ screen: 'preview', part: 'home', at: signed.session })}>
            <House size={22} aria-hidden="true" />
            {words.say('preview.mine.home')}
          </a>
        </p>
      }
    >
      <p className={styles['lead']}>{count}</p>
      {due !== null && (
        <p className={styles['due']}>
          <CalendarClock size={24} aria-hidden="true" />
          {due}
        </p>
      )}
      {shape.ok && (
        <>
          <MapViews value={view} onChange={setView} />
          <MapLegend spots={given.spots} />
        </>
      )}
      <p>{words.say('preview.mine.yourSides')}</p>
      <GivenAreas given={given} />
      {given.leftOut > 0 && (
        <p>
          {words.say('preview.mine.leftOut', { n: given.leftOut })} {words.say('preview.mine.leftOut.ask')}
        </p>
      )}
      {given.more && <p className={styles['more']}>{words.say('preview.mine.more')}</p>}
      <p className={styles['quiet']}>{words.say('preview.mine.signed')}</p>
    </Frame>
  );
}

/** How many in each area, and on which side. */
export function GivenAreas({ given }: { readonly given: Given }) {
  const { words } = usePreview();
  return (
    <ul className={styles['areas']}>
      {given.areas.map((area) => {
        const { muscle, left, middle, right, extra, leftOut } = area;
        const n = givenIn(area);
        const name = words.say(`preview.area.${muscle}.name`);
        return (
          <li key={muscle}>
            <strong>{words.say('preview.mine.area', { area: name, n })}</strong>
            {n > 0 && (
              <span>
                {middle > 0 && words.say('preview.mine.middle', { n: middle })}
                {left + right > 0 && words.say('preview.mine.sides', { left, right })}
              </span>
            )}
            {extra > 0 && <span>{words.say('preview.mine.extra', { n: extra })}</span>}
            {leftOut > 0 && <span>{words.say('preview.mine.leftOut', { n: leftOut })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
