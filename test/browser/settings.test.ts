import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, openPages, type Pages, SWEEPS, type Visit } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PASSWORD = 'a lamp, a boat, 3 keys';
const PLACES = ['', '/keys', '/sign-in', '/companies', '/rules', '/calendars', '/currencies', '/brand'];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant } = pages.world;
    const one = { name: 'Ada Min', email: 'ada@example.com', roles: [{ role: 'administrator' as const }] };
    const two = { name: 'Abe Pro', email: 'abe@example.com', roles: [{ role: 'approver' as const }] };
    const three = { name: 'Cy Second', email: 'cy@example.com', roles: [{ role: 'approver' as const }] };
    const four = { name: 'Ana Lyst', email: 'ana@example.com', roles: [{ role: 'analyst' as const }] };
    for (const member of [one, two, three, four]) {
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

  it.each(SWEEPS)('each page is sound in $language, $theme, $width', async (look: Look) => {
    for (const place of PLACES) {
      const visit = await pages.visit(`/settings${place}`, look);
      await expectSound(visit);
      await visit.close();
    }
  });

  it('somebody is invited as an approver up to an amount, and the invitation is withdrawn', async () => {
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
    await page.getByRole('button', { name: 'Withdraw: new@example.com' }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
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

  it('a calendar of weeks is kept, and chosen in an agreement, which says its years in words', async () => {
    const { page, close } = await signedIn('ada@example.com', '/settings/calendars');
    const form = page.getByRole('form', { name: 'Add a calendar' });
    await form.getByLabel('Code').fill('RETAIL');
    await form.getByLabel('Name in English').fill('Retail year');
    await form.getByLabel('Name in Chinese').fill('零售年度');
    await form.getByRole('button', { name: /Years are/ }).click();
    await page.getByRole('option', { name: 'of whole weeks' }).click();
    await form.getByLabel('First day of the first year').fill('2026-02-01');
    await form.getByRole('button', { name: 'One more year' }).click();
    await form.getByRole('button', { name: 'Save the calendar' }).click();
    await page.getByText('The calendar is saved.').waitFor();
    await page.getByText('4-4-5 weeks, from 1 Feb 2026 to 29 Jan 2028').waitFor();
    await page.goto(`${pages.address}/agreements/new?template=whole-volume`);
    await page
      .getByRole('button', { name: /Calendar/ })
      .first()
      .click();
    await page.getByRole('option', { name: 'Retail year' }).click();
    // The agreement carries the words of the calendar, not its name.
    await page.locator('textarea', { hasText: '"pattern": "4-4-5"' }).first().waitFor({ state: 'attached' });
    await close();
  });

  it('a company is added, and called otherwise', async () => {
    const { page, close } = await signedIn('ada@example.com', '/settings/companies');
    const add = page.getByRole('form', { name: 'Add a company' });
    await add.getByLabel('Code').fill('CN');
    await add.getByLabel('Name').fill('Acme Shanghai');
    await add.getByLabel('Time zone').fill('Asia/Shanghai');
    await add.getByRole('button', { name: 'Add the company' }).click();
    await page.getByText('The company is added').waitFor();
    const rename = page.getByRole('form', { name: 'Call a company otherwise' });
    await rename.getByRole('button', { name: /Company/ }).click();
    await page.getByRole('option', { name: 'Acme Shanghai' }).click();
    await rename.getByLabel('New name').fill('Acme China');
    await rename.getByRole('button', { name: 'Change the name' }).click();
    await page.getByText('The name is changed').waitFor();
    await page.getByRole('rowheader', { name: /Acme China/ }).waitFor();
    await close();
  });

  it('a rate is added, and looked at as of a day', async () => {
    const { page, close } = await signedIn('ana@example.com', '/settings/currencies');
    const form = page.getByRole('form', { name: 'Add a rate' });
    await form.getByLabel('First currency').fill('eur');
    await form.getByLabel('Second currency').fill('EUR');
    await form.getByLabel('Rate').fill('1.0850');
    await form.getByLabel('From').fill('2026-03-31');
    await form.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('master-invalid').first().waitFor();
    await form.getByLabel('Second currency').fill('USD');
    await form.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('The rate is known from now on.').waitFor();
    await form.getByLabel('Kind').fill('average');
    await form.getByLabel('Rate').fill('1.08');
    await form.getByRole('button', { name: 'Add it' }).click();
    await page.getByText(/average 1.08.*closing 1.085|closing 1.085.*average 1.08/).waitFor();
    await page.getByLabel('On the day').fill('2026-03-30');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('No rate is in force on that day').waitFor();
    expect(new URL(page.url()).search).toBe('?effective=2026-03-30');
    await close();
  });

  it('rules are written in a form, tried out, proposed by one person and put in force by another', async () => {
    const first = await signedIn('abe@example.com', '/settings/rules');
    const section = first.page.getByRole('region', { name: 'Rules of approval' });
    await section.getByText('Everything: A second person (anyone but an author).').waitFor();
    await section.getByRole('button', { name: 'Propose others' }).click();
    await section.getByRole('button', { name: 'Add an approval' }).click();
    const level = section.getByRole('group', { name: 'Approval 2' });
    await level.getByLabel('Name in English').fill('Controlling');
    await level.getByLabel('Name in Chinese').fill('财务控制');
    await section.getByRole('button', { name: 'Add a rule' }).click();
    const rule = section.getByRole('group', { name: 'Rule 2' });
    await rule.locator('label').filter({ hasText: 'Controlling' }).click();
    await rule.locator('label').filter({ hasText: 'agreements' }).click();
    await rule.locator('label').filter({ hasText: 'what we owe' }).click();
    await rule.getByLabel('From this amount on').fill('50000');
    await rule
      .getByText('Agreements of what we owe from EUR 50,000.00 on: Controlling (anyone but an author).')
      .waitFor();
    await section.getByRole('button', { name: 'Try it' }).click();
    await section.getByText(/It needs A second person .* and Controlling/).waitFor();
    await section.getByLabel('Amount', { exact: true }).fill('49999.99');
    await section.getByRole('button', { name: 'Try it' }).click();
    await section.getByText('It needs A second person (anyone but an author).').waitFor();
    await expectSound(first);
    await section.getByRole('button', { name: 'Propose them' }).click();
    await section.getByText(/Version 1 waits for another person than/).waitFor();
    expect(await section.getByRole('button', { name: 'Put it in force' }).count()).toBe(0);
    const second = await signedIn('cy@example.com', '/settings/rules');
    await second.page.getByRole('button', { name: 'Put it in force' }).click();
    await second.page.getByText('In force: version 1').waitFor();
    await Promise.all([first.close(), second.close()]);
  });
});
