import type { NoteDocument, NoteRow } from './note-document';

const cells = {
  muscle: 'A',
  left: 'B',
  right: 'C',
  midline: '',
  sites: '1',
  units: '5',
  ml: '0.1',
  at: '10:41',
  rule: 'D',
};
const row: NoteRow = { ...cells, hue: '#334155' };
const square = 'M0 0l9 0 0 9 -9 0Z';
const lines = [{ name: 'E', text: 'F' }];

/** A note of nobody, with one of everything that a note can have. A writer that has written it writes the next sooner. */
export const sampleNote: NoteDocument = {
  language: 'en',
  fileTitle: 'G',
  madeAt: '2026-01-01T00:00:00Z',
  product: 'H',
  title: 'I',
  subtitle: 'J',
  warning: 'K',
  patient: { name: 'L', text: 'M' },
  session: 'N',
  pictures: [
    {
      title: 'O',
      alt: 'P',
      width: 100,
      height: 100,
      edges: ['Q', 'R'],
      head: { x: 0, y: 0, scale: 1, layers: [{ d: square, fill: '#F3F5F9', fillOpacity: 0.5, stroke: '#334155' }] },
      marks: [
        {
          number: '1',
          x: 1,
          y: 1,
          parts: [{ d: 'M-1 0C-1 -1 0 -1 0 -1Z', fill: '#FFFFFF' }],
          label: { x: 5, y: 5, colour: '#334155', size: 7 },
          leader: { from: { x: 1, y: 1 }, to: { x: 5, y: 5 }, colour: '#334155' },
        },
      ],
    },
  ],
  table: { name: 'S', columns: cells, rows: [row], total: cells },
  paragraphs: [{ lead: 'T', text: 'the quick brown fox jumps over the lazy dog' }],
  vials: [{ title: 'U', lines }],
  balances: [{ title: 'V', lines }],
  due: { title: 'W', day: 'X', text: 'Y' },
  signature: { name: { name: 'Z', text: 'a' }, lines: ['b'], meaning: 'c', seal: { title: 'd', lines: ['e'] } },
  footer: 'f',
  pageText: '{page} {of}',
  runningTitle: 'g',
  history: null,
  cannotShow: '{parts}',
};
