import { CalendarPlus, CalendarX, FileDown, Link, Smartphone } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Result } from '../../../protocol/words';
import type { SignedGiven } from '../../../state/preview/given-desk';
import { calendarDayOf, type Handed, type HomeTrouble } from '../../../state/preview/take-home-desk';
import { Frame } from '../frame';
import type { PreviewPartProps } from '../preview-screen';
import { GivenTroubleText } from '../session/given-trouble';
import { useGiven } from '../session/use-given';
import { useHandedTo, usePreview } from '../use-preview';
import { copied } from './copied';
import styles from './take-home-part.module.css';

/** What goes home of a session: files and, where the practice has a place for it, a link. */
export function TakeHomePart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const read = useGiven(at);
  useHandedTo(read?.ok === true ? read.value.patient : undefined);
  return (
    <Frame title={words.say('home.title')} aloud={[words.say('home.title'), words.say('home.save.why')]}>
      {at === null && <p>{words.say('preview.mine.none')}</p>}
      {read?.ok === false && <GivenTroubleText trouble={read.error} />}
      {read?.ok === true && <Files signed={read.value} />}
    </Frame>
  );
}

function Files({ signed }: { readonly signed: SignedGiven }) {
  const { kit, words } = usePreview();
  const { takeHome } = kit;
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const day = calendarDayOf(signed);
  useEffect(() => {
    takeHome.prepare();
  }, [takeHome]);
  const hand = (make: () => Promise<Result<Handed, HomeTrouble>>) => {
    setBusy(true);
    setSaid(words.say('home.making'));
    void make().then((handed) => {
      setBusy(false);
      setSaid(
        handed.ok
          ? words.say(handed.value.logged ? 'home.saved' : 'home.savedUnlogged', { name: handed.value.name })
          : words.say(handed.error.kind === 'none' ? 'preview.mine.noNext' : 'home.failed'),
      );
    });
  };
  return (
    <>
      <p>{words.say('preview.mine.day', { day: words.day(signed.given.day) })}</p>
      <p>{words.say('home.save.why')}</p>
      <div className={styles['files']}>
        <Way
          icon={<FileDown aria-hidden="true" />}
          label={words.say('home.save.pdf')}
          busy={busy}
          onPress={() => {
            hand(() => takeHome.pdf(signed, words));
          }}
        />
        <Way
          icon={<Smartphone aria-hidden="true" />}
          label={words.say('home.save.page')}
          busy={busy}
          onPress={() => {
            hand(() => takeHome.page(signed, words));
          }}
        />
        {day !== null && (
          <Way
            icon={day.cancelled ? <CalendarX aria-hidden="true" /> : <CalendarPlus aria-hidden="true" />}
            label={words.say(day.cancelled ? 'home.next.cancel' : 'home.next.calendar')}
            busy={busy}
            onPress={() => {
              hand(() => takeHome.calendar(signed, words));
            }}
          />
        )}
      </div>
      <p role="status">{said}</p>
      <LinkOut signed={signed} />
    </>
  );
}

type WayProps = {
  readonly icon: ReactNode;
  readonly label: string;
  readonly busy: boolean;
  readonly onPress: () => void;
};

function Way({ icon, label, busy, onPress }: WayProps) {
  return (
    <button type="button" disabled={busy} onClick={onPress}>
      {icon}
      {label}
    </button>
  );
}

/** The link to the map, where the practice has an address for it. */
function LinkOut({ signed }: { readonly signed: SignedGiven }) {
  const { kit, words } = usePreview();
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState<'home.link.copied' | 'home.link.notCopied' | null>(null);
  useEffect(() => {
    let asked = true;
    // Where no link can be made, there are the files.
    void kit.takeHome.link(signed).then(
      (made) => {
        if (asked) setLink(made);
      },
      () => undefined,
    );
    return () => {
      asked = false;
    };
  }, [kit, signed]);
  if (link === null) return null;
  const taken = () => {
    void kit.takeHome.linkTaken(signed);
  };
  return (
    <section className={styles['link']}>
      <h2>
        <Link size={22} aria-hidden="true" />
        {words.say('home.link')}
      </h2>
      <p>{words.say('home.link.text')}</p>
      <input
        readOnly
        value={link}
        aria-label={words.say('home.link')}
        onFocus={(event) => event.target.select()}
        onCopy={taken}
      />
      <button
        type="button"
        onClick={() => {
          void copied(link, (navigator as Partial<Navigator>).clipboard).then((done) => {
            setSaid(done ? 'home.link.copied' : 'home.link.notCopied');
            if (done) taken();
          });
        }}
      >
        {words.say('home.link.copy')}
      </button>
      <p role="status">{said === null ? '' : words.say(said)}</p>
    </section>
  );
}
