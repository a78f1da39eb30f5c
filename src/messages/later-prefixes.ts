/** Messages whose key begins so are shown only by what is fetched after the first load. */
export const laterPrefixes = [
  'amend.',
  'audit.',
  'finish.',
  'problem.',
  'signature.',
  'signedFile.',
  'signing.',
  'versions.',
  'backup.',
  'file.',
  'finding.',
  'lock.',
  'protect.',
  'records.',
  'settings.',
  'vault.',
  'visit.',
  'wipe.',
] as const;

export const isLater = (key: string): boolean => laterPrefixes.some((prefix) => key.startsWith(prefix));
