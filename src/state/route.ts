/** Where the user is. Kept in the fragment of the address, so that any static host serves every screen. */
export type Route =
  | { readonly screen: 'chart'; readonly session: string | null }
  /** `compare`: two sessions of a patient, by their ids. */
  | { readonly screen: 'records'; readonly compare?: readonly [string, string] }
  /** `second`: a view of what is charted in another window. */
  | { readonly screen: 'learn' | 'preview' | 'settings' | 'second' };

export const screens = ['chart', 'learn', 'preview', 'records', 'settings'] as const;
export type Screen = (typeof screens)[number];

const isId = (text: string | undefined): text is string => text !== undefined && /^[\w-]{1,64}$/.test(text);

/** Reads a fragment such as `#/chart/<session id>`; anything unknown is Chart. */
export function parseRoute(fragment: string): Route {
  const [, screen = '', second, one, other] = fragment.replace(/^#/, '').split('/');
  switch (screen) {
    case 'records':
      return second === 'compare' && isId(one) && isId(other) ? { screen, compare: [one, other] } : { screen };
    case 'learn':
    case 'preview':
    case 'settings':
    case 'second':
      return { screen };
    default:
      return { screen: 'chart', session: isId(second) ? second : null };
  }
}

/** The fragment of a route. Holds random session ids at most, never anything about a person. */
export function routeFragment(route: Route): string {
  if (route.screen === 'records' && route.compare !== undefined) return `#/records/compare/${route.compare.join('/')}`;
  return route.screen === 'chart' && route.session !== null ? `#/chart/${route.session}` : `#/${route.screen}`;
}
