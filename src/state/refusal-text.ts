import type { Refusal } from '../ledger/refusal';
import { listed } from '../messages/locale';
import type { Message } from '../messages/translate';
import { t } from '../messages/translate';
import { ftpMuscles } from '../protocol/paradigm';
import type { StoreError } from '../record/ports';
import { muscleName } from './site-text';

/** "temporalis, occipitalis, and trapezius", from the table. */
export const allowedMuscles = (): string => listed(ftpMuscles.map((id) => muscleName(id).toLowerCase()));

/** A refusal in plain words: the rule that stands against it, and what to do. */
export function refusalMessage(refusal: Refusal): Message {
  switch (refusal.kind) {
    case 'NotAnAliquot':
      return { key: 'refused.NotAnAliquot', values: { asked: refusal.asked, aliquot: refusal.aliquot } };
    case 'NotWholeAliquots':
      return { key: 'refused.NotWholeAliquots', values: { asked: refusal.asked, aliquot: refusal.aliquot } };
    case 'NotAnAmount':
      return { key: 'refused.NotAnAmount', values: { asked: refusal.asked } };
    case 'CapExceeded':
      return { key: 'refused.CapExceeded', values: { cap: refusal.cap, committed: refusal.committed } };
    case 'FtpNotAllowedHere':
      return {
        key: 'refused.FtpNotAllowedHere',
        values: { muscle: muscleName(refusal.muscle).toLowerCase(), allowed: allowedMuscles() },
      };
    case 'MuscleCapExceeded':
      return {
        key: 'refused.MuscleCapExceeded',
        values: {
          muscle: muscleName(refusal.muscle).toLowerCase(),
          extras: refusal.extras,
          cap: refusal.cap,
          committed: refusal.committed,
          sessionCap: refusal.sessionCap,
        },
      };
    case 'VialExhausted':
      return { key: 'refused.VialExhausted', values: { left: refusal.left, asked: refusal.asked } };
    case 'MovedElsewhere':
      return {
        key: 'refused.MovedElsewhere',
        values: { found: `${muscleName(refusal.muscle).toLowerCase()} ${refusal.side}` },
      };
    case 'MoreThanVialHolds':
      return { key: 'refused.MoreThanVialHolds', values: { left: refusal.left, asked: refusal.asked } };
    case 'StillPlanned':
      return { key: 'refused.StillPlanned', values: { sites: refusal.sites } };
    case 'UnknownVial':
    case 'UnknownSite':
    case 'SiteAlreadyPlanned':
    case 'SiteAlreadyGiven':
    case 'SiteSkipped':
    case 'AnchorElsewhere':
    case 'NothingToVoid':
    case 'UnknownEntry':
    case 'AlreadyVoided':
    case 'ReasonMissing':
    case 'PlaceMissing':
    case 'Stopped':
    case 'NothingToUndo':
    case 'NothingToRedo':
      return { key: `refused.${refusal.kind}` };
  }
}

/** Why something could not be read or written, as the end of a sentence. */
export function storeErrorText(error: StoreError): string {
  switch (error.kind) {
    case 'Damaged':
    case 'Unavailable':
      return t(`store.${error.kind}`, { why: error.why });
    case 'NotFound':
    case 'Conflict':
    case 'NewerVersion':
    case 'DiskFull':
    case 'Locked':
    case 'ReadOnly':
      return t(`store.${error.kind}`);
  }
}
