import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../app/access/role.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, LOOKS, type Look, openPages, type Pages, type Visit } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ANN = { email: 'ann@example.com', name: 'Ann Lee', role: 'analyst' };
const BOB = { email: 'bob@example.com', name: 'Bob Hill', role: 'approver' };
const PASSWORD = 'a lamp, a boat, 3 keys';

let pages: Pages;

/** A page at an address, with somebody signed in. */
async function visitAs(who: { readonly email: string }, path: string, look: Look = {}): Promise<Visit> {
  const visit = await pages.visit(`/sign-in?to=${encodeURIComponent(path)}`, look);
  const { page } = visit;
  await page.locator('input[type=email]').fill(who.email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  // The announcement of the button that was pressed would still be there.
  await page.goto(`${pages.address}${path}`);
  await stands(page);
  return visit;
}

/** To be looked at by people, where a folder for it is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.OPENREBATE_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('alertdialog');

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('agreements in a browser', () => {
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant } = pages.world;
    for (const { role, ...who } of [ANN, BOB]) {
      const member = { ...who, password: PASSWORD, roles: [{ role: role as Role }] };
      taken(await createMember(api.ports, tenant, member, systemActor('cli')));
    }
  });
  afterAll(() => pages?.close());

  it.each(LOOKS)(
    'the list and each part of an agreement are sound in $language, $theme, $width',
    async (look) => {
      const visit = await visitAs(ANN, '/agreements', look);
      const { page } = visit;
      await expectSound(visit);
      await shot(page, `agreements-${look.language}-${look.width}`);
      for (const tab of ['terms', 'partners', 'proposals', 'versions', 'history', 'documents']) {
        await page.goto(`${pages.address}/agreements/BROWSER-A?tab=${tab}`);
        await stands(page);
        await expectSound(visit);
        await shot(page, `agreement-${tab}-${look.language}-${look.width}`);
      }
      await visit.close();
    },
  );

  it('the list is narrowed by words and state, which stand in the address, and kept as a view', async () => {
    const { page, close } = await visitAs(ANN, '/agreements');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel('Name or id').fill('template');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('search')).toBe('template');
    await press(page, 'Save this view');
    await dialog(page).getByLabel('What it is called').fill('Mine');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await press(page, 'Show all');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await page.reload();
    await stands(page);
    await press(page, 'Saved views');
    await page.getByRole('menuitem', { name: 'Mine' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await close();
  });

  it('says every term as a sentence, and where each partner stands', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/BROWSER-A?tab=terms');
    await page.getByText('5%').first().waitFor();
    await page.getByRole('link', { name: 'Partners' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByText('EUR 400.00').first().waitFor();
    await close();
  });

  it('a copy is drafted by one person, sent back and approved by another one, and its author cannot', async () => {
    const ann = await visitAs(ANN, '/agreements/BROWSER-A');
    await press(ann.page, 'More');
    await ann.page.getByRole('menuitem', { name: 'Copy' }).click();
    await dialog(ann.page).getByLabel('Id of the new agreement').fill('COPY');
    await dialog(ann.page).getByRole('button', { name: 'Copy' }).click();
    await ann.page.waitForURL(/agreements\/COPY/);
    await submit(ann.page);
    await ann.page.getByText('another person approves it').waitFor();
    expect(await ann.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const bob = await visitAs(BOB, '/agreements/COPY');
    await press(bob.page, 'Send back');
    await dialog(bob.page).getByLabel('What is wrong with it').fill('Say for whom.');
    await dialog(bob.page).getByRole('button', { name: 'Send back' }).click();
    await bob.page.getByText('Draft').first().waitFor();

    await ann.page.reload();
    await submit(ann.page);
    await bob.page.reload();
    await press(bob.page, 'Approve');
    await dialog(bob.page).getByRole('button', { name: 'Approve' }).click();
    await bob.page.getByText('version 1 in force').waitFor();
    await bob.page.getByRole('link', { name: 'History' }).click();
    await bob.page.getByText('Say for whom.').waitFor();
    expect(await bob.page.getByText('Ann Lee').count()).toBeGreaterThan(0);
    await ann.close();
    await bob.close();
  });

  it('comments and documents are kept with an agreement', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/BROWSER-A?tab=history');
    await page.getByLabel('Comment').fill('Call before renewing.');
    await press(page, 'Add the comment');
    await page.getByRole('cell', { name: 'Call before renewing.' }).waitFor();
    await page.getByRole('link', { name: 'Documents' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'contract.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Five per cent.'),
    });
    await page.getByText('contract.txt').nth(1).waitFor();
    const saved = page.waitForEvent('download');
    await press(page, 'Save contract.txt');
    expect((await saved).suggestedFilename()).toBe('contract.txt');
    await close();
  });
});

async function submit(page: Page): Promise<void> {
  await press(page, 'Hand in for review');
  await dialog(page).getByLabel('Expected amount, EUR').fill('60,000.00');
  await dialog(page).getByRole('button', { name: 'Hand in for review' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}
