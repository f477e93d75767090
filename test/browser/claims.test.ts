import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, LOOKS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PARTS = ['/claims', '/claims/deductions', '/claims/messages', '/claims/left-out', '/claims/rules'];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('claims and disputes in a browser', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('claim with a wrong line', 'claim with a wrong line');
  });
  afterAll(() => pages.close());

  it.each(LOOKS)('every part and a claim are sound in $language, $theme, $width', async (look) => {
    const visit = await pages.as('anna', '/claims', look);
    const { page } = visit;
    for (const path of PARTS) {
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      await expectSound(visit);
      await picture(visit, `${path} ${look.language} ${look.width}`);
    }
    await page.goto(`${pages.address}/claims`);
    await stands(page);
    await page.locator('td a').first().click();
    await page.getByRole('dialog').locator('tfoot').first().waitFor();
    await stands(page);
    await expectSound(visit);
    await picture(visit, `claim ${look.language} ${look.width}`);
    await visit.close();
  });
});
