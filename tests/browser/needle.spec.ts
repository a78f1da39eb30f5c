import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

const picture = (app: AppDriver) => app.card.getByRole('img', { name: /^Cross-section/ });
const drawCalls = async (app: AppDriver): Promise<number> => Number(await app.canvas.getAttribute('data-draw-calls'));

async function recordBand(app: AppDriver, band: string): Promise<void> {
  await app.page.getByRole('button', { name: 'Add patient' }).click();
  const form = app.page.getByRole('dialog', { name: 'Session details' });
  await form.getByLabel('BMI band').selectOption({ label: band });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test('the selected site has its needle on the head, which a key and a switch hide and show and the head hides', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.select('Temporalis left 2');
  await app.settled();
  const shown = await drawCalls(app);
  const needle = app.page.getByRole('group', { name: 'Layers' }).getByRole('button', { name: 'Needle' });
  await expect(needle).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('i');
  await expect(needle).toHaveAttribute('aria-pressed', 'false');
  // What stands out of the skin, and what is under it.
  await expect.poll(() => drawCalls(app)).toBe(shown - 2);
  await needle.click();
  await expect(needle).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => drawCalls(app)).toBe(shown);
  // Behind the head nothing of it shines through.
  await app.view('Left');
  const facing = await drawCalls(app);
  await app.view('Right');
  expect(await drawCalls(app)).toBe(facing - 1);
});

test.describe('on the card alone', () => {
  test.use({ head: false });
  test('the picture says what it shows by the skin of the head, another angle can be looked at, and the BMI band is kept and tells needle from muscle depth', async ({
    app,
    page,
  }) => {
    await app.newSession();
    await test.step('the picture says what it shows, and its skin is that of the head', async () => {
      await app.select('Trapezius right 1');
      await expect(picture(app)).toHaveAccessibleName(
        /^Cross-section, true to scale\. Up is at the top and front to the right\. Level from behind, it (?:meets this skin at \d+°|runs along this skin): it enters the fold pinched up from the chest.*No published depth known for this muscle\. The tip is drawn just under the skin for orientation\.$/,
      );
      await expect(picture(app)).toHaveAttribute('data-skin', 'cut', { timeout: 60_000 });
    });
    await test.step('over the temple the other angle that the text names can be looked at', async () => {
      await app.select('Temporalis right 1');
      await expect(app.card).toContainText('At 45° the 12.7 mm needle reaches 9.0 mm deep.');
      await app.card.getByRole('radio', { name: '90°' }).check();
      await expect(app.card).toContainText('At 90° the 12.7 mm needle reaches 12.7 mm deep.');
      await expect(picture(app)).toHaveAccessibleName(/^Cross-section, true to scale\. Patient's right is at the top/);
    });
    await test.step('the BMI band is kept with the session, and tells needle from muscle depth', async () => {
      await app.select('Cervical paraspinal left 1');
      await expect(app.card).toContainText('the session details record none');
      await recordBand(app, 'BMI 25 to 30');
      await expect(app.card).toContainText('At 45° the 12.7 mm needle reaches 9.0 mm deep.');
      await expect(app.card).toContainText('15.4 ± 4.7 mm. It does not reach that: 6.4 mm short.');
      await app.card.getByRole('radio', { name: '25.4 mm' }).check();
      await expect(app.card).toContainText('At 45° the 25.4 mm needle reaches 18.0 mm deep.');
      await expect(app.card).toContainText('It reaches that.');
      await app.saved();
      await page.reload();
      await app.usable();
      await app.select('Cervical paraspinal left 1');
      await expect(app.card).toContainText('Mean depth of semispinalis, BMI 25 to 30');
    });
  });
});

test.describe('on a phone', () => {
  test.use({ deviceScaleFactor: 1, viewport: { width: 390, height: 844 } });
  test('the picture fits the card, and no switch lies over another', async ({ app, page }) => {
    await app.newSession();
    const [card, drawn] = [await app.card.boundingBox(), await picture(app).boundingBox()];
    if (card === null || drawn === null) throw new Error('nothing to be seen');
    expect(drawn.x).toBeGreaterThanOrEqual(card.x);
    expect(drawn.x + drawn.width).toBeLessThanOrEqual(card.x + card.width);
    const needle = await page.getByRole('button', { name: 'Needle', exact: true }).boundingBox();
    const next = await page.getByRole('button', { name: 'Turn to the next site' }).boundingBox();
    if (needle === null || next === null) throw new Error('a switch is missing');
    expect(Math.min(needle.width, needle.height)).toBeGreaterThanOrEqual(44);
    expect(needle.x + needle.width <= next.x || needle.y >= next.y + next.height).toBe(true);
  });
});
