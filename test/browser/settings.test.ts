import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, LOOKS, type Look, openPages, type Pages, type Visit } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PASSWORD = 'a lamp, a boat, 3 keys';
const PLACES = ['', '/keys', '/sign-in', '/companies', '/rules'];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant } = pages.world;
    const one = { name: 'Ada Min', email: 'ada@example.com', roles: [{ role: 'administrator' as const }] };
    const two = { name: 'Abe Pro', email: 'abe@example.com', roles: [{ role: 'approver' as const }] };
    const three = { name: 'Cy Second', email: 'cy@example.com', roles: [{ role: 'approver' as const }] };
    for (const member of [one, two, three]) {
      taken(await createMember(api.ports, tenant, { ...member, password: PASSWORD }, systemActor('cli')));
    }
  });
  afterAll(() => pages.close());

  async function signedIn(email: string, path: string): Promise<Visit> {
    const visit = await pages.visit(`/sign-in?to=${path}`);
    await visit.page.getByLabel('E-mail').fill(email);
    await visit.page.getByLabel('Password').fill(PASSWORD);
    await visit.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await stands(visit.page);
    return visit;
  }

  it.each(LOOKS)('each page is sound in $language, $theme, $width', async (look: Look) => {
    for (const place of PLACES) {
      const visit = await pages.visit(`/settings${place}`, look);
      await expectSound(visit);
      await visit.close();
    }
  });

  it('somebody is invited as an approver up to an amount, and the invitation is taken back', async () => {
    const { page, close } = await signedIn('ada@example.com', '/settings');
    await page.getByLabel('E-mail').fill('new@example.com');
    await page.getByLabel('Name', { exact: true }).fill('New Person');
    await page.getByText('Approver: approves what others propose').last().click();
    await page.getByLabel('Approves up to').fill('10000.00');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('The invitation is on its way').waitFor();
    const { api } = pages.world;
    await api.postbox.settled();
    expect(api.postbox.sent.map(({ to }) => to)).toContain('new@example.com');
    await page.getByRole('button', { name: 'Take back: new@example.com' }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    await close();
  });

  it('roles of a person are changed, and nobody takes what they have not', async () => {
    const { page, close } = await signedIn('ada@example.com', '/settings');
    await page.getByRole('link', { name: /Abe Pro/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Analyst: facts, agreements, claims').click();
    await sheet.getByRole('button', { name: 'Save the roles' }).click();
    await sheet.getByText('The roles are saved').waitFor();
    await sheet.getByText('Analyst: facts, agreements, claims').click();
    await sheet.getByRole('button', { name: 'Save the roles' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: /Ada Min/ }).click();
    await page.getByRole('dialog').getByText('Approver: approves what others propose').click();
    await page.getByRole('button', { name: 'Save the roles' }).click();
    await page.getByText('scope-not-own').waitFor();
    await close();
  });

  it('a program gets a key, which is shown once and ended', async () => {
    const { page, close } = await signedIn('ada@example.com', '/settings/keys');
    await page.getByLabel('Code').fill('erp');
    await page.getByLabel('Name').fill('Our ERP');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('The program is added').waitFor();
    await page.getByRole('button', { name: /Of the program/ }).click();
    await page.getByRole('option', { name: 'Our ERP' }).click();
    await page.getByLabel('What it is for').fill('nightly import');
    const day = new Date(pages.world.api.time.now.getTime() + 200 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('It ends on').fill(day);
    await page.getByText('facts:write', { exact: true }).click();
    await page.getByRole('button', { name: 'Issue the key' }).click();
    await page.getByText('The key, shown this once').waitFor();
    expect(await page.locator('pre').first().textContent()).toMatch(/^ork_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'End: nightly import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
    await page.getByRole('button', { name: 'End: nightly import' }).waitFor({ state: 'detached' });
    await close();
  });

  it('rules are proposed by one person, and put in force by another', async () => {
    const first = await signedIn('abe@example.com', '/settings/rules');
    const section = first.page.getByRole('region', { name: 'Rules of approval' });
    await section.getByRole('button', { name: 'Propose others' }).click();
    await section.getByLabel('Rules as text').last().fill('no text');
    await section.getByText('This is no text in JSON.').waitFor();
    await first.page.reload();
    await section.getByRole('button', { name: 'Propose others' }).click();
    await section.getByRole('button', { name: 'Propose them' }).click();
    await section.getByText(/Version 1 waits for another person than/).waitFor();
    expect(await section.getByRole('button', { name: 'Put it in force' }).count()).toBe(0);
    const second = await signedIn('cy@example.com', '/settings/rules');
    await second.page.getByRole('button', { name: 'Put it in force' }).click();
    await second.page.getByText('In force: version 1').waitFor();
    await Promise.all([first.close(), second.close()]);
  });
});
