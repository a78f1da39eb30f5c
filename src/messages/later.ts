import { addMessages } from './translate';

/**
 * The messages of what is fetched after the first load. In a built app they are taken out of `en.ts` and stand here, by
 * the prefixes in `later-prefixes.ts`; whatever shows one of them imports this file. Unbuilt, `en.ts` has all of them.
 */
addMessages({});
