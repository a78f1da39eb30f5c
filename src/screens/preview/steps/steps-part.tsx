import { useEffect } from 'react';
import { routeFragment } from '../../../state/route';
import { previewHome } from '../../../state/preview/view';
import { factsOf, isArea, linesOf, shortName, stepAt, stepIds, stepTitle } from '../../../state/preview/steps';
import { usePractice } from '../../services';
import { Frame, WayOn } from '../frame';
import type { PreviewPartProps } from '../preview-screen';
import { usePreview, usePreviewView } from '../use-preview';
import { AreaHead, AreaStep } from './area-step';
import { Dots } from './dots';
import { ScreenStep } from './screen-step';
import { FactSources } from './step-sources';

const areas = stepIds.filter(isArea).length;
const addressOf = (n: number): string => routeFragment({ screen: 'preview', part: 'steps', at: String(n) });

/** What will happen, one idea a screen. The arrows and Enter lead on and back, Escape out. */
export function StepsPart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const home = previewHome(usePreviewView(({ patient }) => patient));
  const practice = usePractice((now) => now);
  const { region } = practice;
  const n = stepAt(at);
  const step = stepIds[n - 1] ?? 'corrugator';
  const next = stepIds[n];
  const back = n === 1 ? home : addressOf(n - 1);
  const on = next === undefined ? home : addressOf(n + 1);
  useStepKeys(back, on);
  const onArea = isArea(step);
  return (
    <Frame
      title={stepTitle(words, step)}
      {...(onArea ? { over: words.say('preview.step', { step: n, total: areas }) } : {})}
      middle={<Dots at={n - 1} />}
      // The same head all along, so that it turns from area to area.
      {...(onArea ? { picture: <AreaHead muscle={step} /> } : {})}
      aloud={linesOf(words, step, practice)}
      {...(step === 'warn' ? { tone: 'alarm' } : {})}
      foot={
        <WayOn
          back={back}
          on={{
            href: on,
            label:
              next === undefined
                ? words.say('preview.finish')
                : words.say('preview.next', { area: shortName(words, next) }),
          }}
        />
      }
    >
      {onArea ? <AreaStep muscle={step} /> : <ScreenStep step={step} />}
      <FactSources facts={factsOf(step, region)} />
    </Frame>
  );
}

/** What has a use of its own for a key keeps it: the head turns by the arrows, a link follows Enter. */
const ownsEnter = 'a, button, summary, input, select, textarea';
const ownsArrows = 'input, select, textarea, [role="group"][tabindex]';

function useStepKeys(back: string, on: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const goes =
        event.key === 'Enter' && target?.closest(ownsEnter) == null
          ? on
          : target?.closest(ownsArrows) != null
            ? null
            : event.key === 'ArrowRight'
              ? on
              : event.key === 'ArrowLeft'
                ? back
                : null;
      if (goes === null) return;
      event.preventDefault();
      location.hash = goes;
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [back, on]);
}
