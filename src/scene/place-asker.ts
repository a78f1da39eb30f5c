import type { SkinRay } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import type { HandProps, Said } from './hand-props';

/** Asks for one place at a time, and then for the last that was wanted meanwhile: the pointer waits for no answer. */
export function createAsker(live: { readonly current: Pick<HandProps, 'ask'> }) {
  type Wish = { readonly site: SiteId; readonly ray: SkinRay; readonly then: (said: Said | null) => void };
  let wish: Wish | null = null;
  let busy = false;
  const go = async (): Promise<void> => {
    busy = true;
    while (wish !== null) {
      const { site, ray, then }: Wish = wish;
      wish = null;
      const said = await live.current.ask(site, ray);
      then(said);
    }
    busy = false;
  };
  return {
    ask: (site: SiteId, ray: SkinRay, then: (said: Said | null) => void): void => {
      wish = { site, ray, then };
      if (!busy) void go();
    },
    drop: (): void => {
      wish = null;
    },
  };
}
