import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../../../src/record/ports';
import { saveDetails } from '../../../../src/state/details';
import { createSecond, shownSite } from '../../../../src/state/second/follow';
import { tellSecond } from '../../../../src/state/second/tell';
import type { SecondChannel, Told } from '../../../../src/state/second/told';
import { openClinic } from '../../../support/clinic';
import { createMemoryStore, memoryDisk } from '../../../support/memory-store';

/** Windows of one browser: a disk, a channel, and a clock that runs when it is told to. */
function openBrowser() {
  const disk = memoryDisk();
  const ears = new Map<object, (told: Told) => void>();
  const sent: Told[] = [];
  const timers: { readonly at: number; readonly done: () => void }[] = [];
  let now = 0;
  let muted = false;
  const channel = (): SecondChannel => {
    const self = {};
    return {
      post: (told) => {
        sent.push(told);
        for (const [of, hear] of [...ears]) if (of !== self && !muted) hear(structuredClone(told));
      },
      hear: (listener) => {
        ears.set(self, listener);
        return () => ears.delete(self);
      },
    };
  };
  const settle = async () => {
    for (let i = 0; i < 4; i += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    disk,
    sent,
    settle,
    /** Nothing is heard any more, as of windows that crashed. */
    mute: () => {
      muted = true;
    },
    charting: async (name: string) => {
      const clinic = openClinic(disk);
      await clinic.chart.newSession();
      await clinic.settle();
      const told = tellSecond({ chart: clinic.chart.store, channel: channel(), window: name, now: () => now });
      return { ...clinic, told, id: clinic.state().session?.id ?? '' };
    },
    second: () => {
      const store = createMemoryStore({ now: () => '2026-11-23T10:00:00+00:00', disk });
      const writes: string[] = [];
      const opened: string[] = [];
      const reads: SessionStore = {
        ...store,
        save: (session) => {
          writes.push(session.id);
          return store.save(session, 0);
        },
      };
      const second = createSecond({
        sessions: reads,
        channel: channel(),
        order: () => ({ id: 'paradigm' }),
        opened: (session, how) => {
          opened.push(`${how} ${session.id}`);
          return Promise.resolve({ kind: 'unsigned' });
        },
        after: (ms, done) => {
          const timer = { at: now + ms, done };
          timers.push(timer);
          return () => {
            const at = timers.indexOf(timer);
            if (at !== -1) timers.splice(at, 1);
          };
        },
      });
      return {
        ...second,
        state: second.store.getState,
        shown: () => shownSite(second.store.getState()),
        writes,
        opened,
      };
    },
    pass: async (ms: number) => {
      const until = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.splice(timers.indexOf(due), 1);
        now = due.at;
        due.done();
        await settle();
      }
      now = until;
    },
  };
}

