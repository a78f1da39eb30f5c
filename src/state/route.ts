/** Where the user is. Kept in the fragment of the address, so that any static host serves every screen. */
export type Route =
  | { readonly screen: 'chart'; readonly session: string | null }
  /** `compare`: two sessions of a patient, by their ids. */
  | { readonly screen: 'records'; readonly compare?: readonly [string, string] }
  /** One patient between sessions. */
  | { readonly screen: 'patient'; readonly patient: string; readonly part: PatientPart }
  /** Who is due, over all patients. */
  | { readonly screen: 'due' }
  /** `at`: what the part is about, such as an area, a session or a patient. */
  | { readonly screen: 'preview'; readonly part?: PreviewPart; readonly at?: string }
  /** `at`: a place within the part, such as the muscle of the tour. */
  | { readonly screen: 'learn'; readonly part?: LearnPart; readonly at?: string }
  /** `part`: what of it is to be brought into sight. */
  | { readonly screen: 'settings'; readonly part?: SettingsPart }
  /** A view of what is charted in another window. */
  | { readonly screen: 'second' };

export const screens = ['chart', 'learn', 'preview', 'records', 'settings'] as const;
/** What there is to do in Learn. */
export const learnParts = ['tour', 'exam', 'drills', 'today', 'progress', 'assessment', 'class', 'dry-run'] as const;
export type LearnPart = (typeof learnParts)[number];
const oneOf = <T extends string>(text: string | undefined, all: readonly T[]): T | undefined =>
  all.find((one) => one === text);

/** What there is to see of a patient between sessions. */
export const patientParts = ['course', 'diary', 'qualify', 'effects', 'plan', 'cost'] as const;
export type PatientPart = (typeof patientParts)[number];

/** What there is in Preview. */
const previewParts = ['for', 'steps', 'session', 'pain', 'diary', 'home', 'map'] as const;
export type PreviewPart = (typeof previewParts)[number];

/** The parts of Settings that other screens lead to. */
const settingsParts = ['backup'] as const;
export type SettingsPart = (typeof settingsParts)[number];

export type Screen = (typeof screens)[number];

const isId = (text: string | undefined): text is string => text !== undefined && /^[\w-]{1,64}$/.test(text);

/** A map that came in a link is a long one. */
const isPlace = (text: string | undefined): text is string => text !== undefined && /^[\w.~-]{1,4000}$/.test(text);

/** Reads a fragment such as `#/chart/<session id>`; anything unknown is Chart. */
export function parseRoute(fragment: string): Route {
  const [, screen = '', second, one, other] = fragment.replace(/^#/, '').split('/');
  switch (screen) {
    case 'records':
      if (second === 'due') return { screen: 'due' };
      if (second === 'patient' && isId(one)) {
        return { screen: 'patient', patient: one, part: oneOf(other, patientParts) ?? 'course' };
      }
      return second === 'compare' && isId(one) && isId(other) ? { screen, compare: [one, other] } : { screen };
    case 'learn': {
      const part = oneOf(second, learnParts);
      return part === undefined ? { screen } : { screen, part, ...(isId(one) ? { at: one } : {}) };
    }
    case 'preview': {
      const part = oneOf(second, previewParts);
      return part === undefined ? { screen } : { screen, part, ...(isPlace(one) ? { at: one } : {}) };
    }
    case 'settings': {
      const part = oneOf(second, settingsParts);
      return part === undefined ? { screen } : { screen, part };
    }
    case 'second':
      return { screen };
    default:
      return { screen: 'chart', session: isId(second) ? second : null };
  }
}

/** The fragment of a route. Holds random session ids at most, never anything about a person. */
export function routeFragment(route: Route): string {
  if (route.screen === 'records' && route.compare !== undefined) return `#/records/compare/${route.compare.join('/')}`;
  if (route.screen === 'patient') return `#/records/patient/${route.patient}/${route.part}`;
  if (route.screen === 'due') return '#/records/due';
  if ((route.screen === 'learn' || route.screen === 'preview') && route.part !== undefined)
    return [`#/${route.screen}`, route.part, ...(route.at === undefined ? [] : [route.at])].join('/');
  if (route.screen === 'settings' && route.part !== undefined) return `#/settings/${route.part}`;
  return route.screen === 'chart' && route.session !== null ? `#/chart/${route.session}` : `#/${route.screen}`;
}
