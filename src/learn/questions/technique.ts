import { mapOf } from '../../protocol/maps';
import { type Muscle, muscles, needleSize } from '../../protocol/paradigm';
import type { Needle, NeedleWay } from '../../protocol/site';
import { sitesOf } from '../../protocol/sites';
import type { MuscleId } from '../../protocol/words';
import type { Asking } from './asking';
import { choiceOf } from './choice';
import type { Because, Value } from './question';

/** Order, position, needle, what goes wrong, and the muscle of a site. What is asked is the same on every map. */

const map = mapOf('preempt-2017');
const firstOf = (muscle: MuscleId) => {
  const [first] = map.sites[muscle];
  if (first === undefined) throw new RangeError(`no site of ${muscle}`);
  return first;
};
const muscleValue = ({ id }: Pick<Muscle, 'id'>): Value => ({ kind: 'muscle', muscle: id });

const listed: Because = { kind: 'order', evidence: 'confirmed', sources: ['S2', 'S5'] };

const order: Asking = {
  id: 'fact:order',
  topic: 'order',
  muscle: null,
  ask: (chance) => ({
    asked: { kind: 'order' },
    answer: { kind: 'order', items: shuffledAnew(chance.shuffled), right: muscles.map(({ id }) => id) },
    because: [listed],
  }),
};

/** Never in the right order by chance. */
function shuffledAnew(shuffled: (all: readonly MuscleId[]) => readonly MuscleId[]): readonly MuscleId[] {
  const right = muscles.map(({ id }) => id);
  const items = shuffled(right);
  return items.every((id, at) => id === right[at]) ? right.toReversed() : items;
}

const following = muscles.slice(0, -1).map(
  (muscle, at): Asking => ({
    id: `fact:next:${muscle.id}`,
    topic: 'order',
    muscle: muscle.id,
    ask: (chance) => {
      const next = muscles[at + 1] ?? muscle;
      const others = muscles.filter(({ id }) => id !== muscle.id && id !== next.id);
      return {
        asked: { kind: 'next', muscle: muscle.id },
        answer: choiceOf(chance, muscleValue(next), others.map(muscleValue)),
        because: [listed],
      };
    },
  }),
);

const positions = muscles.map(
  (muscle): Asking => ({
    id: `fact:position:${muscle.id}`,
    topic: 'position',
    muscle: muscle.id,
    ask: (chance) => {
      const value = ({ position }: Muscle): Value => ({ kind: 'position', is: position.is });
      const { evidence, sources } = muscle.position;
      return {
        asked: { kind: 'position', muscle: muscle.id },
        answer: choiceOf(chance, value(muscle), muscles.map(value)),
        because: [{ kind: 'position', muscle: muscle.id, evidence, sources }],
      };
    },
  }),
);

const size: Because = { kind: 'needle', evidence: needleSize.evidence, sources: needleSize.sources };
const mm = (n: number): Value => ({ kind: 'amount', n, unit: 'mm' });

const needleFacts: readonly Asking[] = [
  {
    id: 'fact:gauge',
    topic: 'needle',
    muscle: null,
    ask: () => ({
      asked: { kind: 'gauge' },
      answer: { kind: 'number', right: Number.parseInt(needleSize.gauge, 10), unit: 'gauge' },
      because: [size],
    }),
  },
  {
    id: 'fact:length',
    topic: 'needle',
    muscle: null,
    ask: (chance) => ({
      asked: { kind: 'length' },
      answer: choiceOf(chance, mm(needleSize.lengthMm), [mm(needleSize.longerInNeck.lengthMm)]),
      because: [size],
    }),
  },
  {
    id: 'fact:longer',
    topic: 'needle',
    muscle: null,
    ask: (chance) => {
      const longer = muscles.filter(({ id }) => firstOf(id).needle.alternative !== undefined);
      // "In the neck", says the source, and names no muscle: of those on the back of the head and below none is surely wrong.
      const others = muscles.filter(({ position }) => position.is === 'supine');
      return {
        asked: { kind: 'longer' },
        answer: choiceOf(chance, muscleValue(chance.one(longer)), others.map(muscleValue)),
        because: [size],
      };
    },
  },
];

