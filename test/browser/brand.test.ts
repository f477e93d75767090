import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { addLogo, setBrand } from '../../app/brand/setBrand.ts';
import { setContact } from '../../app/brand/setContact.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { asRole } from '../support/asRole.ts';
import { png } from '../support/png.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, looks, openPages, type Pages, type Visit } from './openPages.ts';
import { letPartnerIn, PASSWORD, visitAs } from './portalPerson.ts';

// They run in the page: the compiler of the tests knows no document.
const widthOf = (image: unknown) => (image as { readonly naturalWidth: number }).naturalWidth;
const groundOf = (element: unknown) =>
  (
    globalThis as unknown as { getComputedStyle: (of: unknown) => { readonly backgroundColor: string } }
  ).getComputedStyle(element).backgroundColor;

const DEEP = process.env.OPENREBATE_DEEP === '1';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ACCENT = { light: '#7a1f5c', dark: '#e29acb' };
const PATIENT = { timeout: 20_000 };
const NAME = { en: 'Acme partner portal', 'zh-CN': 'Acme 合作伙伴门户' };

/** Pictures for whoever works on the pages: OPENREBATE_SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.OPENREBATE_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

// Without a browser there is nothing to look at. With full counts only: its rules are tested over HTTP with every run (test/api/brand).
describe.skipIf(!HAS_BROWSER || !DEEP)('the brand of a tenant', () => {
  let pages: Pages;
  let origin: string;
  let fay: string;
  beforeAll(async () => {
    pages = await openPages();
    const { api, tenant, one } = pages.world;
    origin = pages.address.replace('localhost', 'partners.localhost');
    const code = await one('SELECT code FROM tenant WHERE tenant_id = TENANT');
    api.tenantAddresses.push({ tenant: code, origin });
    fay = await letPartnerIn(pages.world, 'BROWSER-P1', 'partnerUser');
    const ada = { name: 'Ada Min', email: 'ada@example.com', roles: [{ role: 'administrator' as const }] };
    taken(await createMember(api.ports, tenant, { ...ada, password: PASSWORD }, systemActor('cli')));
    const cli = systemActor('cli');
    const logo = { width: 120, height: 40, content: png(120, 40) };
    const { sha256 } = taken(await addLogo(api.ports, tenant, async () => accept(logo), cli));
    taken(await setBrand(api.ports, tenant, { seen: '0', name: NAME, accent: ACCENT, logo: sha256 }, cli));
    const contact = {
      ...{ phone: '+49 30 1234567', email: 'desk@acme.example' },
      ...{
        hours: { en: '9 to 17', 'zh-CN': '9:00—17:00' },
        note: { en: 'Ask for Bo.', 'zh-CN': '请找阿博。' },
      },
    };
    taken(await setContact(api.ports, tenant, { seen: '0', ...contact }, cli));
  });
  afterAll(() => pages.close());

  async function inOffice(path: string, heading: string): Promise<Visit> {
    const visit = await pages.visit(`/sign-in?to=${path}`);
    await visit.page.getByLabel('E-mail').fill('ada@example.com');
    await visit.page.getByLabel('Password').fill(PASSWORD);
    await visit.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visit.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await stands(visit.page);
    return visit;
  }

  it.each(looks())(
    'stands at its own address before anybody signs in: $language, $theme, $width',
    async (look: Look) => {
      const visit = await pages.visit('/portal/sign-in', { ...look, origin });
      const { page } = visit;
      const name = NAME[look.language ?? 'en'];
      await page.getByRole('img', { name }).waitFor();
      expect(await page.title()).toContain(name);
      const image = page.getByRole('img', { name });
      await expect.poll(() => image.evaluate(widthOf), PATIENT).toBe(120);
      const button = page.locator('button[type=submit]');
      const ground = await button.evaluate(groundOf);
      expect(ground).toBe(look.theme === 'dark' ? 'rgb(226, 154, 203)' : 'rgb(122, 31, 92)');
      await shot(page, `signIn-${look.language}-${look.width}`);
      await expectSound(visit);
      await visit.close();
    },
  );

  it('leads from every page of its address to the portal, and signs in there', async () => {
    const { page, close } = await visitAs(pages, fay, '/portal', { origin });
    await page.getByRole('img', { name: NAME.en }).waitFor();
    await page.goto(`${origin}/settings`);
    await page.waitForURL(`${origin}/portal`);
    await page.getByRole('button', { name: 'Your account: Fay Grant' }).waitFor();
    await close();
  });

  it('is set with a preview, refused where it cannot be read, and taken as the nearest that can', async () => {
    const visit = await inOffice('/settings/brand', 'Settings');
    const { page } = visit;
    await page.getByLabel('Colour on light ground').fill('#FFCC00');
    await page.getByLabel('Colour on dark ground').fill('');
    const preview = page.locator('[data-ground=light] span', { hasText: 'Accept' });
    await expect.poll(() => preview.evaluate(groundOf), PATIENT).toBe('rgb(255, 204, 0)');
    const form = page.getByRole('form', { name: 'Name, logo and colour' });
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('accent-too-faint').waitFor();
    await page.getByRole('button', { name: /^Take #/ }).click();
    await page.getByLabel('Name in English').fill('');
    await page.getByText('Give the name in both languages').waitFor();
    await page.getByLabel('Name in English').fill('Acme rebates');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      form.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'sign.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await page.getByText('logo-not-png').waitFor();
    const [again] = await Promise.all([
      page.waitForEvent('filechooser'),
      form.getByRole('button', { name: 'Choose another file' }).click(),
    ]);
    await again.setFiles({ name: 'sign.png', mimeType: 'image/png', buffer: png(200, 50) });
    await page.locator('[data-ground=dark] img[width="200"]').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved; partners see it').waitFor();
    await shot(page, 'settings-brand');
    await expectSound(visit, /400/);
    await visit.close();
  });

  it('the contact is set, and shown under Help, in the portal and beside what fails', async () => {
    const { page, close } = await inOffice('/settings/brand', 'Settings');
    const form = page.getByRole('form', { name: 'Contact for help' });
    await form.getByLabel('Phone').fill('+49 30 7654321');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: /Whom to ask/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Get help' });
    await sheet.getByRole('link', { name: '+49 30 7654321' }).waitFor();
    await shot(page, 'help-en');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await page.route('**/api/v1/keys?*', (route) => route.abort());
    await page.getByRole('link', { name: 'Programs and keys' }).click();
    await page.getByRole('link', { name: 'Help: +49 30 7654321' }).waitFor({ timeout: 60_000 });
    await close();
    const portal = await pages.visit('/portal/sign-in', { origin, width: 390, language: 'zh-CN' });
    await portal.page.getByRole('button', { name: '帮助' }).click();
    await portal.page.getByRole('menuitem').click();
    await portal.page.getByText('请找阿博。').waitFor();
    await shot(portal.page, 'help-zh-390');
    await expectSound(portal);
    await portal.close();
  });

  it('the diagnosis says how things are, and nothing of the business', async () => {
    const visit = await visitAs(pages, fay, '/portal/agreements/BROWSER-A');
    const { page } = visit;
    await page.goto(`${pages.address}/portal/transactions?document=BROWSER-D-BROWSER-P1`);
    await stands(page);
    await page.goto(`${pages.address}/portal/claims/0199b5a0-7c00-7000-8000-000000000009`);
    await stands(page);
    await page.evaluate("history.pushState(null, '', '/portal/agreements/BROWSER-A?x=secret')");
    const text = await savedDiagnosis(page);
    const diagnosis = JSON.parse(text);
    expect(diagnosis).toMatchObject({
      ...{ format: 'openrebate/diagnosis/v1', place: 'portal' },
      server: { version: expect.any(String), causes: [], settings: null },
    });
    const failed = diagnosis.calls.find(({ status }: { status: number }) => status === 404);
    expect(failed).toMatchObject({ path: '/api/v1/claims/{id}', requestId: expect.stringMatching(/.{8}/) });
    await visit.close();
    const office = await inOffice('/settings/brand', 'Settings');
    await office.page.goto(`${pages.address}/earnings?agreement=BROWSER-A`);
    await stands(office.page);
    const ours = await savedDiagnosis(office.page);
    expect(JSON.parse(ours).server.settings).toMatchObject({ addresses: 1, needsSecondFactor: false });
    await office.close();
    for (const [name, value] of await everythingSaid()) {
      expect([name, value, text.includes(value) || ours.includes(value)]).toEqual([name, value, false]);
    }
  });

  async function savedDiagnosis(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: /Whom to ask/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the diagnosis' }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }

  /** Names, codes, ids, numbers and amounts of the tenant, as they stand in the database. */
  async function everythingSaid(): Promise<readonly (readonly [string, string])[]> {
    const { database, world } = pages;
    const columns = [
      ['master_version', 'code'],
      ['master_version', 'name'],
      ['agreement', 'code'],
      ['line', 'document'],
      ['line', 'net_value'],
      ['earning', 'id'],
      ['earning', 'earned_minor'],
      ['person', 'name'],
      ['person', 'id'],
      ['company', 'code'],
      ['tenant', 'name'],
    ] as const;
    const found: (readonly [string, string])[] = [];
    for (const [table, column] of columns) {
      const sql = `SELECT DISTINCT ${column}::text AS said FROM ${table}`;
      const rows = (await asRole(database.adminUrl, world.tenant, sql)) as readonly { said: string | null }[];
      expect([table, column, rows.length > 0]).toEqual([table, column, true]);
      // A digit or two stand in every file.
      for (const { said } of rows)
        if (said !== null && said.length > 3) found.push([`${table}.${column}`, said]);
    }
    expect(found.length).toBeGreaterThan(10);
    return found;
  }
});
