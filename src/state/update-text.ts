import '../messages/later';
import { t } from '../messages/translate';
import type { Build, Refused, UpdatesState } from './updates';

/** A build, as people name it: its version, and enough of its hash to tell it from another of the same version. */
export const buildText = ({ app, hash }: Build): string => t('update.build', { version: app, hash: hash.slice(0, 7) });

/** Why a newer version is not taken now, and what to do. */
export const refusedText = ({ why, where }: Refused): string =>
  why === 'silent' ? t('update.silent') : t(`update.refused.${why}`, { where });

/** How far this version is kept on the device. */
export const keptText = ({ kept }: Pick<UpdatesState, 'kept'>): string =>
  kept.kind === 'failed' ? t(`update.failed.${kept.why}`) : t(`update.kept.${kept.kind}`);

/** That a newer version was there and is not kept; null where none was missed. */
export const missedText = ({ missed }: Pick<UpdatesState, 'missed'>): string | null =>
  missed === null ? null : t(`update.missed.${missed}`);