const wayValue = (way: NeedleWay): Value => ({ kind: 'way', degrees: way.kind === 'level' ? 'level' : way.degrees });
const said = ({ direction, depth, evidence, pose }: Needle): Because => ({
  kind: 'quoted',
  text: `${direction}; ${depth}`,
  evidence,
  sources: pose.sources,
});

const ways = muscles.map(
  ({ id }): Asking => ({
    id: `fact:way:${id}`,
    topic: 'needle',
    muscle: id,
    ask: (chance) => {
      const { needle } = firstOf(id);
      // Another way that the sentence names is not wrong.
      const also = new Set(needle.pose.alternatives.map(({ way }) => JSON.stringify(wayValue(way))));
      const others = muscles.map((row) => wayValue(firstOf(row.id).needle.pose.way));
      return {
        asked: { kind: 'way', muscle: id },
        answer: choiceOf(
          chance,
          wayValue(needle.pose.way),
          others.filter((value) => !also.has(JSON.stringify(value))),
        ),
        because: [said(needle)],
      };
    },
  }),
);

/**
 * "superficial" of "very superficial, the muscle is thin": how deep, without the reason that is the muscle's own. Very
 * superficial is superficial: no source tells them apart.
 */
const lead = ({ depth }: Needle): string => (depth.split(',')[0] ?? depth).replace(/^very /, '');
const depthValue = (text: string): Value => ({ kind: 'quoted', text });

/** Where superficial is right. Of the others it is not asked: they have a depth of their own, and a source says superficial of every muscle. */
const superficial = muscles.filter(({ id }) => lead(firstOf(id).needle) === 'superficial');

const depths = superficial.map(
  ({ id }): Asking => ({
    id: `fact:depth:${id}`,
    topic: 'needle',
    muscle: id,
    ask: (chance) => {
      const { needle } = firstOf(id);
      return {
        asked: { kind: 'depth', muscle: id },
        answer: choiceOf(
          chance,
          depthValue(lead(needle)),
          muscles.map((row) => depthValue(lead(firstOf(row.id).needle))),
        ),
        because: [said(needle)],
      };
    },
  }),
);

/** What goes wrong in one of these can go wrong in the others: none stands as a wrong answer for another. */
const alike: readonly (readonly MuscleId[])[] = [
  ['corrugator', 'procerus', 'frontalis'],
  ['occipitalis', 'paraspinal'],
  ['temporalis'],
  ['trapezius'],
];

const goesWrong = muscles.map(
  ({ id }): Asking => ({
    id: `fact:caution:${id}`,
    topic: 'cautions',
    muscle: id,
    ask: (chance) => {
      const firstCaution = (muscle: MuscleId) => firstOf(muscle).cautions[0];
      const own = firstCaution(id);
      if (own === undefined) throw new RangeError(`nothing is minded in ${id}`);
      const others = alike.filter((group) => !group.includes(id)).map((group) => firstCaution(chance.one(group)));
      return {
        asked: { kind: 'caution', muscle: id },
        answer: choiceOf(
          chance,
          { kind: 'quoted', text: own.text },
          others.flatMap((caution) => (caution === undefined ? [] : [{ kind: 'quoted', text: caution.text }])),
        ),
        because: [{ kind: 'quoted', ...own }],
      };
    },
  }),
);

const whichMuscle = muscles.map(
  (muscle): Asking => ({
    id: `fact:which:${muscle.id}`,
    topic: 'muscles',
    muscle: muscle.id,
    ask: (chance) => {
      const site = chance.one(sitesOf(map.id).filter((one) => one.muscle === muscle.id));
      return {
        asked: { kind: 'shown', site: site.id },
        answer: choiceOf(chance, muscleValue(muscle), muscles.filter(({ id }) => id !== muscle.id).map(muscleValue)),
        because: [
          {
            kind: 'quoted',
            text: site.rule.sentence,
            evidence: site.rule.evidence,
            sources: site.rule.sources,
          },
        ],
      };
    },
  }),
);

export const techniqueFacts: readonly Asking[] = [
  order,
  ...following,
  ...needleFacts,
  ...muscles.flatMap(({ id }) =>
    [whichMuscle, positions, ways, depths, goesWrong].flatMap((all) => all.filter(({ muscle }) => muscle === id)),
  ),
];
