import { createContext, use } from 'react';
import type { HandProps } from '../../../scene/hand-props';
import type { HandTools } from '../../../scene/map-props';
import { SkinHand } from '../../../scene/skin-hand';
import { useTheme } from '../../services';

type Paint = Pick<HandProps, 'painting' | 'onStroke' | 'onStrokeEnd'>;
export const PaintContext = createContext<Paint | null>(null);

/** A patient's hand on the skin: it paints, or turns the head. */
export function PainHand(tools: HandTools) {
  const theme = useTheme();
  const paint = use(PaintContext);
  if (paint === null) return null;
  return (
    <SkinHand
      {...tools}
      {...paint}
      theme={theme}
      site={null}
      dropped={null}
      ask={noAnswer}
      onDrop={ignore}
      onOff={ignore}
      onFixed={ignore}
      moved={none}
      offers={none}
    />
  );
}

const none: readonly never[] = [];
const ignore = () => undefined;
const noAnswer = () => Promise.resolve(null);
