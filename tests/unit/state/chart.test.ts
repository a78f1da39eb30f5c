import { describe, expect, it, vi } from 'vitest';
import { muscles } from '../../../src/protocol/paradigm';
import type { SkinAnswer } from '../../../src/state/anatomy-service';
import { saveDetails } from '../../../src/state/details';
import { openClinic } from '../../support/clinic';

const ray = { origin: [200, 0, 0], direction: [-1, 0, 0] } as const;

describe('the chart', () => {
  it('shows the plan before a session is open, and refuses to chart on it', () => {
    const clinic = openClinic();
    expect(clinic.state().fold.totals.planned).toBe(155);
    clinic.chart.give('corrugator-L');
    expect(clinic.refusal()).toBe('refused.noSession');
    expect(clinic.state().fold.totals.given).toBe(0);
  });

  it('opens a session with the whole plan and keeps it at once', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    await clinic.settle();
    expect(clinic.state().session?.entries).toHaveLength(31);
    expect(clinic.state().save?.kind).toBe('saved');
    expect(clinic.disk.rows.size).toBe(1);
    expect(clinic.opened).toEqual([clinic.state().session?.id]);
  });

  it('selects the next planned site after each dose', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.give('corrugator-L');
    expect(clinic.state().selected).toBe('corrugator-R');
    clinic.chart.give('corrugator-R');
    expect(clinic.state().selected).toBe('procerus-M');
  });

  it('gives a whole muscle as one step that one undo takes back', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.complete('temporalis');
    expect(clinic.state().fold.totals.given).toBe(40);
    clinic.chart.undo();
    expect(clinic.state().fold.totals.given).toBe(0);
    clinic.chart.redo();
    expect(clinic.state().fold.totals.given).toBe(40);
  });

  it('restores map, panel and totals together: undo 40 times and redo 40 times is the same state', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    for (const muscle of muscles)
      for (const row of clinic.state().fold.rows) if (row.muscle === muscle.id) clinic.chart.give(row.id);
    clinic.pointIn('trapezius', 'right');
    for (let i = 0; i < 4; i += 1) {
      clinic.chart.addExtraOnRay(ray);
      await clinic.settle();
    }
    clinic.chart.voidSite('procerus-M', 'Entered by mistake');
    const before = clinic.state();
    for (let i = 0; i < 40; i += 1) clinic.chart.undo();
    expect(clinic.state().fold.totals).toMatchObject({ given: 0, planned: 155 });
    for (let i = 0; i < 40; i += 1) clinic.chart.redo();
    expect(clinic.state().fold).toEqual(before.fold);
    expect(clinic.state().next).toBe(before.next);
    expect(clinic.entries()).toEqual(before.session?.entries);
  });

  it('refuses everything once the session is finished, until it is reopened', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.finish();
    clinic.chart.give('corrugator-L');
    expect(clinic.refusal()).toBe('refused.finished');
    clinic.chart.reopen();
    clinic.chart.give('corrugator-L');
    expect(clinic.state().fold.totals.given).toBe(5);
  });

  it('does not let a session be taken away by the late answer of an earlier one', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    const first = clinic.state().session?.id ?? '';
    clinic.chart.give('corrugator-L');
    await clinic.chart.newSession();
    await clinic.settle();
    expect(clinic.state().session?.id).not.toBe(first);
    expect(clinic.state().fold.totals.given).toBe(0);
    expect(clinic.disk.rows.size).toBe(2);
  });
});

describe('the details of a session', () => {
  it('keep the BMI band with the record, and let go of it again', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    const id = clinic.state().session?.patient.id ?? '';
    const details = { patient: { id, label: 'A. S.' }, injector: 'Dr Example', note: '', bmiBand: null };
    saveDetails(clinic.chart, clinic.settings, { ...details, bmiBand: 'over-35' });
    expect(clinic.state().session).toMatchObject({ bmiBand: 'over-35', patient: { label: 'A. S.' } });
    await clinic.settle();
    const kept = await clinic.store.load(clinic.state().session?.id ?? '');
    expect(kept.ok && kept.value.session.bmiBand).toBe('over-35');
    saveDetails(clinic.chart, clinic.settings, details);
    expect(clinic.state().session).not.toHaveProperty('bmiBand');
  });

  it('do not hold what is only looked at: the needle shown is no part of the record', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    const before = clinic.state().session;
    clinic.chart.setNeedle({ shown: false });
    clinic.chart.setNeedle({ longer: true });
    expect(clinic.state().needle).toEqual({ shown: false, longer: true, otherWay: false });
    expect(clinic.state().session).toBe(before);
  });
});

