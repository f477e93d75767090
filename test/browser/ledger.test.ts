import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { camtText } from '../support/camtText.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound, SWEEPS, type Visit } from './openPages.ts';

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

  it.each(SWEEPS)('every part is sound in $language, $theme, $width', async (look) => {
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

  it('a transfer leads to all of its open item, and back to everything', async () => {
    const visit = await pages.as('dora', '/ledger/transfers');
    const { page } = visit;
    await page.getByRole('link', { name: 'all of its open item' }).first().click();
    await page.waitForURL(/item=/);
    const item = await page.getByRole('textbox', { name: 'Open item' }).inputValue();
    const links = page.getByRole('link', { name: 'all of its open item' });
    await links.first().waitFor();
    for (const link of await links.all()) expect(await link.getAttribute('href')).toContain(item);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL((url) => !url.search.includes('item='));
    await visit.close();
  });

  it('what came in is laid against a claim by two persons, and taken back by two', async () => {
    const { api, keys } = pages.story;
    const entry = { reference: 'B7', on: '2026-05-04', cents: 81_400n, remittance: 'with thanks' };
    const sent = await api.call(keys.get('dora'), {
      ...{ method: 'POST', url: '/api/v1/bank-statements?name=s.xml' },
      ...{
        payload: camtText('DE89370400440532013000', [entry]),
        headers: { 'content-type': 'application/xml' },
      },
    });
    expect([sent.status, sent.body.code]).toEqual([200, undefined]);
    const dora = await pages.as('dora', '/settlement/bank');
    const ben = await pages.as('ben', '/settlement/bank');
    const rowIn = (visit: Visit) => visit.page.getByRole('row', { name: /with thanks/ });
    const decides = async (told: string) => {
      await ben.page.reload();
      await rowIn(ben).first().getByRole('button', { name: 'Approve' }).click();
      await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
      await ben.page.getByText(told).waitFor();
    };
    await rowIn(dora).getByRole('button', { name: 'Assign' }).click();
    const asked = dora.page.getByRole('alertdialog');
    await asked.getByRole('combobox', { name: 'The claim or document that it pays' }).fill('LEAF');
    await dora.page.getByRole('option', { name: /LEAF-REBATE/ }).click();
    await asked.getByLabel('Reason').fill('Linde says so');
    await asked.getByRole('button', { name: 'Assign' }).click();
    await dora.page.getByText('You have proposed it yourself.').waitFor();
    await decides('The entry is assigned.');
    await dora.page.reload();
    await dora.page.getByRole('row', { name: /with thanks.*LEAF-REBATE/ }).waitFor();
    await expectSound(dora);
    await picture(dora, 'laid');
    await rowIn(dora).getByRole('button', { name: 'Take back' }).click();
    await asked.getByLabel('Reason').fill('of another one');
    await asked.getByRole('button', { name: 'Take back' }).click();
    await dora.page.getByText('You have proposed it yourself.').first().waitFor();
    await decides('It is taken back; the entry waits.');
    await dora.page.reload();
    await dora.page.getByRole('row', { name: /with thanks.*was taken back/ }).waitFor();
    await dora.close();
    await ben.close();
  });
});
