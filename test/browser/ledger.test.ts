import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, LOOKS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PARTS = [
  '/ledger',
  '/ledger/transfers',
  '/ledger/roll-forward',
  '/ledger/months',
  '/ledger/cash-flow',
  '/ledger/adjustments',
  '/ledger/funds',
  '/ledger/audit',
];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('ledger and close in a browser', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('period close', 'receipt');
  });
  afterAll(() => pages.close());

  it.each(LOOKS)('every part is sound in $language, $theme, $width', async (look) => {
    const visit = await pages.as('dora', '/ledger', look);
    const { page } = visit;
    for (const path of PARTS) {
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      await expectSound(visit);
      await picture(visit, `${path} ${look.language} ${look.width}`);
    }
    await visit.close();
  });
});
