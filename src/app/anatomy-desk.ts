import { Anatomy } from '../anatomy/anatomy';
import { ChartedHead, type WhatLies } from '../anatomy/charted-head';
import { type CutPoint, crossSection } from '../anatomy/cross-section';
import type { Vec3 } from '../anatomy/anchor';
import type { HeadModel } from '../anatomy/head-model';
import type { HeadCurves } from '../anatomy/head-size';
import { type MoveError, type MoveQuestion, moveSite } from '../anatomy/move-site';
import { findPain, type PainAnswer, type PainQuestion } from '../anatomy/pain-spots';
import { type PlacedHead, placeHead } from '../anatomy/placed-head';
import { placeByOffset, type ResolveError, type Resolved, resolvePoint, resolveRay } from '../anatomy/resolve-skin';
import { type RuleWalk, walkRule } from '../anatomy/rule-walk';
import type { SurfacePoint } from '../anatomy/surface';
import { readVariant, standardVariant } from '../anatomy/variant';
import { variantHead } from '../anatomy/variant-head';
import { solveWarp } from '../anatomy/variant-solve';
import type { Attempt, PlacementTask, Score } from '../learn/exam';
import { scoreAttempt } from '../learn/scoring';
import { type MapId, ok, type Result, type SiteId } from '../protocol/words';
import type { CutQuery, MoveAnswer, SkinQuery } from '../state/anatomy-service';
import { createIdleWork, type Later } from './idle-work';

/** Every question names the head it is about, by the text of its variant, and the map whose sites stand on it. */
type Asked = { readonly n: number; readonly head: string; readonly map: MapId };
export type Question =
  | ({ readonly kind: 'ask'; readonly query: SkinQuery } & Asked)
  | ({ readonly kind: 'move'; readonly question: MoveQuestion } & Asked)
  | ({ readonly kind: 'pain'; readonly question: PainQuestion } & Asked)
  | ({ readonly kind: 'cut'; readonly query: CutQuery } & Asked)
  | ({ readonly kind: 'between'; readonly from: Vec3; readonly to: Vec3 } & Asked)
  | ({ readonly kind: 'score'; readonly task: PlacementTask; readonly attempt: Attempt } & Asked)
  | ({ readonly kind: 'rule'; readonly site: SiteId } & Asked)
  | ({ readonly kind: 'place' } & Asked);

/** What lies at a point, in the words of the record and by distances along the skin. */
export type Found = Resolved & Pick<WhatLies, 'nearestSite' | 'nearestLandmark' | 'zones'>;
export type Answer =
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Result<Found, ResolveError> }
  | { readonly kind: 'move'; readonly n: number; readonly answer: Result<MoveAnswer, MoveError> }
  | { readonly kind: 'pain'; readonly n: number; readonly answer: PainAnswer }
  | { readonly kind: 'cut'; readonly n: number; readonly answer: readonly CutPoint[] | null }
  | { readonly kind: 'between'; readonly n: number; readonly answer: number | null }
  | { readonly kind: 'score'; readonly n: number; readonly answer: Score | null }
  | { readonly kind: 'rule'; readonly n: number; readonly answer: RuleWalk | null }
  | { readonly kind: 'place'; readonly n: number; readonly answer: PlacedHead | null };

/** When work ahead begins. A picture (`cut`) needs none of it. */
export type Ahead = 'at-once' | 'asked';

export type AnatomyDesk = {
  readonly answer: (question: Question) => Answer;
  /** Begins to work ahead: a point will be asked about before long. */
  readonly ahead: () => void;
};

/**
 * Answers questions about heads, and works out ahead what will be asked about the one that was asked about last and
 * about the standard one, while nobody asks.
 * @param map whose sites are worked out before the first question, where it is `asked` at once
 * @param when `asked`: nothing is worked ahead before something is asked that it is of use to
 */
