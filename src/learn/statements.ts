import { mapChanges } from '../protocol/maps/changes';
import { mapOf } from '../protocol/maps';
import { muscleOf } from '../protocol/paradigm';
import type { MapId, MuscleId } from '../protocol/words';
import { muscleFacts, type FactAbout } from '../protocol/muscle-facts';
import { preventing, whatGoesWrong } from './statements-hazards';
import { depthTold, needleTold } from './statements-needle';
import type { Told } from './statements-row';
import { whereTold } from './statements-where';

/** What is told of a muscle, in the order in which it is told. */
export const topics = ['where', 'action', 'nerve', 'find', 'needle', 'depth', 'wrong', 'prevent'] as const;
export type Topic = (typeof topics)[number];

/**
 * Something that is shown to a learner. Either it has sources, or it is told as a teaching convention: it is taught so, or
 * chosen here, and nothing was read for it.
 */
export type Statement = Told & {
  /** "temporalis wrong 3". The same as long as the tables are. */
  readonly id: string;
  readonly muscle: MuscleId;
  readonly topic: Topic;
  readonly convention: boolean;
};

/** All that is told of a muscle on a map, topic by topic. Everything comes from the tables of the protocol. */
export function statementsOf(map: MapId, muscle: MuscleId): readonly Statement[] {
  // What two tables say alike is told once.
  const before = new Set<string>();
  return topics.flatMap((topic) =>
    told(map, muscle, topic)
      .filter(({ text }) => !before.has(text) && before.add(text))
      .map((row, n) => statement(muscle, topic, n + 1, row)),
  );
}

function told(map: MapId, muscle: MuscleId, topic: Topic): readonly Told[] {
  switch (topic) {
    case 'where':
      return whereTold(muscle);
    case 'action':
    case 'nerve':
      return factsAbout(muscle, topic);
    case 'find':
      return [...rulesTold(map, muscle), ...mapChanges[muscle]];
    case 'needle':
      return needleTold(map, muscle);
    case 'depth':
      return depthTold(map, muscle);
    case 'wrong':
      return whatGoesWrong(map, muscle);
    case 'prevent':
      return preventing(map, muscle);
  }
}

const factsAbout = (muscle: MuscleId, about: FactAbout): readonly Told[] =>
  muscleFacts[muscle].filter((fact) => fact.about === about);

/** The rule of each ordinal, and where published sources disagree with it. */
function rulesTold(map: MapId, muscle: MuscleId): readonly Told[] {
  const alone = mapOf(map).sites[muscle].length === 1;
  const { name } = muscleOf(muscle);
  return mapOf(map).sites[muscle].flatMap(({ rule }, n) => {
    const ordinal = n + 1;
    const site = alone ? name : `${name} ${String(ordinal)}`;
    const { sentence, evidence, sources, conflict = [] } = rule;
    return [
      { text: `${site}: ${sentence}`, evidence, sources, ordinal },
      ...conflict.map((told, at) => ({
        ...told,
        text: at === 0 ? `Sources disagree. ${told.text}` : told.text,
        ordinal,
      })),
    ];
  });
}

const statement = (muscle: MuscleId, topic: Topic, n: number, row: Told): Statement => ({
  id: `${muscle} ${topic} ${String(n)}`,
  muscle,
  topic,
  text: row.text,
  evidence: row.evidence,
  sources: row.sources,
  ...(row.ordinal === undefined ? {} : { ordinal: row.ordinal }),
  convention: row.taught === true,
});

/** Whether a statement may be shown: it has a source, or is marked as a convention. A test holds every one to it. */
export const isSupported = ({ sources, convention }: Statement): boolean => sources.length > 0 || convention;

/** Whether it awaits clinical sign-off, and is shown so: everything that was not read in a source that can be relied on. */
export const awaitsSignOff = ({ evidence }: Pick<Statement, 'evidence'>): boolean => evidence !== 'confirmed';
