import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { takeWebp } from './webp';

/** Where each pin of the example goes: some on their sites, some beside them, three far off. */
const placed: readonly (readonly string[])[] = [
  [
    '32 mm up, 3 mm forward from tragus',
    '50 mm up, 4 mm forward from tragus',
    '37 mm up, 30 mm forward from tragus',
    '50 mm up, 18 mm back from tragus',
  ],
  [
    '2 mm below the inion, 48 mm lateral',
    '24 mm above the inion, 62 mm lateral',
    '21 mm above the inion, 40 mm lateral',
  ],
  [
    '75 mm medial from acromion, 6 mm back',
    '36 mm medial from acromion, 5 mm back',
    '122 mm medial from acromion, 8 mm back',
  ],
];

/** A placement exam of the patient's left, done by an invented learner: its results, as the README shows them. */
export async function takeLearn(page: Page, folder: string): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  await page.goto(new URL('#/learn/exam', page.url()).href);
  await page.getByRole('checkbox', { name: 'Whole map' }).uncheck();
  for (const muscle of ['Temporalis', 'Occipitalis', 'Trapezius'])
    await page.getByRole('checkbox', { name: new RegExp(muscle) }).check();
  await press(/^Start/);
  const command = page.getByRole('textbox', { name: 'Place from a landmark' });
  const pins = page.getByRole('list', { name: 'Pins of this group' }).getByRole('button');
  for (const group of placed) {
    for (const [n, said] of group.entries()) {
      await command.fill(said);
      await command.press('Enter');
      await pins.nth(n).waitFor();
    }
    await press(/^Confirm/);
  }
  await page.getByRole('region', { name: 'Results' }).waitFor();
  await page.locator('input[type=radio][value=left]').check();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(6000);
  await takeWebp(page, join(folder, 'learn-desktop-light.webp'));
  console.log('learn-desktop-light.webp');
}
