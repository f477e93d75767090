import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, openPages, type Pages, SWEEPS } from './openPages.ts';

// A browser takes longer than a function, on a machine that does other things, too.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('the office in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)(
    'home, earnings and a worked solution are sound in $language, $theme, $width',
    async (look) => {
      const visit = await pages.visit('/', look);
      const { page } = visit;
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
      await expectSound(visit);
      await page.goto(`${pages.address}/earnings`);
      await stands(page);
      await expectSound(visit);
      await page.locator('td a').first().click();
      await page.getByRole('dialog').locator('tfoot').last().waitFor();
      await expectSound(visit);
      await visit.close();
    },
  );

  it('an amount opens its explanation by keyboard, whose sums tie, and Escape leads back to it', async () => {
    const visit = await pages.visit('/earnings');
    const { page } = visit;
    const amount = page.locator('td a').first();
    await amount.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.locator('tfoot').last().waitFor();
    expect(await sheet.getByText('equals the amount').count()).toBe(2);
    expect(new URL(page.url()).searchParams.get('earning')).toMatch(/^[0-9a-f-]{36}$/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate('document.activeElement.matches("td a")')).toBe(true);
    await visit.close();
  });

  it('a partner is found by a part of its name, and stays in the address', async () => {
    const visit = await pages.visit('/earnings');
    const { page } = visit;
    await page.getByRole('combobox', { name: 'Partner' }).fill('r-p2');
    await page.getByRole('option').first().click();
    await page.waitForURL(/partner=BROWSER-P2/);
    await expect.poll(() => page.locator('tbody tr').count(), { timeout: 60_000 }).toBe(1);
    await page.reload();
    await stands(page);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await visit.close();
  });

  it('speaks the other language at once, and remembers it', async () => {
    const visit = await pages.visit('/earnings');
    const { page } = visit;
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '应得返利' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '应得返利' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await visit.close();
  });
});
