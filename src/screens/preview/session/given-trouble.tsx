import type { GivenTrouble } from '../../../state/preview/given-desk';
import { usePreview } from '../use-preview';

/** Why nothing of a session is shown. */
export function GivenTroubleText({ trouble }: { readonly trouble: GivenTrouble }) {
  const { words } = usePreview();
  switch (trouble.kind) {
    case 'unsigned':
      return <p role="status">{words.say('preview.mine.notSigned')}</p>;
    case 'broken':
      return <p role="alert">{words.say('preview.mine.broken')}</p>;
    case 'unread':
      return <p role="alert">{words.say('preview.mine.unread')}</p>;
  }
}
