import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, openPages, type Pages, SWEEPS, type Visit } from './openPages.ts';

// A browser takes longer than a function, on a machine that does other things, too.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ANN = { email: 'ann@example.com', name: 'Ann Lee', password: 'a lamp, a boat, 3 keys' };

/** From a shop of our own making: a day that is none, a quantity in letters, a partner that is almost ours. */
const FILE = (mark: string) =>
  [
    'Rechnung;Pos;Rechnungsdatum;Kunde;Kundenname;Artikel;Bezeichnung;Menge;Nettobetrag;Waehrung',
    `${mark}-1;1;14.03.2026;BROWSER-P1;Eins;BROWSER-X;Tee;1.200;12.000,50;EUR`,
    `${mark}-1;2;14.03.2026;BROWSER-P2;Zwei;BROWSER-X;Tee;12;120,00;EUR`,
    `${mark}-2;1;31.02.2026;BROWSER-P1;Eins;BROWSER-X;Tee;1;10,00;EUR`,
    `${mark}-3;1;15.03.2026;browser-p2;Zwei;BROWSER-X;Tee;24;240,00;EUR`,
    `${mark}-4;1;16.03.2026;BROWSER-P1;Eins;BROWSER-X;Tee;zwölf;120,00;EUR`,
    '',
  ].join('\n');

