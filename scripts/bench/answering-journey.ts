import type { Locator } from '@playwright/test';
import { type AppDriver, type Marker, markersOf } from '../../tests/support/app-driver';
import type { TimedHand } from './answering-watch';

export type Surface = 'drawn' | '3d';

/** The names of the quick views, by the key that turns to each. */
const views = { '1': 'Front', '2': 'Left', '3': 'Right', '4': 'Back', '5': 'Neck and shoulders' } as const;

/** Works through everything that is done at the chair: a routine session of 31 sites, and whatever lies about it. */
export async function chartingJourney(hand: TimedHand, app: AppDriver, surface: Surface): Promise<void> {
  const { page } = hand;
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await hand.click('a new session', button('New session'));
  await app.saved();
  await hand.key('a form opened', 'p');
  await hand.click('a field', dialog(/./).getByLabel('Initials or name'));
  await hand.type('typing', 'S. Ynthetic');
  await hand.click('a form sent', button('Save').and(page.getByText('Save', { exact: true })));
  await prepare(hand);
  await page.locator('[data-site][tabindex="0"]').focus();

  await hand.key('walking by arrows', 'ArrowDown', 12);
  await hand.key('walking by PageDown', 'PageDown', 8);
  await hand.key('walking by arrows', 'ArrowUp', 6);
  await hand.key('the next site shown', 't');
  await hand.key('given by Space', 'Space', 31);
  await expectGiven(app, 31);
  await hand.key('undo', 'Control+z', 31);
  await hand.key('redo', 'Control+y', 12);
  await hand.key('undo', 'Control+z', 12);
  await hand.key('given by muscle', 'c', 7);
  await expectGiven(app, 31);
  await hand.key('undo', 'Control+z', 7);
  await hand.key('given by side', 'Shift+C', 7);
  await hand.key('undo', 'Control+z', 7);
  const give = app.card.getByRole('button', { name: 'Give', exact: true });
  for (let n = 0; n < 6; n += 1) await hand.click('given by the button', give);
  await hand.click('given by muscle, the button', app.sites.getByRole('button', { name: /^Complete / }).first());
  for (let n = 0; n < 3; n += 1) await hand.key('skipped by key', 's');
  await hand.click('skipped by the button', app.card.getByRole('button', { name: 'Skip' }));
  await hand.key('undo', 'Control+z', 4);

  for (const name of ['Temporalis', 'Frontalis', 'Trapezius', 'Corrugator'])
    await hand.click('a muscle opened in the list', app.sites.getByText(name, { exact: true }).first());
  await hand.key('an extra: the form', 'f');
  await hand.click(
    'an extra: the form sent',
    dialog('Add follow-the-pain site').getByRole('button', { name: 'Add site' }),
  );
  await dialog('Add follow-the-pain site').waitFor({ state: 'hidden' });
  await hand.key('undo', 'Control+z');

  for (let round = 0; round < 2; round += 1) for (const key of Object.keys(views)) await hand.key('a view by key', key);
  for (const name of Object.values(views)) {
    await hand.click('a view by its button', segment(page.getByRole('radio', { name, exact: true })));
    await page.waitForTimeout(surface === '3d' ? 1500 : 500);
    for (const marker of await inReach(app, surface)) await hand.at('a site chosen on the map', marker);
  }
  await hand.key('layers', 'm', 4);
  await hand.key('danger zones', 'z', 2);
  await hand.key('the needle', 'i', 2);
  await hand.key('the hairline', 'h', 2);
  await hand.key('the maps compared', 'b', 2);
  if (surface === '3d') await onTheSkin(hand, app);

  for (let n = 0; n < 2; n += 1) {
    await hand.key('the palette opened', 'Control+k');
    await hand.type('typing in the palette', 'show next');
    await hand.key('chosen in the palette', 'Enter');
  }
  for (const [what, key] of [
    ['the help sheet', '?'],
    ['the plan', 'Shift+n'],
    ['an event', 'x'],
    ['vials', 'u'],
    ['the safety screen', 'k'],
    ['finish', 'e'],
  ] as const) {
    await hand.key(`a dialog opened: ${what}`, key);
    await dialog(/./).waitFor();
    await hand.key('a dialog closed', 'Escape');
    await dialog(/./).waitFor({ state: 'hidden' });
  }
}

/** What is asked before the first needle, and the vial. */
async function prepare(hand: TimedHand): Promise<void> {
  const { page } = hand;
  await hand.click('a dialog opened: the safety screen', page.getByRole('button', { name: 'Safety' }));
  const visit = page.getByRole('dialog', { name: 'Before the first needle' });
  await visit.waitFor();
  await hand.click('a question answered', segment(visit.getByRole('radio', { name: 'Chronic migraine' })));
  await hand.click('a question answered', segment(visit.getByRole('radio', { name: 'Given' })));
  await hand.click('a question answered', visit.getByRole('button', { name: 'Confirm both' }));
  for (const no of await visit.getByRole('radio', { name: 'No', exact: true }).all())
    await hand.click('a question answered', segment(no));
  await hand.click('a dialog closed', visit.getByRole('button', { name: 'Done' }));
  await hand.key('a dialog opened: vials', 'u');
  const vials = page.getByRole('dialog', { name: 'Vials' });
  await hand.click('a field', vials.getByLabel('Lot'));
  await hand.type('typing', 'C1234');
  await hand.key('a dialog closed', 'Escape');
  await vials.waitFor({ state: 'hidden' });
}

