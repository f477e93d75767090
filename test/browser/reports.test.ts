import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { REPORT_NAMES } from '../../core/report/report.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, openPages, type Pages, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('reports in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)('each is sound in $language, $theme, $width', async (look) => {
    const visit = await pages.visit('/reports', look);
    const { page } = visit;
    await expectSound(visit);
    for (const name of REPORT_NAMES) {
      const { title } = CATALOGUES[look.language].reports.names[name];
      await page.goto(`${pages.address}/reports/${name}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await stands(page);
      await expectSound(visit);
    }
    await visit.close();
  });

  it('is narrowed to a partner, opens its earnings, and leaves as a workbook', async () => {
    const visit = await pages.visit('/reports/earnedByPartner');
    const { page } = visit;
    await page.getByRole('combobox', { name: 'Partner' }).fill('ser-p2');
    await page.getByRole('option').first().click();
    await page.waitForURL(/partner=BROWSER-P2/);
    await expect.poll(() => page.locator('tbody').first().locator('tr').count()).toBe(1);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Workbook' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('earnedByPartner.xlsx');
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/earnings\?partner=BROWSER-P2/);
    await visit.close();
  });
});
