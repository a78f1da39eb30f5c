import type { HeadModel } from '../anatomy/head-model';
import type { MapId } from '../protocol/words';
import { type Ahead, type AnatomyDesk, type Answer, createAnatomyDesk, type Question } from './anatomy-desk';
import { standardCurves } from './standard-curves';

export type ToAnatomy =
  | { readonly kind: 'model'; readonly model: HeadModel; readonly map: MapId; readonly when: Ahead }
  | { readonly kind: 'ahead' }
  | Question;
export type FromAnatomy = { readonly kind: 'ready' } | Answer;

/** The anatomy off the main thread: building its search trees and walking the skin never hold up a tap. */
let desk: AnatomyDesk | null = null;

const reply = (message: FromAnatomy) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<ToAnatomy>) => {
  if (data.kind === 'model') {
    desk = createAnatomyDesk(data.model, standardCurves, data.map, setTimeout, data.when);
    reply({ kind: 'ready' });
    return;
  }
  if (desk === null) throw new Error('the anatomy was asked before it had a head');
  if (data.kind === 'ahead') desk.ahead();
  else reply(desk.answer(data));
});
