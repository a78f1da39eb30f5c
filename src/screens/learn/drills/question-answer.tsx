import type { Given } from '../../../learn/questions/check-answer';
import type { Answer } from '../../../learn/questions/question';
import { ChoiceAnswer } from './choice-answer';
import { NumberAnswer } from './number-answer';
import { OrderAnswer } from './order-answer';
import { PlanAnswer } from './plan-answer';

export type AnswerProps<A extends Answer> = {
  readonly answer: A;
  /** The id of the question's words. */
  readonly labelledBy: string;
  readonly given: Given | null;
  /** The answer was checked: nothing changes any more, and what is right is shown. */
  readonly checked: boolean;
  /** Whether it will be checked: in an assessment nothing is said of an answer. */
  readonly checks: boolean;
  readonly onGiven: (given: Given | null) => void;
};

/** What an answer is given with. */
export function QuestionAnswer({ answer, ...rest }: AnswerProps<Answer>) {
  switch (answer.kind) {
    case 'choice':
    case 'several':
      return <ChoiceAnswer answer={answer} {...rest} />;
    case 'number':
      return <NumberAnswer answer={answer} {...rest} />;
    case 'order':
      return <OrderAnswer answer={answer} {...rest} />;
    case 'find-row':
      return <PlanAnswer answer={answer} {...rest} />;
  }
}
