import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { camtText } from '../support/camtText.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, SWEEPS } from './openPages.ts';

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
    pages = await openMoneyPages('payment file', 'claim with a wrong line');
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)('every part and a settlement are sound in $language, $theme, $width', async (look) => {
    const visit = await pages.as('anna', '/settlement', look);
    const { page } = visit;
    for (const path of PARTS) {
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      // Nothing is open here: what a run would pay is refused, and the page says so.
      await expectSound(visit, /status of 400/);
      await picture(visit, `${path} ${look.language} ${look.width}`);
    }
    await page.goto(`${pages.address}/settlement`);
    await stands(page);
    await page.locator('td a').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('tfoot a, td a').first().click();
    await sheet.locator('ol').first().waitFor();
    await stands(page);
    await expectSound(visit, /status of 400/);
    await picture(visit, `settlement ${look.language} ${look.width}`);
    await visit.close();
  });

  it('an entry that names nothing of ours waits, until one person assigns it and another one approves', async () => {
    const text = camtText('DE89370400440532013000', [
      { reference: 'B1', on: '2026-04-20', cents: -235_692n, remittance: 'rebates of April' },
    ]);
    const dora = await pages.as('dora', '/settlement/bank');
    await dora.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'statement.xml', mimeType: 'application/xml', buffer: Buffer.from(text) });
    await dora.page.getByRole('button', { name: 'Bring it in' }).first().click();
    await dora.page.getByText('0 matched, 1 wait').waitFor();
    await dora.page.getByRole('button', { name: 'Assign' }).click();
    const asked = dora.page.getByRole('alertdialog');
    await asked.getByRole('combobox', { name: 'The payments of a run' }).click();
    await dora.page.getByRole('option').first().click();
    await asked.getByLabel('Reason').fill('the file as one amount');
    await asked.getByRole('button', { name: 'Assign' }).click();
    await dora.page.getByText('You have proposed it yourself.').waitFor();
    const ben = await pages.as('ben', '/settlement/bank');
    await ben.page.getByRole('button', { name: 'Approve' }).click();
    await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await ben.page.getByText('No entry waits.').waitFor();
    await ben.page.goto(`${pages.address}/settlement/payments`);
    await ben.page.getByRole('link', { name: /2,356\.92/ }).click();
    await ben.page.getByText('confirmed by the bank', { exact: true }).nth(1).waitFor();
    await expectSound(ben);
    await dora.close();
    await ben.close();
  });
});
