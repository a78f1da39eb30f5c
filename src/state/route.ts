/** Where the user is. Kept in the fragment of the address, so that any static host serves every screen. */
export type Route =
  | { readonly screen: 'chart'; readonly session: string | null }
  /** `compare`: two sessions of a patient, by their ids. */
  | { readonly screen: 'records'; readonly compare?: readonly [string, string] }
  /** `at`: a place within the part, such as the muscle of the tour. */
  | { readonly screen: 'learn'; readonly part?: LearnPart; readonly at?: string }
  /** `second`: a view of what is charted in another window. */
  | { readonly screen: 'preview' | 'settings' | 'second' };

export const screens = ['chart', 'learn', 'preview', 'records', 'settings'] as const;
/** What there is to do in Learn. */
export const learnParts = ['tour', 'exam', 'drills', 'today', 'progress', 'assessment', 'class', 'dry-run'] as const;
export type LearnPart = (typeof learnParts)[number];
const isPart = (text: string | undefined): text is LearnPart => learnParts.some((part) => part === text);

export type Screen = (typeof screens)[number];

const isId = (text: string | undefined): text is string => text !== undefined && /^[\w-]{1,64}$/.test(text);

/** Reads a fragment such as `#/chart/<session id>`; anything unknown is Chart. */
export function parseRoute(fragment: string): Route {
  const [, screen = '', second, one, other] = fragment.replace(/^#/, '').split('/');
  switch (screen) {
    case 'records':
      return second === 'compare' && isId(one) && isId(other) ? { screen, compare: [one, other] } : { screen };
    case 'learn':
      return isPart(second) ? { screen, part: second, ...(isId(one) ? { at: one } : {}) } : { screen };
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
  if (route.screen === 'learn' && route.part !== undefined)
    return ['#/learn', route.part, ...(route.at === undefined ? [] : [route.at])].join('/');
  return route.screen === 'chart' && route.session !== null ? `#/chart/${route.session}` : `#/${route.screen}`;
}
