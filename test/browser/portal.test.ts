import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PAGES } from '../../main/builtPages.ts';
import { partnersAgreement, sentClaimTo } from '../support/api/claimFixtures.ts';
import { sentBalance } from '../support/api/confirmationFixtures.ts';
import { sentPayment } from '../support/api/paymentFixtures.ts';
import { issuedNote } from '../support/api/settlementFixtures.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, looks, openPages, type Pages, SWEEPS } from './openPages.ts';
import { letPartnerIn, takeAll, visitAs } from './portalPerson.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** What a phone on a slow line may have to load before the first page stands, compressed. */
const SCRIPT_BYTES_MAX = 300_000;

/** Pictures for whoever works on the pages: OPENREBATE_SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.OPENREBATE_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('the portal in a browser', () => {
  let pages: Pages;
  let fay: string;
  let claim: string;
  let claimable: string;
  beforeAll(async () => {
    pages = await openPages();
    const { world } = pages;
    fay = await letPartnerIn(world, 'BROWSER-P1', 'partnerAdministrator');
    claimable = (await partnersAgreement(world)).id;
    claim = (await sentClaimTo(world, 'BROWSER-P1')).id;
    await sentBalance(world);
    await issuedNote(world, 'BROWSER-P1');
    await sentPayment(world);
    const comment = { claim, text: 'We look at it.' };
    const url = '/api/v1/claim-messages/comments';
    await world.api.call(world.admin.key, { method: 'POST', url, payload: comment });
  });
  afterAll(() => pages.close());

  it.each(SWEEPS)('the overview is sound in $language, $theme, $width', async (look) => {
    const visit = await pages.visit('/portal', look);
    await expectSound(visit);
    await visit.close();
  });

  it.each(SWEEPS)('a partner’s own pages are sound in $language, $theme, $width', async (look) => {
    const visit = await visitAs(pages, fay, '/portal', look);
    const { page } = visit;
    await page.locator('h3').first().waitFor();
    await shot(page, `overview-${look.language}-${look.width}`);
    await expectSound(visit);
    await page.locator('a[href*="earning="]').first().click();
    await page.getByRole('dialog').locator('tfoot').last().waitFor();
    await shot(page, `earning-${look.language}-${look.width}`);
    await expectSound(visit);
    const places = [
      'agreements',
      'agreements/BROWSER-A',
      'transactions',
      'claims',
      'claims/new',
      'claims/file',
      'payments',
      'verify',
      'users',
    ];
    for (const path of [...places, `claims/${claim}`]) {
      await page.goto(`${pages.address}/portal/${path}`);
      await stands(page);
      await page.waitForLoadState('networkidle');
      await shot(page, `${path.replaceAll('/', '-').replace(claim, 'one')}-${look.language}-${look.width}`);
      await expectSound(visit);
    }
    await visit.close();
  });

  it('a partner accepts its agreement, which is then said, and asked no more', async () => {
    const visit = await visitAs(pages, fay, '/portal', { width: 390 });
    const { page } = visit;
    const asked = page.locator('a[href$="/agreements/BROWSER-A"]', { hasText: 'Read and accept' });
    await asked.click();
    await page.getByRole('button', { name: 'Accept the agreement' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Accept the agreement' }).click();
    await page.getByText('Accepted for BROWSER-P1 by Fay Grant').waitFor();
    await expectSound(visit);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'By agreement' }).waitFor();
    // The others, which nobody has accepted, still wait.
    await expect.poll(() => asked.count(), { timeout: 60_000 }).toBe(0);
    expect(await page.getByText('Read and accept').count()).toBeGreaterThan(0);
    await visit.close();
  });

  it('whoever may see nothing is told so, and the server is not asked in vain', async () => {
    const nobody = await letPartnerIn(pages.world, 'BROWSER-P1');
    const visit = await visitAs(pages, nobody, '/portal');
    const { page } = visit;
    const refused: string[] = [];
    page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
    for (const path of [
      '',
      '/agreements',
      '/transactions',
      '/claims',
      '/claims/new',
      '/payments',
      '/users',
    ]) {
      await page.goto(`${pages.address}/portal${path}`);
      await page.getByText('You may not see this').waitFor();
      await stands(page);
    }
    expect(
      await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allTextContents(),
    ).toEqual(['Verify']);
    expect(refused).toEqual([]);
    await visit.close();
  });

  it('lines are narrowed by product and day, and the filter stays in the address', async () => {
    const visit = await visitAs(pages, fay, '/portal/transactions', { width: 390 });
    const { page } = visit;
    await page.getByText('BROWSER-D-BROWSER-P1').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    // A line opens what it earned; "back" closes it.
    await page.getByText('BROWSER-D-BROWSER-P1').click();
    const sheet = page.getByRole('dialog', { name: 'What this line earned' });
    await sheet.getByRole('link', { name: 'How the whole amount was worked out' }).first().waitFor();
    await expectSound(visit);
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Product').fill('ELSE');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('No lines here').waitFor();
    expect(new URL(page.url()).searchParams.get('product')).toBe('ELSE');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('BROWSER-D-BROWSER-P1').waitFor();
    await visit.close();
  });

  const SENT_AGAIN = [
    ['en', 'Your reference', 'Send', 'Send it once more', 'is with the claim'],
    ['zh-CN', '贵方编号', '发送', '重新发送', '已附于索赔'],
  ] as const;
  it.each(SENT_AGAIN.filter(([language]) => looks().some((look) => look.language === language)))(
    'a proof that does not get through is sent once more, with nothing typed again and no second claim: %s',
    async (language, reference, send, again, there) => {
      const path = `/portal/claims/new?agreement=${claimable}`;
      const visit = await visitAs(pages, fay, path, { language, width: 390 });
      const { page } = visit;
      const own = `PROOF-${language}`;
      await page.getByLabel(reference).fill(own);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'display.txt', mimeType: 'text/plain', buffer: Buffer.from('It stood.') });
      let sent = 0;
      await page.route('**/claim-messages/proofs?*', (route) => {
        sent += 1;
        return sent === 1 ? route.abort() : route.continue();
      });
      await page.getByRole('button', { name: send, exact: true }).click();
      const piece = page.getByRole('listitem').filter({ hasText: 'display.txt' });
      // Before there is a claim it is said that the file waits, and that the page has to stay.
      await piece.waitFor();
      await shot(page, `claims-along-waits-${language}-390`);
      await takeAll(pages.world);
      await page.getByRole('button', { name: again }).waitFor();
      await shot(page, `claims-along-failed-${language}-390`);
      await expectSound(visit, /ERR_FAILED/);
      const through = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('proofs'));
      await page.getByRole('button', { name: again }).click();
      expect((await through).status()).toBe(202);
      await takeAll(pages.world);
      await piece.filter({ hasText: there }).waitFor();
      await shot(page, `claims-along-there-${language}-390`);
      const { world } = pages;
      const { rows } = (await world.api.call(world.admin.key, { url: '/api/v1/claims?limit=100' })).body;
      expect(rows.filter((one: { reference: string }) => one.reference === own)).toHaveLength(1);
      expect(sent).toBe(2);
      await visit.close();
    },
  );

  it('a partner claims by form and by file, says something, objects, and sees what became of it', async () => {
    const visit = await visitAs(pages, fay, '/portal/claims/new', { width: 390 });
    const { page } = visit;
    // Only what partners claim is offered, so what is refused is refused for its own reasons.
    const offered = page.getByRole('combobox', { name: 'Under which agreement' });
    await offered.fill('');
    await offered.press('ArrowDown');
    await page.getByRole('option').filter({ hasText: claimable }).first().waitFor();
    // BROWSER-A, which is settled by itself, is not among them.
    expect(await page.getByRole('option').filter({ hasText: 'BROWSER' }).count()).toBe(1);
    await page.getByRole('option').filter({ hasText: claimable }).first().click();
    await page
      .getByRole('button', { name: /For which amount/ })
      .filter({ hasText: 'EUR' })
      .waitFor();
    await page.getByLabel('Amount, EUR').fill('2.00');
    await page.getByLabel('Your reference').fill('FORM-1');
    await page.getByRole('textbox', { name: 'Why you claim it' }).fill('The display stood all of May.');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'display.txt', mimeType: 'text/plain', buffer: Buffer.from('It stood.') });
    const whole = await page.getByLabel('Amount, EUR').inputValue();
    await page.getByLabel('Amount, EUR').fill('two');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('is being taken in').first().waitFor();
    await takeAll(pages.world);
    // It is said at the form, in view, and changed there.
    const refused = page.getByText('It was not taken in.');
    await refused.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-live")')).toBe('polite');
    const box = await refused.boundingBox();
    expect(box !== null && box.y > 0 && box.y + box.height < 900).toBe(true);
    await page.getByLabel('Amount, EUR').fill(whole);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('is being taken in').first().waitFor();
    const along = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('proofs'));
    await takeAll(pages.world);
    await page.getByText('1 claim was taken in.').waitFor();
    // What was written and attached goes along, once there is a claim that it can go with; it is said how far it is.
    expect((await along).status()).toBe(202);
    const pieces = page.getByRole('region', { name: 'What goes along' }).getByRole('listitem');
    await takeAll(pages.world);
    for (const text of ['Why you claim it', 'display.txt'])
      await pieces.filter({ hasText: text }).filter({ hasText: 'is with the claim' }).waitFor();
    await page.getByRole('link', { name: 'See the claim' }).click();
    await page.getByText('The display stood all of May.').waitFor();
    await page.getByText('Proof: display.txt').waitFor();

    await page.goto(`${pages.address}/portal/claims/file`);
    await stands(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Template as CSV' }).click();
    const template = readFileSync(await (await saved).path(), 'utf8');
    const own = template.replace('R-1', 'FILE-1').replace('A-2026', claimable).replace('100.00', 'one euro');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.from(own) });
    await page.getByRole('button', { name: 'Send the file' }).click();
    await page.getByText('is being taken in').first().waitFor();
    await takeAll(pages.world);
    // What cannot be read waits: it is mended in place, and sent once more.
    await page.getByText('1 row was not taken in.').waitFor();
    await page.getByText('amount', { exact: false }).first().waitFor();
    await expectSound(visit);
    const waiting = page.url();
    await page.goto(`${pages.address}/portal/claims`);
    await page.getByRole('heading', { name: 'Files with rows to mend' }).waitFor();
    await page.goto(waiting);
    const cell = page.getByRole('textbox', { name: /^Amount, row/ });
    expect([await cell.inputValue(), await cell.getAttribute('aria-invalid')]).toEqual(['one euro', 'true']);
    await shot(page, 'claims-repair-en-390');
    await cell.fill('1.00');
    await page.getByRole('button', { name: 'Send 1 row once more' }).click();
    await page.getByText('is being taken in').first().waitFor();
    await takeAll(pages.world);
    await page.getByText('1 claim was taken in.').waitFor();
    await expectSound(visit);
    await page.getByRole('link', { name: 'See the claim' }).click();
    await page.getByRole('heading', { name: 'Claim FILE-1' }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Sent' })
      .filter({ hasText: 'EUR 1.00' })
      .first()
      .waitFor();
    expect(await page.locator('[aria-current=step]').textContent()).toContain('comes next');

    // What is claimed leads to its claim.
    const { rows } = (await page.evaluate(
      `fetch('/api/v1/earnings?limit=1&agreement=${claimable}').then((answer) => answer.json())`,
    )) as { rows: { id: string }[] };
    await page.goto(`${pages.address}/portal?earning=${rows[0]?.id}`);
    await page.getByRole('button', { name: 'Question this amount' }).click();
    await page.waitForURL((url) => /claims.[0-9a-f-]{36}$/.test(url.pathname) && url.hash === '#dispute');

    await page.goto(`${pages.address}/portal/claims/${claim}`);
    await page.getByText('We look at it.').waitFor();
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Thank you.');
    await page.getByRole('button', { name: 'Send' }).first().click();
    await page.getByText('Thank you.').waitFor();
    await page.getByRole('textbox', { name: 'What is wrong, in your words' }).fill('The price of May.');
    await page.getByRole('button', { name: 'Send' }).last().click();
    await page.getByText('Sent. It is being taken in.').waitFor();
    await takeAll(pages.world);
    await page.getByText('Objects: price').waitFor();
    await page.reload();
    await page.getByText('in dispute').first().waitFor();
    await expectSound(visit);
    await visit.close();
  });

  it('a partner saves a statement and its documents, and confirms a balance', async () => {
    const visit = await visitAs(pages, fay, '/portal/payments?from=2026-01-01&until=2026-12-31', {
      width: 390,
    });
    const { page } = visit;
    const save = async (name: string) => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name }).first().click();
      return readFileSync(await (await saved).path());
    };
    // A payment opens down to its documents; "back" closes it.
    await page.locator('a[href*="payment="]').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('heading', { name: 'What it pays' }).waitFor();
    await sheet.getByText('on its way').first().waitFor();
    await shot(page, 'payment-en-390');
    await expectSound(visit);
    expect((await save('Remittance advice as PDF')).subarray(0, 4).toString()).toBe('%PDF');
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    expect((await save('Save as PDF')).subarray(0, 4).toString()).toBe('%PDF');
    expect((await save('Save with the proofs (zip)')).subarray(0, 2).toString()).toBe('PK');
    await page.getByRole('button', { name: 'Confirm the balance' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm the balance' }).click();
    await page.getByText('confirmed', { exact: true }).waitFor();
    await expectSound(visit);
    await visit.close();
  });

  it('a proof is computed again in the browser, and a changed one is found', async () => {
    const visit = await visitAs(pages, fay, '/portal', { width: 390 });
    const { page } = visit;
    await page.locator('a[href*="earning="]').first().click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the proof' }).click();
    const proof = readFileSync(await (await saved).path(), 'utf8');
    // The same from the address of the amount, without a file.
    await page.getByRole('link', { name: 'Check it in this browser' }).click();
    await page.getByText('Computed again, and it is the same').waitFor();
    await page.goto(`${pages.address}/portal/verify`);
    const drop = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'proof.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const asked: string[] = [];
    await drop(proof);
    await page.getByText('Computed again, and it is the same').waitFor();
    // Nothing is asked of the server for it once the page stands; the bell asks again on its own, whatever else goes on.
    await page.waitForLoadState('networkidle');
    page.on('request', (request) => {
      if (!new URL(request.url()).pathname.includes('/notices')) asked.push(request.url());
    });
    await drop(proof.replaceAll('"amount":"', '"amount":"1'));
    await page.getByText('This does not come out').waitFor();
    await page.getByText('proof-earning-differs').waitFor();
    await drop(proof.replace('"netValue":"', '"netValue":"1'));
    await page.getByText('proof-line-changed').waitFor();
    expect(asked).toEqual([]);
    await expectSound(visit);
    await visit.close();
  });

  it('nothing is pushed out of a screen of 320 pixels', async () => {
    const visit = await visitAs(pages, fay, '/portal', { width: 390 });
    await visit.page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['', '/agreements/BROWSER-A', '/transactions']) {
      await visit.page.goto(`${pages.address}/portal${path}`);
      await stands(visit.page);
      await expectSound(visit);
    }
    await visit.close();
  });

  it('loads less than 300 kB of compressed script before its first page stands', async () => {
    const { page, close } = await pages.visit('/portal', { width: 390 });
    const loaded = (await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)',
    )) as readonly string[];
    const scripts = loaded.filter((path) => path.endsWith('.js'));
    const bytes = scripts.map((path) => gzipSync(readFileSync(join(PAGES, path))).length);
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(SCRIPT_BYTES_MAX);
    await close();
  });
});
