import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { Said, Tone } from '../../../state/outcomes/course-response-text';
import parts from './parts.module.css';

const icons: Readonly<Record<Tone, typeof CircleCheck>> = { good: CircleCheck, bad: CircleX, open: CircleHelp };

/** What a rule says of the patient: the answer, how it comes about, and where the rule was read. */
export function SaidBox({ said: { tone, title, lines, from } }: { readonly said: Said }) {
  const Icon = icons[tone];
  return (
    <div className={parts['said']} data-tone={tone}>
      <Icon size={20} aria-hidden="true" />
      <div>
        <p className={parts['saidTitle']}>{title}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {from !== '' && <p className={parts['fine']}>{from}</p>}
      </div>
    </div>
  );
}