describe('a second screen', () => {
  it('waits while nothing is charted, and shows a session as soon as one is', async () => {
    const browser = openBrowser();
    const second = browser.second();
    await browser.pass(10_000);
    expect(second.state().session).toBeNull();
    const { id } = await browser.charting('a');
    await browser.settle();
    expect(second.state()).toMatchObject({
      session: { id },
      next: 'corrugator-L',
      charting: { here: 1, elsewhere: 0 },
    });
    expect(second.state().fold?.totals).toMatchObject({ given: 0, planned: 155 });
  });

  it('shows each step once it is saved: a dose, its undo, a skip; and turns to the site that is then shown', async () => {
    const browser = openBrowser();
    const { chart } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.give('corrugator-L');
    await browser.settle();
    expect(second.state().fold?.totals.given).toBe(5);
    expect(second.shown()).toBe('corrugator-R');
    expect(second.state().turnTo).toEqual({ site: 'corrugator-R', asked: false });
    chart.undo();
    await browser.settle();
    expect(second.state().fold?.totals.given).toBe(0);
    expect(second.state().next).toBe('corrugator-L');
    chart.skip('corrugator-R', 'Tender');
    await browser.settle();
    expect(second.state().fold?.totals.sitesSkipped).toBe(1);
  });

  it('shows nothing that is not saved', async () => {
    const browser = openBrowser();
    const { chart, store } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    store.fail({ kind: 'DiskFull' });
    chart.give('corrugator-L');
    await browser.settle();
    expect(second.state().fold?.totals.given).toBe(0);
    store.fail(null);
    chart.retrySave();
    await browser.settle();
    expect(second.state().fold?.totals.given).toBe(5);
  });

  it('shows what is selected there, or always what comes next where it was told not to follow', async () => {
    const browser = openBrowser();
    const { chart } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.select('trapezius-L-1');
    expect(second.shown()).toBe('trapezius-L-1');
    second.setFollows(false);
    expect(second.shown()).toBe('corrugator-L');
    expect(second.state().turnTo).toEqual({ site: 'corrugator-L', asked: false });
    chart.select('trapezius-L-2');
    expect(second.shown()).toBe('corrugator-L');
    chart.turnTo('back');
    expect(second.state().turnTo).toEqual({ site: 'corrugator-L', asked: false });
    second.setFollows(true);
    expect(second.shown()).toBe('trapezius-L-2');
  });

  it('turns to a view at once where that was asked for, and after a hand only where its own camera stands elsewhere', async () => {
    const browser = openBrowser();
    const { chart } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.turnTo('back');
    expect(second.state().turnTo).toEqual({ preset: 'back' });
    const { turnTo } = second.state();
    chart.viewed('left');
    second.viewed('left');
    await browser.pass(2000);
    expect(second.state().turnTo).toBe(turnTo);
    chart.viewed('right');
    expect(second.state().turnTo).toBe(turnTo);
    await browser.pass(2000);
    expect(second.state().turnTo).toEqual({ preset: 'right' });
  });

  it('never points at a site that the record has not got', async () => {
    const browser = openBrowser();
    const { chart } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.store.setState({ selected: 'temporalis-L-F1', next: 'temporalis-L-F1' });
    expect(second.state()).toMatchObject({ selected: null, next: 'corrugator-L' });
  });

  it('goes with its window to another session', async () => {
    const browser = openBrowser();
    const { chart, state, settle, id } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    await chart.newSession();
    await settle();
    await browser.settle();
    expect(state().session?.id).not.toBe(id);
    expect(second.state().session?.id).toBe(state().session?.id);
  });

  it('stays with its window whatever another does, and says that there is one', async () => {
    const browser = openBrowser();
    const first = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    const other = await browser.charting('b');
    other.chart.give('procerus-M');
    await browser.settle();
    expect(second.state()).toMatchObject({ session: { id: first.id }, charting: { here: 1, elsewhere: 1 } });
    expect(second.state().fold?.totals.given).toBe(0);
    other.told.lead();
    await browser.settle();
    expect(second.state().session?.id).toBe(other.id);
  });

  it('keeps what was saved last when the charting window is closed, says so, and follows again when one is back', async () => {
    const browser = openBrowser();
    const { chart, told, id } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.give('corrugator-L');
    await browser.settle();
    told.stop();
    expect(second.state()).toMatchObject({ session: { id }, charting: { here: 0, elsewhere: 0 }, selected: null });
    const again = openClinic(browser.disk);
    await again.chart.open(id);
    await again.settle();
    again.chart.give('corrugator-R');
    await browser.settle();
    expect(second.state().fold?.totals.given).toBe(10);
  });

  it('notices a window that went without a word, and keeps one that answers', async () => {
    const browser = openBrowser();
    await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    await browser.pass(60_000);
    expect(second.state().charting.here).toBe(1);
    const gone = openBrowser();
    const { id } = await gone.charting('a');
    const mute = gone.second();
    await gone.settle();
    expect(mute.state().session?.id).toBe(id);
    gone.mute();
    await gone.pass(20_000);
    expect(mute.state()).toMatchObject({ session: { id }, charting: { here: 0 } });
  });

  it('is put down as seen once, writes nothing, and asks who signed only of what is finished', async () => {
    const browser = openBrowser();
    const { chart, id } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    chart.give('corrugator-L');
    await browser.settle();
    chart.undo();
    await browser.settle();
    expect(second.opened).toEqual([`viewed ${id}`]);
    chart.finish();
    await browser.settle();
    expect(second.opened).toEqual([`viewed ${id}`, `followed ${id}`]);
    expect(second.writes).toEqual([]);
  });

  it('is told ids alone', async () => {
    const browser = openBrowser();
    const clinic = await browser.charting('a');
    const patient = { id: clinic.state().session?.patient.id ?? '', label: 'Maria Example' };
    saveDetails(clinic.chart, clinic.settings, { patient, injector: 'Dr Example', note: 'worse', bmiBand: null });
    clinic.chart.give('corrugator-L');
    browser.second();
    await browser.settle();
    expect(browser.sent.length).toBeGreaterThan(2);
    expect(JSON.stringify(browser.sent)).not.toMatch(/Maria|Dr Example|worse/);
    expect(JSON.stringify(browser.sent)).not.toContain(patient.id);
  });

  it('hears no more once it is closed', async () => {
    const browser = openBrowser();
    const { chart } = await browser.charting('a');
    const second = browser.second();
    await browser.settle();
    second.close();
    chart.give('corrugator-L');
    await browser.settle();
    await browser.pass(10_000);
    expect(second.state().fold?.totals.given).toBe(0);
    expect(browser.disk.listeners.size).toBe(2);
  });
});
