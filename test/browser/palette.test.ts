import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAS_BROWSER } from './chromium.ts';
import { expectSound, looks, openPages, type Pages } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const SAID = {
  en: { title: 'Claims and disputes', typed: 'answer claim' },
  'zh-CN': { title: '索赔与争议', typed: '答复索赔' },
};

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('the palette in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  it.each(looks())('leads to a page by what one does there in $language, $theme, $width', async (look) => {
    const visit = await pages.visit('/', look);
    const { page } = visit;
    const { title, typed } = SAID[look.language];
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').fill(typed);
    await page.getByRole('menuitem', { name: title }).waitFor();
    await expectSound(visit);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/claims$/);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await visit.close();
  });

  it('finds a partner by a part of its code, and leads to what it has earned', async () => {
    const visit = await pages.visit('/');
    const { page } = visit;
    await page.getByRole('button', { name: 'Search or go to … Ctrl K' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('ser-p2');
    await page.getByRole('menuitem', { name: 'BROWSER-P2' }).click();
    await page.waitForURL(/\/earnings\?partner=BROWSER-P2/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await visit.close();
  });
});
