import '../../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SkinOffset, SkinRay, Vec3 } from '../../anatomy/anchor';
import { offsetSentence } from '../../anatomy/sentence';
import type { Attempt, Pin, PlacementTask, TaskGroup } from '../../learn/exam';
import type { Message } from '../../messages/translate';
import type { AnatomyService, SkinQuery } from '../anatomy-service';
import { type StepWay, stepped } from './exam-step';

/** A pin that may still be moved. */
export type ExamPin = Pin & {
  readonly id: string;
  /** Unit outward normal of the skin there; null until the anatomy has answered. */
  readonly normal: Vec3 | null;
  /** Where it was put in the trainee's own words; null where it was put there by hand. Nothing more is told of it. */
  readonly told: SkinOffset | null;
};

/** `group`: which of the task's groups is placed now. */
export type ExamPlacingState = {
  readonly group: number;
  readonly pins: readonly ExamPin[];
  /** Of the groups before, which were confirmed. */
  readonly earlier: readonly ExamPin[];
  readonly selected: string | null;
  /** When the head was shown, ms of the clock; null until then. */
  readonly startedAt: number | null;
  readonly canUndo: boolean;
  readonly said: { readonly kind: 'done' | 'refused'; readonly message: Message } | null;
};

type Deps = {
  readonly task: PlacementTask;
  readonly resolve: AnatomyService['resolve'];
  /** A clock that only ever goes forward, ms. */
  readonly clock: () => number;
};

export type ExamPlacing = ReturnType<typeof createExamPlacing>;

/**
 * Placing the sites of a task, group by group, by hand or by landmark. Nothing that it says tells how near a pin is.
 * A group holds as many pins as it asks for: a further one is refused and never takes the place of another.
 */