export function createAnatomyDesk(
  model: HeadModel,
  curves: HeadCurves,
  map: MapId,
  later: Later,
  when: Ahead = 'at-once',
): AnatomyDesk {
  const standard = new ChartedHead(new Anatomy(model));
  /** The other head that was asked about last: sliders and sessions stay with one for a while. */
  let other: { readonly variant: string; readonly head: ChartedHead } | null = null;
  const turnTo = createIdleWork(later);
  let begun = when === 'at-once';
  if (begun) turnTo(standard.steps(map));

  /** The head of a variant, made if it is not the one made last; null where it cannot be. */
  const headOf = (variant: string): ChartedHead | null => {
    if (variant === standardVariant) return standard;
    if (other?.variant === variant) return other.head;
    const size = readVariant(variant);
    if (!size.ok || size.value === null) return null;
    const warp = solveWarp(curves, size.value);
    if (!warp.ok) return null;
    const head = new ChartedHead(new Anatomy(variantHead(model, curves, size.value, warp.value)));
    other = { variant, head };
    return head;
  };

  const answerOn = (head: ChartedHead | null, question: Question): Answer => {
    const { n } = question;
    switch (question.kind) {
      case 'place': {
        const placed = head === null ? null : placeHead(head.anatomy);
        return { kind: 'place', n, answer: placed?.ok === true ? placed.value : null };
      }
      case 'cut': {
        const { frame, window } = question.query;
        // A head that cannot be made is drawn as the standard one, and asked as what is drawn.
        return { kind: 'cut', n, answer: crossSection((head ?? standard).anatomy.skin, frame, window) };
      }
      case 'between':
        return { kind: 'between', n, answer: head === null ? null : between(head.anatomy, question.from, question.to) };
      case 'score':
        return { kind: 'score', n, answer: head === null ? null : scoreAttempt(head, question.task, question.attempt) };
      case 'rule': {
        const walked = head === null ? null : walkRule(head.anatomy, question.map, question.site);
        return { kind: 'rule', n, answer: walked?.ok === true ? walked.value : null };
      }
      case 'move':
        return { kind: 'move', n, answer: moved(head ?? standard, question.question, question.map) };
      case 'pain': {
        const on = head ?? standard;
        const lies = (point: SurfacePoint) => on.whatLiesAt(point, question.map);
        return { kind: 'pain', n, answer: findPain(on.anatomy, lies, question.question) };
      }
      case 'ask':
        return { kind: 'answer', n, answer: find(head ?? standard, question.query, question.map) };
    }
  };

  return {
    answer: (question) => {
      const head = headOf(question.head);
      try {
        return answerOn(head, question);
      } finally {
        begun ||= question.kind !== 'cut';
        if (begun)
          turnTo(
            head === null || head === standard ? standard.steps(question.map) : both(head, standard, question.map),
          );
      }
    },
    ahead: () => {
      if (!begun) turnTo(standard.steps(map));
      begun = true;
    },
  };
}

/** Works ahead on one head and then goes on with another. */
function* both(first: ChartedHead, then: ChartedHead, map: MapId): Generator<string> {
  yield* first.steps(map);
  yield* then.steps(map);
}

function find(head: ChartedHead, query: SkinQuery, map: MapId): Result<Found, ResolveError> {
  const resolved = resolve(head.anatomy, query);
  if (!resolved.ok) return resolved;
  const { nearestSite, nearestLandmark, zones } = head.whatLiesAt(pointOf(resolved.value), map);
  return ok({ ...resolved.value, nearestSite, nearestLandmark, zones });
}

function moved(head: ChartedHead, question: MoveQuestion, map: MapId): Result<MoveAnswer, MoveError> {
  const to = moveSite(head.anatomy, question);
  return to.ok ? ok({ ...to.value, zones: head.whatLiesAt(pointOf(to.value.anchor), map).zones }) : to;
}

/** Points that lie farther than this from the skin, mm, are none of this head's. */
const offSkin = 2;

function between(on: Anatomy, from: Vec3, to: Vec3): number | null {
  const [start, end] = [on.skin.closestWithin(from, offSkin), on.skin.closestWithin(to, offSkin)];
  return start === null || end === null ? null : on.regions.between(start, end);
}

const pointOf = ({ positionMm, normal, triangle, weights }: Omit<SurfacePoint, 'position'> & { positionMm: Vec3 }) => ({
  position: positionMm,
  normal,
  triangle,
  weights,
});

function resolve(on: Anatomy, query: SkinQuery): Result<Resolved, ResolveError> {
  switch (query.kind) {
    case 'ray':
      return resolveRay(on, query.ray);
    case 'point':
      return resolvePoint(on, query.positionMm);
    case 'offset':
      return placeByOffset(on, query);
  }
}
