/**
 * The page was opened as the demo (`?demo`). Whatever it keeps, and whatever its windows tell each other, then goes by names
 * of its own: what is kept on this device for patients is never opened.
 */
export const inDemo = 'location' in globalThis && new URLSearchParams(location.search).has('demo');

/** A name of this page's own: of its database, its settings, a channel of its windows. */
export const named = (name: string): string => (inDemo ? `${name}-demo` : name);
