import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { codeAt } from '../support/codeAt.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, openPages, type Pages, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PASSWORD = 'a lamp, a boat, 3 keys';

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('the account of whoever is signed in', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  let count = 0;
  async function member(): Promise<string> {
    const { api, tenant } = pages.world;
    count += 1;
    const email = `ann${count}@example.com`;
    const ann = { email, name: 'Ann Lee', password: PASSWORD, roles: [{ role: 'auditor' as const }] };
    taken(await createMember(api.ports, tenant, ann, systemActor('cli')));
    return email;
  }

  async function typeIn(page: Page, email: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async function signedIn(email: string, look?: Look, path = '/account') {
    const visit = await pages.visit(`/sign-in?to=${path}`, { ...look, language: 'en' });
    await typeIn(visit.page, email);
    await visit.page.getByRole('heading', { name: 'Your account', level: 1 }).waitFor();
    await stands(visit.page);
    return visit;
  }

  /** An authenticator that has a fingerprint to hand, whenever it is asked. */
  async function withAuthenticator(page: Page) {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { session, authenticatorId };
  }

  async function confirmDialog(page: Page, button: string): Promise<void> {
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: button }).click();
  }

  async function setUpCodes(page: Page): Promise<{ key: string; codes: string[] }> {
    await page.getByRole('button', { name: 'Set up codes' }).click();
    await confirmDialog(page, 'Set up codes');
    await page.getByRole('img', { name: 'The key as a QR code' }).waitFor();
    const key = (await page.locator('code').first().textContent()) ?? '';
    await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(key, pages.world.api.time.now));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Codes by time are set up').waitFor();
    const codes = await page.locator('li code').allTextContents();
    pages.world.api.time.now = new Date(pages.world.api.time.now.getTime() + 30_000);
    return { key, codes };
  }

  it.each(SWEEPS)('the page is sound in $language, $theme, $width', async (look: Look) => {
    const email = await member();
    const { page, close } = await signedIn(email, look);
    await setUpCodes(page);
    await page.getByRole('button', { name: 'I have kept them' }).waitFor();
    await expectSound({ page, errors: [], close });
    if (look.language === 'zh-CN') {
      await page.evaluate(`localStorage.setItem('openrebate.language', 'zh-CN')`);
      await page.reload();
      await stands(page);
      await expectSound({ page, errors: [], close });
    }
    await close();
  });

  it('codes by time are set up, and asked for at the next sign-in; a recovery code does as well, once', async () => {
    const email = await member();
    const first = await signedIn(email);
    const { key, codes } = await setUpCodes(first.page);
    expect(codes).toHaveLength(10);
    const { page, close } = await pages.visit('/sign-in?to=/account');
    await typeIn(page, email);
    await page.getByRole('heading', { name: 'The second factor' }).waitFor();
    await expectSound({ page, errors: [], close });
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong, over, or used already.').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(key, pages.world.api.time.now));
    await page.keyboard.press('Enter');
    await page.getByText('Password and code').waitFor();
    const again = await pages.visit('/sign-in?to=/account');
    await typeIn(again.page, email);
    await again.page.getByRole('textbox', { name: 'Code' }).fill(codes[0] ?? '');
    await again.page.keyboard.press('Enter');
    await again.page.getByText('Left for the day when the others are lost: 9.').waitFor();
    await Promise.all([first.close(), close(), again.close()]);
  });

  it('a passkey is made, signs in without a password, and is taken away', async () => {
    const email = await member();
    const { page, close } = await signedIn(email);
    const { session, authenticatorId } = await withAuthenticator(page);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('alertdialog').getByLabel('What you call it').fill('Laptop');
    await confirmDialog(page, 'Add a passkey');
    await page.getByText('The passkey is added').waitFor();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    await page.goto(`${pages.address}/account`);
    await page.getByText('Passkey', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Take away: Laptop' }).click();
    await confirmDialog(page, 'Take away');
    await page.getByText('No passkey yet').waitFor();
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The passkey was not accepted.').waitFor();
    await close();
  });

  it('an answer of a passkey counts once, and nobody else’s question', async () => {
    const email = await member();
    const { page, close } = await signedIn(email);
    await withAuthenticator(page);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('alertdialog').getByLabel('What you call it').fill('Laptop');
    await confirmDialog(page, 'Add a passkey');
    await page.getByText('The passkey is added').waitFor();
    // What the device answers, as the page sends it.
    await page.addInitScript(`
      const get = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = async (asked) => (globalThis.shown = await get(asked));
    `);
    await page.goto(`${pages.address}/sign-in`);
    const options = page.waitForResponse(/passkey\/options$/);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    const { flow } = await (await options).json();
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    const response = await page.evaluate('globalThis.shown.toJSON()');
    const { api } = pages.world;
    const again = (changed: object) =>
      api.server.inject({
        method: 'POST',
        url: '/api/v1/sign-in/passkey',
        headers: { host: new URL(pages.address).host, 'x-openrebate': '1' },
        payload: { flow, response, ...changed },
      });
    expect((await again({})).json().code).toBe('passkey-refused');
    const asked = await api.server.inject({
      method: 'POST',
      url: '/api/v1/sign-in/passkey/options',
      headers: { host: new URL(pages.address).host, 'x-openrebate': '1' },
    });
    expect((await again({ flow: asked.json().flow })).json().code).toBe('passkey-refused');
    await close();
  });

  it('another session is ended from here, and the password changed', async () => {
    const email = await member();
    const [here, there] = [await signedIn(email), await signedIn(email)];
    await here.page.reload();
    await here.page
      .getByRole('button', { name: /^End: / })
      .first()
      .click();
    await here.page.getByText('End all others').waitFor({ state: 'detached' });
    await there.page.reload();
    await there.page.getByRole('link', { name: 'Sign in' }).waitFor();
    await here.page.getByLabel('Your password').fill(PASSWORD);
    await here.page.getByLabel('New password', { exact: true }).fill('quite another one');
    await here.page.getByLabel('New password again').fill('quite another one');
    await here.page.getByRole('button', { name: 'Change the password' }).click();
    await here.page.getByText('The password is changed').waitFor();
    await Promise.all([here.close(), there.close()]);
  });
});
