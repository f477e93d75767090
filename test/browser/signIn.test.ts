import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, openPages, type Pages, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ANN = { email: 'ann@example.com', name: 'Ann Lee', password: 'a lamp, a boat, 3 keys' };

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('signing in at a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant } = pages.world;
    const ann = { ...ANN, roles: [{ role: 'auditor' as const }] };
    taken(await createMember(api.ports, tenant, ann, systemActor('cli')));
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)('the page is sound in $language, $theme, $width', async (look) => {
    for (const path of ['/sign-in', '/portal/sign-in']) {
      const visit = await pages.visit(path, look);
      await expectSound(visit);
      await visit.close();
    }
  });

  it('a wrong password is told, the right one leads back to where one was, by keyboard alone', async () => {
    const { page, close } = await pages.visit('/earnings?partner=BROWSER-P2');
    await page.getByRole('link', { name: 'Sign in' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('E-mail').fill(ANN.email);
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('You are not signed in').waitFor();
    // What was typed stays, and only the password is typed again.
    expect(await page.getByLabel('E-mail').inputValue()).toBe(ANN.email);
    await page.getByLabel('Password').fill(ANN.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/earnings\?partner=BROWSER-P2/);
    await stands(page);
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    await close();
  });

  it('who signs out is nobody again, after a reload, too', async () => {
    const { page, close } = await pages.visit('/sign-in');
    await page.getByLabel('E-mail').fill(ANN.email);
    await page.getByLabel('Password').fill(ANN.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    await close();
  });
});
