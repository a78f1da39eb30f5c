import './zod-setup';
import * as z from 'zod/mini';
import { soundMoment } from './calendar';

/** The values that records are made of. */

/** The names of a closed union, as data: the compiler demands each of them exactly once. */
export const namesOf = <T extends string>(all: Record<T, true>) => z.enum(Object.keys(all) as T[]);

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
/** Ids are made by the app (random) and stand in addresses and file names: letters, digits, `_` and `-`. */
export const id = z.string().check(z.regex(idPattern));
/** A session's id names its versions beside the steps of the store's chain (`chain.1`): it may not be that word. */
export const sessionIdPattern = /^(?!chain$)[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
export const sessionId = z.string().check(z.regex(sessionIdPattern));
export const text = z.string();
export const named = z.string().check(z.minLength(1));
/**
 * ISO 8601 with offset; seconds and offset (`Z` or `+01:00`) may not be left out. What the calendar cannot count from (a year
 * of less than three digits, or one after 9999) never comes in.
 */
export const instant = z.iso.datetime({ offset: true }).check(z.regex(soundMoment));
export const whole = z.int().check(z.nonnegative());
/** Finite: what is NaN or infinite is no number to zod. */
export const vector = z.tuple([z.number(), z.number(), z.number()]);

const day = z.regexes.date.source.replace(/^\^|\$$/g, '');
/** `YYYY` or a day of the calendar. */
export const yearOrDay = z.string().check(z.regex(new RegExp(`^(?:\\d{4}|${day})$`)));
/** `YYYY-MM` or a day of the calendar, which knows no year below 100. */
export const monthOrDay = z.string().check(z.regex(new RegExp(`^(?!00)(?:\\d{4}-(?:0[1-9]|1[0-2])|${day})$`)));
