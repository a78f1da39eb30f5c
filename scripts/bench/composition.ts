/** Without a graphics card Chromium composes the page in software; without these it would do so by way of WebGL's driver. */
export const compositionFlags: readonly string[] = ['--disable-gpu-compositing', '--disable-gpu-rasterization'];
