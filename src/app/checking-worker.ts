import { type CheckedVersions, createCheckVersions } from '../exchange/checked-versions';
import { webChecking } from '../storage/web-crypto';

/** `text`: the versions as JSON, which crosses to a worker in less time than the objects do. */
export type ToChecking = {
  readonly n: number;
  readonly session: string;
  readonly text: string;
  readonly app: string | null;
};
export type FromChecking = { readonly n: number; readonly checked: CheckedVersions | null };

/** Checks versions, and makes their files, beside the page: it reads and writes meanwhile. Nothing is kept between two questions. */
const check = createCheckVersions(webChecking);

addEventListener('message', ({ data }: MessageEvent<ToChecking>) => {
  const { n, session, text, app } = data;
  check({ session, versions: JSON.parse(text) as readonly unknown[], app })
    .then((checked) => {
      const file = checked?.file ?? null;
      postMessage({ n, checked } satisfies FromChecking, { transfer: file === null ? [] : [file.buffer] });
    })
    // Thrown out of the promise: only then does the page hear of it.
    .catch((error: unknown) => setTimeout(() => reportError(error)));
});
