import { useEffect, useState } from 'react';
import type { Result } from '../../../record/ports';
import type { GivenTrouble, SignedGiven } from '../../../state/preview/given-desk';
import { usePreview } from '../use-preview';

/** What was done in a session, once it was read and its signature looked at; null until then. */
export function useGiven(session: string | null): Result<SignedGiven, GivenTrouble> | null {
  const { kit } = usePreview();
  const [read, setRead] = useState<{ readonly of: string; readonly given: Result<SignedGiven, GivenTrouble> } | null>(
    null,
  );
  useEffect(() => {
    if (session === null) return undefined;
    let asked = true;
    void kit.given.read(session).then((given) => {
      if (asked) setRead({ of: session, given });
    });
    return () => {
      asked = false;
    };
  }, [kit, session]);
  return read !== null && read.of === session ? read.given : null;
}
