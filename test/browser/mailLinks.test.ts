import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inviteMember } from '../../app/accounts/inviteMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, openPages, type Pages, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PASSWORD = 'a lamp, a boat, 3 keys';

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('what links of mails lead to', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  let count = 0;
  async function invited(partners?: readonly string[]) {
    const { api, tenant } = pages.world;
    count += 1;
    const email = `guest${count}@example.com`;
    const side = partners
      ? { partners, roles: [{ role: 'partnerUser' as const }] }
      : { roles: [{ role: 'auditor' as const }] };
    const wanted = { email, name: 'Ann Lee', ...side, language: 'en' as const, origin: pages.address };
    taken(await inviteMember(api.ports, tenant, wanted, systemActor('cli')));
    return { email, path: await pathTo(email) };
  }

  /** Where the newest mail to an address leads. */
  async function pathTo(email: string): Promise<string> {
    const { postbox } = pages.world.api;
    await postbox.settled();
    const address = postbox.sent.filter(({ to }) => to === email).at(-1)?.letter.way?.address ?? '';
    return address.slice(pages.address.length);
  }

  it.each(SWEEPS)('each page is sound in $language, $theme, $width', async (look: Look) => {
    const { path } = await invited();
    for (const place of [
      path,
      '/invitation#none',
      '/password-lost',
      '/portal/password-lost',
      '/password#x',
    ]) {
      const visit = await pages.visit(place, look);
      if (place === '/invitation#none') {
        // Chromium says that the server has refused; the page says why.
        await visit.page.getByRole('alert').waitFor();
        await expectSound({ ...visit, errors: [] });
      } else await expectSound(visit);
      await visit.close();
    }
  });

  it.each([
    ['of ours', undefined, '/'],
    ['of a partner', ['BROWSER-P1'], '/portal'],
  ])('an invitation %s is accepted with a password, and leads in', async (_, partners, home) => {
    const { path } = await invited(partners);
    const { page, close } = await pages.visit(path);
    await page.getByText('Ann Lee, you are invited to work with').waitFor();
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('New password again').fill('something else');
    await page.getByText('The two differ.').waitFor();
    await page.getByLabel('New password again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.waitForURL(`${pages.address}${home}`);
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    await page.goto(`${pages.address}${path}`);
    await page.reload();
    await page.getByText('This invitation does not work, or works no more.').waitFor();
    await close();
  });

  it('a lost password is set anew by the link of the mail, from the page of sign-in on', async () => {
    const { email, path } = await invited();
    const first = await pages.visit(path);
    await first.page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await first.page.getByLabel('New password again').fill(PASSWORD);
    await first.page.keyboard.press('Enter');
    await first.page.waitForURL(`${pages.address}/`);
    const { page, close } = await pages.visit('/sign-in');
    await page.getByRole('link', { name: 'Password lost?' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('If there is an account at this address').waitFor();
    await page.goto(`${pages.address}${await pathTo(email)}`);
    await stands(page);
    await page.getByLabel('New password', { exact: true }).fill('quite another one');
    await page.getByLabel('New password again').fill('quite another one');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('The password is set').waitFor();
    await page.getByRole('link', { name: 'Sign in', exact: true }).last().click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('quite another one');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    // Where it was signed in before, it is no more.
    await first.page.reload();
    await first.page.getByRole('link', { name: 'Sign in' }).waitFor();
    await first.close();
    await close();
    expect(await pathTo(email)).toBe('');
  });
});
