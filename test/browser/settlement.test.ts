import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, LOOKS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PARTS = [
  '/settlement',
  '/settlement/run',
  '/settlement/payable?dueUntil=2026-04-30&executionDay=2026-04-21',
  '/settlement/payments',
  '/settlement/bank',
  '/settlement/accounts',
  '/settlement/balances?partner=HOFMANN',
  '/settlement/numbering',
];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('settlement and payments in a browser', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('credit notes', 'claim with a wrong line');
  });
  afterAll(() => pages.close());

  it.each(LOOKS)('every part and a settlement are sound in $language, $theme, $width', async (look) => {
    const visit = await pages.as('anna', '/settlement', look);
    const { page } = visit;
    for (const path of PARTS) {
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      await expectSound(visit);
      await picture(visit, `${path} ${look.language} ${look.width}`);
    }
    await page.goto(`${pages.address}/settlement`);
    await stands(page);
    await page.locator('td a').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('tfoot a, td a').first().click();
    await sheet.locator('ol').first().waitFor();
    await stands(page);
    await expectSound(visit);
    await picture(visit, `settlement ${look.language} ${look.width}`);
    await visit.close();
  });
});
