import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { takeWebp } from './webp';

/** The course of the demo patient, whose figures the README tells. */
export async function takeCourse(page: Page, folder: string): Promise<void> {
  await page.goto(new URL('?demo#/records/patient/demo-maren/course', page.url()).href);
  await page
    .getByRole('img', { name: /headache days/i })
    .first()
    .waitFor();
  // Down to the foot of the chart.
  await page.setViewportSize({ width: 1440, height: 1250 });
  await page.mouse.move(2, 2);
  await page.waitForTimeout(2000);
  await takeWebp(page, join(folder, 'course-desktop-light.webp'));
  console.log('course-desktop-light.webp');
}

/** One step of what a patient is shown, as it stands in the hand. */
export async function takePreview(page: Page, folder: string): Promise<void> {
  await page.goto(new URL('#/preview/steps/4', page.url()).href);
  await page.locator('[data-usable="true"]').waitFor();
  await page.waitForTimeout(6000);
  await takeWebp(page, join(folder, 'preview-phone-light.webp'));
  console.log('preview-phone-light.webp');
}