/** Drags a site along the skin and leaves it where it was; draws pain and takes it back. */
async function onTheSkin(hand: TimedHand, app: AppDriver): Promise<void> {
  const { page } = hand;
  await hand.key('a view by key', '2');
  await app.select('Temporalis left 2');
  await page.waitForTimeout(1500);
  const at = (await app.markers()).find(({ site }) => site === 'temporalis-L-2');
  if (at === undefined) throw new Error('the site to be dragged is not in sight');
  for (let n = 0; n < 3; n += 1) {
    await hand.stroke('a site dragged', [at, { x: at.x + 6, y: at.y - 8 }, { x: at.x + 10, y: at.y - 14 }]);
    const leave = page.getByRole('button', { name: 'Leave it' });
    await leave.waitFor();
    await hand.click('a drag left', leave);
  }
  await hand.key('the pain panel', 'w');
  await page.getByRole('region', { name: 'Where it hurts' }).getByRole('radio', { name: 'Draw' }).waitFor();
  await page.waitForTimeout(1000);
  for (let n = 0; n < 4; n += 1) {
    const y = at.y - 60 + 20 * n;
    await hand.stroke('pain drawn', [
      { x: at.x - 30, y },
      { x: at.x, y: y + 6 },
      { x: at.x + 30, y },
    ]);
  }
  await hand.click('the pain panel', page.getByRole('button', { name: 'Done' }));
}

/** The list, the search and the comparison, with a patient's sessions in the store. */
export async function recordsJourney(hand: TimedHand): Promise<void> {
  const { page } = hand;
  await hand.click('records opened', page.getByRole('link', { name: 'Records', exact: true }));
  const search = page.getByRole('searchbox');
  await search.waitFor();
  await hand.click('a field', search);
  await hand.type('typing in the search', 'sample 2026');
  await hand.key('typing in the search', 'Backspace', 11);
  await hand.click('patients or sessions', segment(page.getByRole('radio', { name: 'Patients' })));
  await hand.click('a patient opened', page.getByRole('button', { name: /^Show M. Sample/ }));
  await hand.click('the comparison opened', page.getByRole('link', { name: 'Compare sessions' }));
  const strip = page.getByRole('button', { name: /^Put the session of/ });
  await strip.first().waitFor();
  await page.waitForTimeout(500);
  await strip.last().scrollIntoViewIfNeeded();
  // Pressed while the small heads are still being drawn.
  await hand.key('a key while heads are drawn', 'Tab', 6);
  await page.waitForTimeout(3000);
  for (const n of [2, 4, 1]) await hand.click('a session of the strip', strip.nth(n));
  for (const name of ['Left', 'Front'])
    await hand.click(
      'the heads turned',
      segment(page.getByRole('radiogroup', { name: 'Side of the heads' }).getByRole('radio', { name, exact: true })),
    );
  await page.waitForTimeout(2000);
  const differences = page.getByRole('region', { name: 'Differences' });
  for (let n = 0; n < 3; n += 1) await hand.click('a difference chosen', differences.getByRole('button').nth(n));
  await hand.click('the sessions exchanged', page.getByRole('button', { name: 'Exchange the two sessions' }));
}

/** What a finger does on a tablet. */
export async function touchJourney(hand: TimedHand, app: AppDriver, surface: Surface): Promise<void> {
  const { page } = hand;
  await hand.tap('a new session', page.getByRole('button', { name: 'New session' }));
  await app.saved();
  const give = app.card.getByRole('button', { name: 'Give', exact: true });
  for (let n = 0; n < 10; n += 1) await hand.tap('given by the button', give);
  for (const name of ['Front', 'Left']) {
    await hand.tap('a view by its button', segment(page.getByRole('radio', { name, exact: true })));
    await page.waitForTimeout(surface === '3d' ? 1500 : 500);
    for (const marker of await inReach(app, surface)) await hand.tapAt('a site chosen on the map', marker);
  }
  await hand.tap('given by muscle, the button', app.sites.getByRole('button', { name: /^Complete / }).first());
}

/** What is pressed for a choice of several: its radio may be hidden behind its label. */
const segment = (radio: Locator): Locator => radio.locator('xpath=ancestor-or-self::label[1]');

/** Some markers in sight that nothing lies over. */
async function inReach(app: AppDriver, surface: Surface): Promise<readonly Marker[]> {
  const map = surface === '3d' ? app.canvas : app.map.locator('[data-drawn="true"]');
  const seen: Marker[] = [];
  for (const marker of await markersOf(map)) {
    const free = await app.page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-drawn], [data-usable]') !== null,
      { x: marker.x, y: marker.y },
    );
    if (free) seen.push(marker);
  }
  return seen.slice(0, 4);
}

async function expectGiven(app: AppDriver, count: number): Promise<void> {
  const given = await app.sites.locator('[data-site][data-state="given"]').count();
  if (given !== count) throw new Error(`${given} sites are given, not ${count}`);
}