const sent = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(sent(name, text));
}

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('transactions in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant } = pages.world;
    const ann = { ...ANN, roles: [{ role: 'analyst' as const }] };
    taken(await createMember(api.ports, tenant, ann, systemActor('cli')));
  });
  afterAll(() => pages.close());

  /** Signed in as an analyst, at an address. */
  const visitAs = async (path: string, look?: Look): Promise<Visit> => {
    const visit = await pages.visit('/sign-in', look);
    const { page } = visit;
    await page.locator('input[type=email]').fill(ANN.email);
    await page.locator('input[type=password]').fill(ANN.password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(`${pages.address}${path}`);
    await stands(page);
    return visit;
  };

  it('a file with faults is understood, imported, put right in the grid, accounted for and taken back', async () => {
    const visit = await visitAs('/facts/import');
    const { page } = visit;
    let clicks = 0;
    const press = async (name: string | RegExp) => {
      clicks += 1;
      await page.getByRole('button', { name }).click();
    };
    await choose(page, 'march.csv', FILE('M'));
    await page.getByRole('heading', { name: 'How it is read' }).waitFor();
    await expectSound(visit);
    // A share is said in words, and what to do where it is not enough.
    await page
      .getByText(/\d+% likely: /)
      .first()
      .waitFor();
    await page.getByText('compare it with the first values').waitFor();
    // What the faults have hidden is said by hand.
    const means = async (column: string, field: string) => {
      await press(`Meaning of column “${column}”`);
      clicks += 1;
      await page.getByRole('option', { name: field, exact: true }).click();
    };
    await means('Rechnungsdatum', 'Invoice date');
    await means('Menge', 'Quantity');
    await press('Preview');
    // The whole file leaves open what “1.200” is.
    await page.getByText('can be read in more than one way').waitFor();
    (visit.errors as string[]).length = 0;
    await press('How “Menge” is written');
    clicks += 1;
    await page.getByRole('option', { name: '1.234,56 (decimal comma)' }).click();
    await press('Preview');
    await page.getByText('5 rows read').waitFor();
    await page.getByText('To be put right: 3').waitFor();
    await expectSound(visit);
    await press('Import 5 rows');
    await page.waitForURL(/\/facts\/imports\/[0-9a-f-]+$/);
    await page.getByRole('heading', { name: 'march.csv' }).waitFor();
    await stands(page);
    await page.getByText('Counted: 2').waitFor();
    await expectSound(visit);
    // What is almost ours is said once.
    await press('What “browser-p2” means');
    clicks += 1;
    await page.getByRole('option').first().click();
    await press('Apply');
    await page.getByText('Applied; 1 row came in.').waitFor();
    await page.getByRole('textbox', { name: 'Invoice date, row 3' }).fill('2026-02-28');
    await page.getByRole('textbox', { name: 'Quantity, row 5' }).fill('12');
    clicks += 2;
    await press('Save 2 rows');
    await page.getByText('Put right: 3').waitFor();
    await press('Undo the import');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('lines are withdrawn').waitFor();
    await expectSound(visit);
    await dialog.getByLabel('Why').fill('the wrong month');
    await dialog.getByRole('button', { name: 'Undo it' }).click();
    await page.getByText('Undone: the wrong month').waitFor();
    // Goal E2 has thirty for the import and the agreement; this is with every fault put right and all of it taken back.
    expect(clicks).toBe(16);
    await visit.close();
  });

  it('the next file of the same system is read without asking, and its lines open with why they count', async () => {
    const visit = await visitAs('/facts/import');
    const { page } = visit;
    await choose(page, 'april.csv', FILE('A'));
    await page.getByText('Read as the last time, by the description “march”').waitFor();
    await page.getByRole('button', { name: 'Import 5 rows' }).click();
    await page.getByText('Counted: 3').click();
    await page.waitForURL(/\/facts\?import=/);
    await page.getByRole('link', { name: 'A-1 / 1' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('counted, on').first().waitFor();
    await sheet.getByText('Revision 1').waitFor();
    await expectSound(visit);
    await visit.close();
  });

  it('a partner is found by a part of its name, a new version is said of it, and the old one stays', async () => {
    const visit = await visitAs('/facts/master');
    const { page } = visit;
    await page.getByRole('searchbox', { name: 'Name or code' }).fill('ser-p2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=ser-p2/);
    await page.getByRole('link', { name: 'BROWSER-P2' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Second & Sons');
    await sheet.getByRole('button', { name: 'Save the version' }).click();
    await sheet.getByRole('heading', { name: 'Second & Sons' }).waitFor();
    expect(await sheet.getByRole('heading', { level: 3 }).count()).toBe(2);
    await visit.close();
  });

  it('home shows a new import without loading the page again, and leads to the rows that wait of it', async () => {
    const visit = await visitAs('/');
    const { page } = visit;
    await page.evaluate('window.isSame = true');
    const { api, admin } = pages.world;
    const item = {
      document: 'TILL-1',
      line: '1',
      side: 'sale',
      company: 'BROWSER-CO',
      partner: 'BROWSER-P1',
    };
    const items = [{ ...item, product: 'NOBODY', unit: 'EA', currency: 'EUR', invoiceDate: '2026-03-01' }];
    const payload = { source: 'till', items, mode: 'goodRows' };
    const sentLine = await api.call(admin.key, { method: 'POST', url: '/api/v1/lines', payload });
    expect(sentLine.status).toBe(201);
    await page.getByText(/^Last import: lines, 1 row,/).waitFor();
    await page.getByRole('link', { name: /^Put 1 row of lines right/ }).click();
    await page.waitForURL(/\/facts\/imports\/./);
    await page.getByRole('textbox', { name: 'Product (code or name), row 1' }).waitFor();
    expect(await page.evaluate('window.isSame')).toBe(true);
    await visit.close();
  });

  it('payments come in by the meaning of their columns, and master data in our own form as it is, and is taken back', async () => {
    const visit = await visitAs('/facts/import');
    const { page } = visit;
    const holds = async (name: string) => {
      await page.getByRole('button', { name: /What it holds$/ }).click();
      await page.getByRole('option', { name, exact: true }).click();
    };
    await holds('Payments of documents');
    await choose(
      page,
      'bank.csv',
      'Payment No;Payment Date;Invoice No;Amount;Currency\nZ1;15.04.2026;A-1;12.120,50;EUR\n',
    );
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('1 row read').waitFor();
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await page.waitForURL(/\/facts\/imports\/[0-9a-f-]+$/);
    await page.goto(`${pages.address}/facts/import`);
    await holds('Master data of any kind, in our own form');
    await choose(
      page,
      'groups.csv',
      'kind,code,name,attributes.parent\npartner,GROUP,Buying group,\npartner,MEMBER,Member,GROUP\n',
    );
    await page.getByText('2 rows read').waitFor();
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.waitForURL(/\/facts\/imports\/[0-9a-f-]+$/);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('is known no more').first().waitFor();
    await expectSound(visit);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await visit.close();
  });

  it('a tree is walked with the keys, and something in it moves for a time', async () => {
    const visit = await visitAs('/facts/hierarchies');
    const { page } = visit;
    await page.getByRole('treegrid').focus();
    const group = page.locator('[role=row]:focus', { hasText: 'Buying group' });
    while ((await group.count()) === 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('row', { name: /Member/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'MEMBER' }).waitFor();
    await page.getByText('Buying group').last().waitFor();
    await expectSound(visit);
    await page.getByRole('combobox', { name: 'Below' }).fill('BROWSER-P1');
    await page.getByRole('option').first().click();
    await page.getByLabel('From').fill('2026-09-01');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Moved. What it touches is calculated now.').waitFor();
    await page.goto(`${pages.address}/facts/hierarchies?text=MEMBER&effective=2026-09-02`);
    await page.getByRole('cell', { name: 'BROWSER-P1' }).waitFor();
    await page.goto(`${pages.address}/jobs`);
    await page.getByText('everything that is due').first().waitFor();
    await visit.close();
  });

  it('a calculation that waits for lines says how many have been read, and then how far it is', async () => {
    const visit = await visitAs('/jobs');
    const { page } = visit;
    // It shows for some seconds after a start: what the server says of it is played here.
    const said = { linesRead: 120_000 as number | null, progress: { done: 0, total: null as number | null } };
    await page.route('**/api/v1/jobs?*', async (route) => {
      const answer = await (await route.fetch()).json();
      const [first, ...rest] = answer.rows;
      await route.fulfill({
        json: { ...answer, rows: [{ ...first, kind: 'calculate', state: 'running', ...said }, ...rest] },
      });
    });
    await page.getByText('Reading lines into memory: 120,000 so far').waitFor();
    await expectSound(visit);
    said.linesRead = null;
    await page.getByText('Reads the lines, then calculates').waitFor();
    said.progress = { done: 3, total: 12 };
    await page.getByText('3 of 12').waitFor();
    expect(await page.getByText('Reads the lines, then calculates').count()).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await visit.close();
  });

  it.each(SWEEPS)('every page of it is sound in $language, $theme, $width', async (look) => {
    const visit = await visitAs('/facts', look);
    const { page } = visit;
    await expectSound(visit);
    for (const path of [
      '/',
      '/facts/master',
      '/facts/stock',
      '/facts/imports',
      '/facts/quarantine',
      '/facts/hierarchies',
      '/facts/units',
      '/jobs',
      '/facts/import',
    ]) {
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      await expectSound(visit);
    }
    await choose(page, 'may.csv', FILE('Y').replace('Pos;', 'Posten;'));
    await page.locator('table').waitFor();
    await expectSound(visit);
    await page.goto(`${pages.address}/facts/imports`);
    await stands(page);
    await page.locator('th a').first().click();
    await page.waitForURL(/imports\/./);
    await stands(page);
    await expectSound(visit);
    await visit.close();
  });
});