export function createExamPlacing({ task, resolve, clock }: Deps) {
  const store: StoreApi<ExamPlacingState> = createStore<ExamPlacingState>(() => ({
    group: 0,
    pins: [],
    earlier: [],
    selected: null,
    startedAt: null,
    canUndo: false,
    said: null,
  }));
  const get = store.getState;
  /** The pins of the group as they stood before each change. */
  let before: (readonly ExamPin[])[] = [];
  const confirmed: (readonly Pin[])[] = [];
  const asked = new Set<Promise<void>>();
  let count = 0;

  const group = (): TaskGroup => {
    const present = task.groups[get().group];
    if (present === undefined) throw new RangeError('the task has no such group');
    return present;
  };
  const full = (): boolean => get().pins.length >= group().asked.length;
  const sinceShown = (): number => clock() - (get().startedAt ?? clock());

  const say = (kind: 'done' | 'refused', key: Message['key'], values: Message['values'] = {}): void => {
    store.setState({ said: { kind, message: { key, values } } });
  };

  const change = (pins: readonly ExamPin[], selected: string | null): void => {
    before = [...before, get().pins];
    store.setState({ pins, selected, canUndo: true });
  };

  /** Wherever a pin stands as it was put down, in the present or to be undone to: now it is known, or was none. */
  const settle = (was: ExamPin, now: ExamPin | null): void => {
    const settled = (pins: readonly ExamPin[]): readonly ExamPin[] =>
      pins.flatMap((pin) => (pin !== was ? [pin] : now === null ? [] : [now]));
    before = before.map(settled);
    const pins = settled(get().pins);
    store.setState({ pins, selected: pins.some(({ id }) => id === get().selected) ? get().selected : null });
  };

  const find = async (query: SkinQuery): Promise<Pick<ExamPin, 'positionMm' | 'normal'> | null> => {
    const found = await resolve(query, task.head);
    if (typeof found !== 'string') return { positionMm: found.positionMm, normal: found.normal };
    say('refused', found === 'off-skin' ? 'exam.offSkin' : 'exam.notReady');
    return null;
  };

  /** Waited for before a group is confirmed. */
  const track = (work: Promise<void>): Promise<void> => {
    asked.add(work);
    return work.finally(() => asked.delete(work));
  };

  /** Puts a pin where a pointer saw it, and then where that is on the skin. */
  const byHand = async (id: string | null, ray: SkinRay, at: Vec3): Promise<void> => {
    const own = id ?? newId();
    const pin: ExamPin = { id: own, positionMm: at, normal: null, told: null, atMs: sinceShown(), by: 'pointer' };
    const { pins } = get();
    const moved = pins.findIndex((one) => one.id === id);
    change(id === null ? [...pins, pin] : pins.map((one) => (one.id === id ? pin : one)), own);
    say('done', id === null ? 'exam.placed' : 'exam.moved', countOf(id === null ? pins.length : moved));
    const found = await find({ kind: 'ray', ray });
    // What is off the skin was no change: the pin stands where it stood, if it did.
    settle(pin, found === null ? (pins[moved] ?? null) : { ...pin, ...found });
  };

  const byLandmark = async (id: string | null, offset: SkinOffset): Promise<boolean> => {
    const present = get().group;
    const atMs = sinceShown();
    // The first answer takes a while where the full head has just come.
    say('done', 'exam.asking');
    const found = await find({ kind: 'offset', ...offset });
    if (found === null || get().group !== present) return false;
    const { pins } = get();
    const moved = pins.findIndex((one) => one.id === id);
    if (id !== null ? moved < 0 : full()) {
      refuseFull();
      return false;
    }
    const pin: ExamPin = { id: id ?? newId(), ...found, told: offset, atMs, by: 'landmark' };
    change(id === null ? [...pins, pin] : pins.map((one) => (one.id === id ? pin : one)), pin.id);
    const where = offsetSentence(offset);
    const values = { ...countOf(id === null ? pins.length : moved), where };
    say('done', id === null ? 'exam.placedAt' : 'exam.movedTo', values);
    return true;
  };

  const newId = (): string => {
    count += 1;
    return `pin-${String(count)}`;
  };
  const countOf = (index: number) => ({ n: index + 1, of: group().asked.length });
  const refuseFull = (): void => say('refused', 'exam.full', { of: group().asked.length });

  return {
    store,
    task,
    /** The head is there: from now on time counts. */
    begin: (): void => {
      if (get().startedAt === null) store.setState({ startedAt: clock() });
    },
    select: (id: string | null): void => {
      store.setState({ selected: id });
    },
    place: (ray: SkinRay, at: Vec3): Promise<void> => {
      if (!full()) return track(byHand(null, ray, at));
      refuseFull();
      return Promise.resolve();
    },
    move: (id: string, ray: SkinRay, at: Vec3): Promise<void> => track(byHand(id, ray, at)),
    /** Puts a pin at an offset from a landmark, or moves one there. True if it was done. */
    placeAt: async (offset: SkinOffset, id: string | null = null): Promise<boolean> => {
      if (id === null && full()) {
        refuseFull();
        return false;
      }
      let done = false;
      await track(
        byLandmark(id, offset).then((yes) => {
          done = yes;
        }),
      );
      return done;
    },
    /** Moves a pin 1 mm along the skin. */
    step: async (id: string, way: StepWay): Promise<void> => {
      const { pins } = get();
      const at = pins.findIndex((pin) => pin.id === id);
      const pin = pins[at];
      if (pin === undefined || pin.normal === null) return;
      const to = stepped(pin.positionMm, pin.normal, way);
      if (to === null) {
        say('refused', 'exam.noStep');
        return;
      }
      await track(
        find({ kind: 'point', positionMm: to }).then((found) => {
          // Meanwhile it was moved, taken away or confirmed.
          if (found === null || !get().pins.includes(pin)) return;
          const next: ExamPin = { ...pin, ...found, told: null, atMs: sinceShown() };
          change(
            get().pins.map((one) => (one === pin ? next : one)),
            id,
          );
          say('done', `exam.stepped.${way}`, countOf(at));
        }),
      );
    },
    remove: (id: string): void => {
      const { pins } = get();
      const at = pins.findIndex((pin) => pin.id === id);
      if (at < 0) return;
      change(
        pins.filter((pin) => pin.id !== id),
        null,
      );
      say('done', 'exam.removed', countOf(at));
    },
    undo: (): void => {
      const pins = before.at(-1);
      if (pins === undefined) return;
      before = before.slice(0, -1);
      store.setState({ pins, selected: null, canUndo: before.length > 0 });
      say('done', 'exam.undone', { n: pins.length, of: group().asked.length });
    },
    /** Leaves the group as it stands, and says what was done once it was the last; null while there is another. */
    confirm: async (): Promise<Attempt | null> => {
      const tookMs = sinceShown();
      const { group: present } = get();
      await Promise.all(asked);
      if (get().group !== present || confirmed.length > present) return null;
      const { pins, earlier } = get();
      confirmed.push(pins.map(({ positionMm, atMs, by }) => ({ positionMm, atMs, by })));
      before = [];
      if (present + 1 >= task.groups.length) return { pins: [...confirmed], tookMs };
      const rest = { pins: [], selected: null, canUndo: false, said: null };
      store.setState({ group: present + 1, earlier: [...earlier, ...pins], ...rest });
      return null;
    },
  };
}
