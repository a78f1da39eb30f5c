import '../messages/later';
import { type MessageKey, t } from '../messages/translate';
import type { DamageKind } from '../record/damage';

const keys: Readonly<Record<DamageKind, MessageKey>> = {
  missing: 'damage.missing',
  'not text': 'damage.notText',
  'not a number': 'damage.notNumber',
  'not a whole number': 'damage.notWhole',
  'not true or false': 'damage.notBoolean',
  'not a list': 'damage.notList',
  'not an object': 'damage.notObject',
  empty: 'damage.empty',
  'out of range': 'damage.range',
  'not a multiple of the aliquot': 'damage.aliquot',
  'not a date and time with offset': 'damage.time',
  'a time that no clock shows': 'damage.clock',
  'not an id': 'damage.id',
  'not a date': 'damage.date',
  'not an allowed value': 'damage.value',
  'of the wrong length': 'damage.length',
  'used twice': 'damage.twice',
  'against the rules of the ledger': 'damage.rules',
  'a forbidden name': 'damage.name',
  'nested too deep': 'damage.deep',
};

/** What is wrong with a value, in the reader's language. */
export const damageText = (what: DamageKind): string => t(keys[what]);
