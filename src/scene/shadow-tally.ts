/** Whether the shadow was cast in the frame that is being drawn: it is kept while nothing moves it. */
export type ShadowTally = {
  readonly begin: () => void;
  readonly cast: () => void;
  readonly wasCast: () => boolean;
};

/** Keeps one flag, false at first: `begin` takes it down before a frame, `cast` puts it up within it. */
export function createShadowTally(): ShadowTally {
  let cast = false;
  return {
    begin: () => {
      cast = false;
    },
    cast: () => {
      cast = true;
    },
    wasCast: () => cast,
  };
}
