const most = 2;

/** Device pixels per CSS pixel to draw in: past two, an eye at arm's length sees no difference but the battery does. */
export const pixelRatio = (): number => Math.min(most, window.devicePixelRatio);
