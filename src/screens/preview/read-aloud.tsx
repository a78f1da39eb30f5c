import { Square, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './frame.module.css';
import { usePreview } from './use-preview';

/** Reads a page aloud, with a voice of this device; another page stops it. */
export function ReadAloud({ lines }: { readonly lines: readonly string[] }) {
  const { kit, words } = usePreview();
  const { reader } = kit;
  const [, heard] = useState(0);
  const [reading, setReading] = useState(false);
  const text = lines.join('\n');
  useEffect(() => reader.onVoices(() => heard((count) => count + 1)), [reader]);
  useEffect(
    () => () => {
      reader.stop();
    },
    [reader, text],
  );
  const speaks = reader.speaks(words.language);
  const label = words.say(speaks === false ? 'preview.read.none' : reading ? 'preview.read.stop' : 'preview.read');
  return (
    <button
      type="button"
      className={styles['round']}
      aria-label={label}
      title={label}
      aria-pressed={reading}
      disabled={speaks !== true}
      onClick={() => {
        if (reading) reader.stop();
        else {
          setReading(true);
          reader.read(text, words.language, () => {
            setReading(false);
          });
        }
      }}
    >
      {reading ? <Square size={22} aria-hidden="true" /> : <Volume2 size={26} aria-hidden="true" />}
    </button>
  );
}
