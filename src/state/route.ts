/** Where the user is. Kept in the fragment of the address, so that any static host serves every screen. */
export type Route =
  | { readonly screen: 'chart'; readonly session: string | null }
  /** A view of what is charted in another window. */
  | { readonly screen: 'learn' | 'preview' | 'records' | 'settings' | 'second' };

export const screens = ['chart', 'learn', 'preview', 'records', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** Reads a fragment such as `#/chart/<session id>`; anything unknown is Chart. */
export function parseRoute(fragment: string): Route {
  const [, screen = '', session] = fragment.replace(/^#/, '').split('/');
  switch (screen) {
    case 'learn':
    case 'preview':
    case 'records':
    case 'settings':
    case 'second':
      return { screen };
    default:
      return { screen: 'chart', session: session !== undefined && /^[\w-]{1,64}$/.test(session) ? session : null };
  }
}

/** The fragment of a route. Holds a random session id at most, never anything about a person. */
export function routeFragment(route: Route): string {
  return route.screen === 'chart' && route.session !== null ? `#/chart/${route.session}` : `#/${route.screen}`;
}