describe('a follow-the-pain extra on the chart', () => {
  it('is planned where the skin was clicked, with its sentence, and selected', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.pointIn('temporalis', 'left');
    clinic.chart.addExtraOnRay(ray);
    await clinic.settle();
    expect(clinic.state().selected).toBe('temporalis-L-F1');
    expect(clinic.state().fold.totals.planned).toBe(160);
    expect(clinic.state().notice?.message.key).toBe('said.added');
  });

  it('is refused where the muscle takes none, with the muscle that was hit', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.pointIn('frontalis', 'left');
    clinic.chart.addExtraOnRay(ray);
    await clinic.settle();
    expect(clinic.state().notice?.message).toMatchObject({
      key: 'refused.FtpNotAllowedHere',
      values: { muscle: 'frontalis' },
    });
    expect(clinic.state().fold.totals.planned).toBe(155);
  });

  it('is refused on a cheek, which belongs to no muscle of the paradigm', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    const cheek: SkinAnswer = {
      under: null,
      other: null,
      positionMm: [50, -40, 60],
      normal: [0, 0, 1],
      anchor: null,
      nearestSite: null,
      zones: [],
    };
    clinic.skin.answer = cheek;
    clinic.chart.addExtraOnRay(ray);
    await clinic.settle();
    expect(clinic.refusal()).toBe('refused.noMuscle');
  });

  it('reaches the caps of all three muscles and no further', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    for (const [muscle, extras] of [
      ['temporalis', 2],
      ['occipitalis', 2],
      ['trapezius', 4],
    ] as const) {
      clinic.pointIn(muscle, 'right');
      for (let i = 0; i < extras; i += 1) {
        clinic.chart.addExtraOnRay(ray);
        await clinic.settle();
      }
    }
    expect(clinic.state().fold.totals).toMatchObject({ planned: 195, sitesPlanned: 39 });
    clinic.chart.addExtraOnRay(ray);
    await clinic.settle();
    expect(clinic.refusal()).toBe('refused.MuscleCapExceeded');
    expect(clinic.state().fold.totals.planned).toBe(195);
  });

  it('keeps the form open with what to mend when the offsets lead into another muscle', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.pointIn('frontalis', 'left');
    const offset = { landmark: 'tragus', upMm: 60, toward: 'forward', alongMm: 70 } as const;
    const problem = await clinic.chart.addExtraAt({ muscle: 'temporalis', side: 'left', ...offset });
    expect(problem?.key).toBe('ftp.elsewhere');
    expect(clinic.skin.asked.at(-1)).toEqual({ kind: 'offset', side: 'left', ...offset });
    expect(clinic.state().fold.totals.planned).toBe(155);
  });
});

