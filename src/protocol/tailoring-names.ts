/** The ways of tailoring by name, apart from the reasons for them: a log names them and needs no more. */
export type TailoringId =
  | 'frontalis-higher'
  | 'frontalis-lateral-spared'
  | 'frontalis-reduced'
  | 'corrugator-reduced'
  | 'paraspinal-higher'
  | 'paraspinal-reduced'
  | 'trapezius-reduced'
  | 'other';

export const tailoringNames: Readonly<Record<TailoringId, string>> = {
  'frontalis-higher': 'Frontalis placed higher',
  'frontalis-lateral-spared': 'Lateral frontalis spared',
  'frontalis-reduced': 'Frontalis reduced',
  'corrugator-reduced': 'Corrugator reduced',
  'paraspinal-higher': 'Cervical paraspinal placed higher',
  'paraspinal-reduced': 'Cervical paraspinal reduced or left out',
  'trapezius-reduced': 'Trapezius reduced or left out',
  other: 'Another deviation',
};
