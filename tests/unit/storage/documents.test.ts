import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { openMemoryRecords } from '../../../src/storage/memory-records';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { freshName } from '../../support/vault-rows';
import { describeDocuments } from './document-contract';

const now = () => '2026-03-02T10:00:00+01:00';
const opened: KeptRecords[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

describeDocuments('the vault', () => {
  const records = openRecords({ name: freshName(), now });
  opened.push(records);
  return Promise.resolve(records);
});
describeDocuments('the vault in memory', () => openMemoryRecords({ now }));
