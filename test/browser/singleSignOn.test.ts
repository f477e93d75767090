import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setSsoProvider } from '../../app/access/setSsoProvider.ts';
import { systemActor } from '../../app/actor.ts';
import { type OidcPeer, oidcPeer } from '../support/oidcPeer.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER } from './chromium.ts';
import { expectSound, type Look, openPages, type Pages, SWEEPS } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('single sign-on', () => {
  let pages: Pages;
  let peer: OidcPeer;
  let code: string;
  beforeAll(async () => {
    pages = await openPages();
    peer = await oidcPeer([`${pages.address}/sso`]);
    const { api, tenant, one } = pages.world;
    const { issuer, clientId, clientSecret } = peer;
    const rule = { domains: ['acme.example'], role: 'auditor' as const };
    const wanted = { seen: '0', isOn: true, issuer, clientId, clientSecret, ...rule };
    taken(await setSsoProvider(api.ports, tenant, wanted, systemActor('cli')));
    code = await one('SELECT code FROM tenant WHERE tenant_id = TENANT');
  });
  afterAll(async () => {
    await peer.close();
    await pages.close();
  });

  it.each(SWEEPS)('the page is sound in $language, $theme, $width', async (look: Look) => {
    const visit = await pages.visit('/sso-begin', look);
    await expectSound(visit);
    await visit.close();
  });

  it('leads to the provider and back, and in; going back in the browser signs nobody in again', async () => {
    const { page, close } = await pages.visit('/sign-in');
    await page.getByRole('link', { name: 'Sign in at your company' }).click();
    await page.getByLabel('Code of your company here').fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Your account: Ann Lee' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.goto(`${pages.address}/sso?code=x&state=y`);
    await page.getByText('What the provider answered does not hold.').waitFor();
    await page.goto(`${pages.address}/account`);
    await page.getByText('which does not open the account itself').first().waitFor();
    await close();
  });

  it('says so where it is not set up', async () => {
    const { page, close } = await pages.visit('/sso-begin');
    await page.getByLabel('Code of your company here').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('Single sign-on is not set up there.').waitFor();
    await close();
  });
});