describe('what the chart says of saving', () => {
  it('says not saved with the reason when the disk is full, and saved once it went through', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    await clinic.settle();
    clinic.store.fail({ kind: 'DiskFull' });
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    expect(clinic.state().save).toEqual({ kind: 'not-saved', error: { kind: 'DiskFull' } });
    expect(clinic.state().fold.totals.given).toBe(5);
    clinic.store.fail(null);
    clinic.chart.retrySave();
    await clinic.settle();
    expect(clinic.state().save?.kind).toBe('saved');
    const stored = await clinic.store.load(clinic.state().session?.id ?? '');
    expect(stored.ok && stored.value.session.entries.at(-1)?.kind).toBe('give');
  });

  it('shows in a second window what the first one gave, and neither loses a step shown as saved', async () => {
    const first = openClinic();
    await first.chart.newSession();
    await first.settle();
    const id = first.state().session?.id ?? '';
    const second = openClinic(first.disk);
    await second.chart.open(id);
    first.chart.give('corrugator-L');
    await first.settle();
    expect(second.state().fold.totals.given).toBe(5);
    second.chart.give('corrugator-R');
    await second.settle();
    expect(first.state().fold.totals.given).toBe(10);
    expect([first.state().save?.kind, second.state().save?.kind]).toEqual(['saved', 'saved']);
  });

  it('takes the stored version when both windows write at once, and says so', async () => {
    const first = openClinic();
    await first.chart.newSession();
    await first.settle();
    const second = openClinic(first.disk);
    await second.chart.open(first.state().session?.id ?? null);
    first.chart.give('corrugator-L');
    second.chart.give('procerus-M');
    await first.settle();
    await second.settle();
    const kept = await first.store.load(first.state().session?.id ?? '');
    const stored = kept.ok ? kept.value.session.entries : [];
    expect(first.entries()).toEqual(stored);
    expect(second.entries()).toEqual(stored);
    expect(second.state().notice?.message.key).toBe('said.movedOn');
  });

  it('opens the session charted last when the page is loaded again', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    const again = openClinic(clinic.disk);
    again.settings.setState({ lastSession: clinic.state().session?.id ?? null });
    await again.chart.open(null);
    expect(again.state().fold.totals.given).toBe(5);
    expect(again.state().save?.kind).toBe('saved');
  });

  it('knows the session saved last from the store where the device forgot it', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.give('corrugator-L');
    await clinic.settle();
    const again = openClinic(clinic.disk);
    await again.chart.open(null);
    expect(again.state().session).toBeNull();
    await again.chart.open(null, true);
    expect(again.state().fold.totals.given).toBe(5);
    const older = openClinic(clinic.disk);
    older.settings.setState({ lastSession: 'another' });
    await older.chart.open(null);
    expect(older.state().session?.id).toBe(clinic.state().session?.id);
  });

  it('writes nothing in emergency view, and says so', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    await clinic.settle();
    const session = clinic.state().session?.id ?? null;
    const before = [...clinic.disk.rows.values()];
    const reading = openClinic(clinic.disk);
    reading.emergency.view = true;
    await reading.chart.open(session);
    const tries: (() => unknown)[] = [
      () => {
        reading.chart.give('corrugator-L');
      },
      reading.chart.undo,
      reading.chart.finish,
      reading.chart.reopen,
      () => reading.chart.newSession(),
      () => {
        const patient = { id: 'p-1', label: 'B. Sample' };
        saveDetails(reading.chart, reading.settings, { patient, injector: 'Dr Example', note: '', bmiBand: null });
      },
    ];
    for (const attempt of tries) {
      await Promise.resolve(attempt());
      expect(reading.refusal()).toBe('refused.readOnly');
    }
    await reading.settle();
    expect([...clinic.disk.rows.values()]).toEqual(before);
  });

  it('opens the one asked for by name, though the one charted last was on its way already', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    await clinic.settle();
    const first = clinic.state().session?.id ?? '';
    await clinic.chart.newSession();
    await clinic.settle();
    const later = openClinic(clinic.disk);
    const last = later.chart.open(null, true);
    const { load } = later.store;
    // Read slower than the other.
    vi.spyOn(later.store, 'load').mockImplementation(async (id) => {
      if (id === first) await last;
      return load(id);
    });
    await Promise.all([last, later.chart.open(first)]);
    expect(later.state().session?.id).toBe(first);
  });

  it('says why a session that is asked for cannot be opened', async () => {
    const clinic = openClinic();
    await clinic.chart.open('no-such-session');
    expect(clinic.refusal()).toBe('session.notOpened');
    expect(clinic.state().session).toBeNull();
  });
});

describe('a kept session that arrives late', () => {
  it('leaves chosen what was chosen on the plan meanwhile', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    await clinic.settle();
    const id = clinic.state().session?.id ?? '';
    const later = openClinic(clinic.disk);
    const opening = later.chart.open(id);
    later.chart.select('trapezius-R-2');
    await opening;
    expect(later.state().session?.id).toBe(id);
    expect(later.state().selected).toBe('trapezius-R-2');
  });
});
