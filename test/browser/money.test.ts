import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { camtText } from '../support/camtText.ts';
import type { PersonName } from '../support/moneyStory/step.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import type { Visit } from './openPages.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const CLAIMS = [
  'reference,partner,agreement,currency,term,firstDay,lastDay,amount,source,document,documentLine',
  ...[
    ['540.00', 'H1'],
    ['487.50', 'H2'],
    ['453.00', 'H3'],
    ['57.00', 'H4'],
  ].map(
    ([amount, sale]) => `H-2026/1,HOFMANN,TEA-BONUS,EUR,volume,2026-01-01,2026-03-31,${amount},erp,${sale},1`,
  ),
  'Q1,KELLER,TEA-BONUS,EUR,volume,2026-01-01,2026-03-31,456.60,,,',
].join('\n');

/** What it takes of a person, in presses and in fields that are filled. */
const taken = { presses: 0, fields: 0 };

async function press(place: Locator): Promise<void> {
  taken.presses += 1;
  await place.click();
}

async function fill(place: Locator, text: string): Promise<void> {
  taken.fields += 1;
  await place.fill(text);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** The answer to the question that was asked. */
const yes = (page: Page, name: string | RegExp) =>
  page.getByRole('alertdialog').getByRole('button', { name });

// Without a browser there is nothing to press.
describe.skipIf(!HAS_BROWSER)('the story of the money, pressed in a browser', () => {
  let pages: MoneyPages;
  let folder: string;
  const visits = new Map<string, Visit>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'money-'));
    pages = await openMoneyPages('tier jump');
  });
  afterAll(async () => {
    await pages?.close();
    await rm(folder, { recursive: true, force: true });
  });

  // Sessions end long before the next day of the story: then everybody signs in again.
  const on = async (day: string) => {
    pages.story.api.time.now = new Date(`${day}T12:00:00Z`);
    for (const visit of visits.values()) await visit.close();
    visits.clear();
  };
  const at = async (who: PersonName, path: string): Promise<Page> => {
    const before = visits.get(who);
    if (before === undefined) {
      const visit = await pages.as(who, path);
      visits.set(who, visit);
      return visit.page;
    }
    await before.page.goto(`${pages.address}${path}`);
    await stands(before.page);
    return before.page;
  };
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('a claim with a wrong line is taken in, answered line by line, and argued about', async () => {
    await on('2026-04-09');
    const page = await at('anna', '/claims');
    await press(button(page, 'Take in a file of claims'));
    await page.locator('input[type=file]').setInputFiles(file('claims.csv', CLAIMS));
    await page.getByText('H-2026/1 · EUR').waitFor();
    await press(yes(page, 'Take in a file of claims'));
    await press(page.getByRole('link', { name: /H-2026\/1/ }));
    await press(button(page, 'Answer line by line'));
    await fill(page.getByRole('textbox', { name: 'Granted, EUR' }), '423.00');
    await page.getByText('Not granted: EUR 30.00').waitFor();
    await picture(visits.get('anna') as Visit, 'answer');
    await press(button(page, 'Record the answer'));
    await page.getByText('The answer is recorded.').waitFor();
    await press(button(page, 'Put in dispute'));
    await fill(page.getByRole('alertdialog').getByLabel('Amount'), '30.00');
    await press(yes(page, 'Put in dispute'));
    await page.getByText('in dispute: EUR 30.00').first().waitFor();
    await press(button(page, 'End the dispute'));
    await press(page.getByRole('alertdialog').getByRole('button', { name: /How it ended/ }));
    await press(page.getByRole('option', { name: 'it is not asked for any more' }));
    await press(yes(page, 'End the dispute'));
    await page.getByText('The dispute has ended.').waitFor();
    expect(await page.getByRole('row', { name: /^granted .*1,507\.50$/ }).count()).toBe(1);
  });

  it('a settlement is proposed, and approved by another person only', async () => {
    await on('2026-04-15');
    const page = await at('anna', '/settlement/run');
    await press(button(page, 'Work out the run'));
    await press(button(page, 'Propose these documents'));
    await press(yes(page, 'Propose these documents'));
    await page.getByText('The run is proposed.').waitFor();
    await on('2026-04-16');
    for (const partner of ['HOFMANN', 'KELLER']) {
      const own = await at('anna', '/settlement?state=proposed');
      await own.getByRole('link', { name: new RegExp(partner) }).click();
      // Who has proposed it reads why they do not approve it.
      await own.getByText('You have proposed it yourself.').waitFor();
      expect(await button(own, 'Approve').count()).toBe(0);
      const ben = await at('ben', '/settlement?state=proposed');
      await press(ben.getByRole('link', { name: new RegExp(partner) }));
      await picture(visits.get('ben') as Visit, `approve ${partner}`);
      await press(button(ben, 'Approve'));
      await press(yes(ben, 'Approve'));
      await ben.getByText('Approved.').waitFor();
    }
  });

  it('credit notes are issued, and saved as paper and as an electronic invoice', async () => {
    for (const [partner, number] of [
      ['HOFMANN', 'CN-2026-000001'],
      ['KELLER', 'CN-2026-000002'],
    ] as const) {
      const page = await at('anna', '/settlement?state=approved');
      await press(page.getByRole('link', { name: new RegExp(partner) }));
      await press(button(page, 'Issue the document'));
      await press(yes(page, 'Issue the document'));
      await page.getByRole('heading', { name: `Credit note ${number}` }).waitFor();
      const saved = page.waitForEvent('download');
      await press(button(page, 'Electronic invoice (UBL)'));
      const download = await saved;
      expect(download.suggestedFilename()).toContain(number);
      expect(await readFile(await download.path(), 'utf8')).toContain('<cbc:ID>');
    }
  });

  it('what is owed is paid by a file that a third person makes, and the bank confirms it', async () => {
    await on('2026-04-20');
    const page = await at('anna', '/settlement/payable?dueUntil=2026-04-30&executionDay=2026-04-21');
    await page.getByText('2 payments · It needs 1 approval.').waitFor();
    await press(button(page, 'Propose this run'));
    await press(yes(page, 'Propose this run'));
    const ben = await at('ben', '/settlement/payments');
    await press(ben.getByRole('link', { name: /2,356\.92/ }));
    await press(button(ben, 'Approve'));
    await press(yes(ben, 'Approve'));
    await ben.getByText('Approved.').waitFor();
    const carla = await at('carla', '/settlement/payments');
    await press(carla.getByRole('link', { name: /2,356\.92/ }));
    await picture(visits.get('carla') as Visit, 'payment run');
    await press(button(carla, 'Make the file'));
    await press(yes(carla, 'Make the file'));
    const saved = carla.waitForEvent('download');
    await press(button(carla, 'Save the file'));
    const paid = await readFile(await (await saved).path(), 'utf8');
    const ids = [...paid.matchAll(/<EndToEndId>(\w+)</g)].map(([, id]) => id as string);
    const cents = [...paid.matchAll(/<InstdAmt Ccy="EUR">([\d.]+)</g)].map(([, sum]) =>
      BigInt((sum as string).replace('.', '')),
    );
    expect(cents).toEqual([180_900n, 54_792n]);
    await on('2026-04-22');
    const entries = ids.map((endToEndId, index) => ({
      ...{ reference: `B${index}`, on: '2026-04-21', cents: -(cents[index] as bigint), endToEndId },
    }));
    const dora = await at('dora', '/settlement/bank');
    await dora
      .locator('input[type=file]')
      .first()
      .setInputFiles(file('statement.xml', camtText('DE89370400440532013000', entries)));
    await press(button(dora, 'Bring it in').first());
    await dora.getByText('2 matched, 0 wait').waitFor();
  });

  it('the months are closed, and every entry of the trail is as it was written', async () => {
    await on('2026-05-04');
    const { api, tenant } = pages.story;
    await calculateDue(api.ports, tenant);
    const page = await at('dora', '/ledger/months');
    for (const month of ['March 2026', 'April 2026']) {
      await press(button(page, `Close ${month}`));
      await press(yes(page, `Close ${month}`));
      await page.getByRole('row', { name: new RegExp(`^${month}`) }).waitFor();
    }
    expect(await page.getByText('holds what it was closed with', { exact: true }).count()).toBe(2);
    await linkAudit(api.ports, tenant);
    await at('dora', '/ledger/audit');
    await press(button(page, 'Verify the chain'));
    await page.getByText(/^The chain is whole/).waitFor();
    const books = await at('dora', '/ledger');
    await books.getByText('sums to zero, as it has to').waitFor();
    expect(await books.getByRole('row', { name: /Money at the bank/ }).textContent()).toContain('-2,356.92');
    process.stdout.write(`the story of the money: ${taken.presses} presses, ${taken.fields} fields\n`);
    expect(taken.presses).toBeLessThanOrEqual(50);
  });
});
