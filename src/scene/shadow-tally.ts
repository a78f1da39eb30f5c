/** Whether the shadow was cast in the frame that is being drawn: it is kept while nothing moves it. */
export type ShadowTally = {
  readonly begin: () => void;
  readonly cast: () => void;
  readonly wasCast: () => boolean;
};

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
