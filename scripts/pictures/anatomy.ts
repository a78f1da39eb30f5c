import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Clip, takeWebp } from './webp';

/** What docs/anatomy.md shows, on a desktop in light: muscles, danger zones, heads of four sizes, needle, two maps. */
export async function takeAnatomy(page: Page, folder: string): Promise<void> {
  const save = async (name: string, clip?: Clip) => {
    await page.mouse.move(2, 2);
    // The camera has arrived and what was said has gone.
    await page.waitForTimeout(2500);
    await takeWebp(page, join(folder, `anatomy-${name}.webp`), clip);
    console.log(`anatomy-${name}.webp`);
  };
  const look = async (view: string, layer: 'skin' | 'muscles') => {
    await page.locator(`input[type=radio][value=${layer}]`).check();
    await page.locator(`input[type=radio][value=${view}]`).check();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const site = async (group: string, name: string) => {
    await page.getByRole('treeitem', { level: 1, name: new RegExp(`^${group}`) }).click();
    await page.getByRole('treeitem', { level: 2, name: new RegExp(`^${name}`) }).click();
  };

  for (const view of ['front', 'left', 'back']) {
    await look(view, 'muscles');
    await save(`muscles-${view}`, head);
  }

  await press('Danger zones');
  for (const zone of ['supraorbital-nerve', 'superficial-temporal-artery', 'greater-occipital-nerve', 'lung-apex']) {
    await page.locator(`[role=option][data-zone="${zone}"]`).focus();
    await save(`zone-${zone}`, withFacts);
  }
  await press('Danger zones');

  await site('Cervical paraspinal', 'Cervical paraspinal left 1');
  await look('back', 'skin');
  const card = page.getByRole('region', { name: 'Site', exact: true });
  await card.locator('svg[role="img"]').scrollIntoViewIfNeeded();
  await save('needle', stage);

  await site('Occipitalis', 'Occipitalis left 1');
  await look('back', 'skin');
  await press('Compare maps');
  await save('two-maps', stage);

  await press('Compare maps');
  await site('Corrugator', 'Corrugator left 1');
  for (const preset of ['women-5', 'women-95', 'men-5', 'men-95']) {
    await press('Size the head');
    await page.getByLabel('Begin with').selectOption(preset);
    await page.waitForTimeout(500);
    await page.getByText('Placing the sites').waitFor({ state: 'hidden' });
    await press('Done');
    for (const view of ['front', 'left']) {
      await look(view, 'skin');
      await save(`head-${preset}-${view}`, head);
    }
  }
}

/** At 1440 x 900: the map with its card, and parts of it without card and controls. */
const stage: Clip = { x: 280, y: 56, width: 832, height: 844 };
const head: Clip = { x: 280, y: 124, width: 500, height: 662 };
const withFacts: Clip = { ...head, height: 704 };
