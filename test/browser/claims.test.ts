import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PARTS = ['/claims', '/claims/deductions', '/claims/messages', '/claims/left-out', '/claims/rules'];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('claims and disputes in a browser', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('claim with a wrong line', 'claim with a wrong line');
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)('every part and a claim are sound in $language, $theme, $width', async (look) => {
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

  it('a rest is given up by two persons, none of whom decides alone', async () => {
    const anna = await pages.as('anna', '/claims?claimant=us');
    const { page } = anna;
    await page.getByRole('link', { name: /LEAF-REBATE\/1/ }).click();
    await page.getByRole('button', { name: 'Ask to write off' }).click();
    const asked = page.getByRole('alertdialog');
    await asked.getByLabel('Amount').fill('1.00');
    await asked.getByLabel('Why').fill('not worth a letter');
    await asked.getByRole('button', { name: 'Ask to write off' }).click();
    await page.getByText('Another person with the role “approver” decides.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve the write-off' }).count()).toBe(0);
    const ben = await pages.as('ben', new URL(page.url()).pathname + new URL(page.url()).search);
    await ben.page.getByRole('button', { name: 'Approve the write-off' }).click();
    await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Approve the write-off' }).click();
    await ben.page.getByText('It is written off.').waitFor();
    await ben.page.getByRole('row', { name: /^written off .*1\.00$/ }).waitFor();
    await expectSound(ben);
    await anna.close();
    await ben.close();
  });

  it('a deduction is registered, and its parts add up however they end', async () => {
    const visit = await pages.as('anna', '/claims/deductions');
    const { page } = visit;
    await page.getByRole('button', { name: 'Register a deduction' }).click();
    const form = page.getByRole('alertdialog');
    await form.getByRole('combobox', { name: 'Partner' }).fill('hof');
    await page.getByRole('option', { name: /Hofmann/ }).click();
    await form.getByLabel('Amount').fill('100.00');
    await form.getByLabel('Reference').fill('remittance 88/3');
    await form.getByRole('button', { name: 'Register a deduction' }).click();
    await page.getByText('The deduction is registered.').waitFor();
    await page.getByRole('link', { name: /remittance 88\/3/ }).click();
    await page.getByRole('button', { name: 'Deny' }).click();
    await form.getByLabel('Amount').fill('60.00');
    await form.getByRole('button', { name: 'Deny' }).click();
    await page.getByText('The part is denied.').waitFor();
    await page.getByRole('row', { name: /^Open .*40\.00$/ }).waitFor();
    await page.getByRole('row', { name: /^Denied .*60\.00$/ }).waitFor();
    // More than is open is refused, with the server's words, and nothing that was typed is lost.
    await page.getByRole('button', { name: 'Deny' }).click();
    await form.getByLabel('Amount').fill('50.00');
    await form.getByRole('button', { name: 'Deny' }).click();
    await form.getByText('That was not done').waitFor();
    expect(await form.getByLabel('Amount').inputValue()).toBe('50.00');
    await visit.close();
  });
});
