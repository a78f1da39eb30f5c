import '../messages/later';
import { t } from '../messages/translate';
import type { Build, Refused, UpdatesState } from './updates';

/** Enough of a hash to tell a build from another of the same version. */
const short = (hash: string): string => hash.slice(0, 7);

/** "Build 1a2b3c4.": the first seven signs of its hash. */
export const hereText = ({ hash }: Build): string => t('update.here', { hash: short(hash) });

/** What taking it does. `locks`: the device has a passphrase. */
export const offerText = ({ app, hash }: Build, locks: boolean): string =>
  [t('update.what', { version: app, hash: short(hash) }), ...(locks ? [t('update.passphrase')] : [])].join(' ');

/** Why a newer version is not taken now, and what to do. */
export const refusedText = ({ why, where }: Refused): string =>
  why === 'silent' ? t('update.silent') : t(`update.refused.${why}`, { where });

/** How far this version is kept on the device. */
export const keptText = ({ kept }: Pick<UpdatesState, 'kept'>): string =>
  kept.kind === 'failed' ? t(`update.failed.${kept.why}`) : t(`update.kept.${kept.kind}`);

/** That a newer version was there and is not kept; null where none was missed. */
export const missedText = ({ missed }: Pick<UpdatesState, 'missed'>): string | null =>
  missed === null ? null : t(`update.missed.${missed}`);
