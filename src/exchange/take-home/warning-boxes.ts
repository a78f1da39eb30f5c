import type { Element, Pen, Style } from '../pdf/pen';
import { baseline, type Block, inks, lineHeight, type Sheet } from '../pdf/sheet';
import type { TakeHomeGroup } from './take-home-document';

const alarm = '#A5201B';
const callInk = '#7A4300';
const white = '#FFFFFF';
const inner = 12;
const between = 10;
const bulletAt = 11;
/** Between the list and what stands under it. */
const belowGap = 4;

/**
 * The signs to get help for, in frames beside each other; those for an ambulance on a ground of their own. One block: no page
 * parts them.
 */
export function warningBoxes(
  pen: Pen,
  root: () => Element,
  groups: readonly TakeHomeGroup[],
  { left, right }: Sheet,
  size: number,
): Block {
  const own = groups.filter(({ heading }) => heading !== null);
  const width = (right - left - between * Math.max(0, own.length - 1)) / Math.max(1, own.length);
  const boxes = own.map((group, n) => box(pen, group, { x: left + n * (width + between), width }, size));
  const height = Math.max(0, ...boxes.map((one) => one.height));
  return {
    height,
    gap: 7,
    draw(y) {
      for (const one of boxes) one.draw(root(), y, height);
    },
  };
}

/** A paragraph under the list. */
type Under = { readonly lines: ReturnType<Pen['lines']>; readonly size: number };

function box(
  pen: Pen,
  { heading, urgent, items, call, after }: TakeHomeGroup,
  { x, width }: { readonly x: number; readonly width: number },
  size: number,
) {
  const head: Style = { cut: 'bold', size: 12, colour: urgent ? white : callInk };
  const style: Style = { cut: 'semibold', size, colour: urgent ? white : inks.strong };
  const titles = pen.lines([{ text: heading ?? '', style: head }], width - 2 * inner);
  const set = items.map((text) => pen.lines([{ text, style }], width - 2 * inner - bulletAt));
  const under = (text: string | undefined, set: Style): readonly Under[] =>
    text === undefined ? [] : [{ lines: pen.lines([{ text, style: set }], width - 2 * inner), size: set.size }];
  const below = [...under(call?.text, { ...style, cut: 'bold', size: size + 1 }), ...under(after ?? undefined, style)];
  const rows = set.reduce((sum, lines) => sum + lines.length, 0);
  const headHeight = titles.length * lineHeight(head.size);
  return {
    height:
      18 +
      headHeight +
      rows * lineHeight(size) +
      Math.max(0, set.length - 1) * 1.5 +
      below.reduce((sum, one) => sum + belowGap + one.lines.length * lineHeight(one.size), 0),
    draw(root: Element, y: number, height: number) {
      pen.aside(() => {
        const frame = pen.doc.roundedRect(x, y, width, height, 8);
        if (urgent) frame.fill(alarm);
        else frame.lineWidth(1.4).fillAndStroke('#FDF4E3', callInk);
      });
      pen.as(root, 'H3', () => {
        for (const [n, line] of titles.entries())
          pen.put(line, x + inner, y + 9 + n * lineHeight(head.size) + baseline(head.size));
      });
      const list = pen.group(root, 'L');
      let top = y + 9 + headHeight;
      for (const lines of set) {
        const from = top;
        const item = pen.group(list, 'LI');
        pen.as(item, 'Lbl', () => pen.put([{ text: '•', style }], x + inner, from + baseline(size)));
        pen.as(item, 'LBody', () => {
          for (const [n, line] of lines.entries())
            pen.put(line, x + inner + bulletAt, from + n * lineHeight(size) + baseline(size));
        });
        top += lines.length * lineHeight(size) + 1.5;
      }
      top -= 1.5;
      for (const { lines, size: each } of below) {
        const from = top + belowGap;
        pen.as(root, 'P', () => {
          for (const [n, line] of lines.entries())
            pen.put(line, x + inner, from + n * lineHeight(each) + baseline(each));
        });
        top = from + lines.length * lineHeight(each);
      }
    },
  };
}
