import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../app/access/role.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, PATIENCE_MS, stands } from './chromium.ts';
import { expectSound, type Look, looks, openPages, type Pages, SWEEPS, type Visit } from './openPages.ts';

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

/** What one presses and reads on the way, in both languages. */
const EN = {
  create: 'New agreement',
  volume: /^Volume The more/,
  name: 'Name',
  cell: /^From, EUR, row 1/,
  heading: 'From\tPays',
  workedOut: 'Worked out on the lines',
  handIn: 'Hand in for review …',
  submit: 'Hand in for review',
  approve: 'Approve',
  inForce: 'version 1 in force',
  secondRate: 'Pays, %, row 2',
  propose: 'Propose this version',
  difference: /No longer: .*3%.*Now: .*4%/s,
};
const ZH: typeof EN = {
  create: '新建协议',
  volume: /^采购额返利/,
  name: '名称',
  cell: /^不低于（EUR），第 1 行/,
  heading: '门槛\t返利',
  workedOut: '已按目前所知的明细行计算',
  handIn: '提交审批……',
  submit: '提交审批',
  approve: '批准',
  inForce: '第 1 版生效',
  secondRate: '返利（%），第 2 行',
  propose: '提出该版本',
  difference: /不再：.*3%.*现为：.*4%/s,
};

/** What stands there soon; a machine at work on other things is slow. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS });

/** Counts what is pressed with a pointer from now on. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    "globalThis.presses = 0; addEventListener('pointerdown', () => { globalThis.presses += 1; }, true)",
  );
  return async () => Number(await page.evaluate('globalThis.presses'));
}

/** By the clipboard, as a spreadsheet does it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+V');
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

  it.each(SWEEPS)(
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
    await soon(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel('Name or id').fill('template');
    await soon(() => page.locator('tbody tr').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('search')).toBe('template');
    await press(page, 'Save this view');
    await dialog(page).getByLabel('What it is called').fill('Mine');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await press(page, 'Show all');
    await soon(() => page.locator('tbody tr').count()).toBe(2);
    await page.reload();
    await stands(page);
    await press(page, 'Saved views');
    await page.getByRole('menuitem', { name: 'Mine' }).click();
    await soon(() => page.locator('tbody tr').count()).toBe(1);
    await close();
  });

  it('says every term as a sentence, and where each partner stands', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/BROWSER-A?tab=terms');
    await page.getByText('5%').first().waitFor();
    await page.getByRole('link', { name: 'Partners' }).click();
    await soon(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByText('EUR 400.00').first().waitFor();
    await close();
  });

  it('a copy is drafted by one person, sent back and approved by another one, and its author cannot', async () => {
    const ann = await visitAs(ANN, '/agreements/BROWSER-A');
    await press(ann.page, 'More');
    await ann.page.getByRole('menuitem', { name: 'Copy' }).click();
    await dialog(ann.page).getByLabel('Id of the new agreement').fill('COPY');
    await dialog(ann.page).getByRole('button', { name: 'Copy' }).click();
    await ann.page.waitForURL(/agreements\/COPY\/edit/);
    await ann.page.goto(`${pages.address}/agreements/COPY`);
    await stands(ann.page);
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

  it.each(looks().slice(0, 2))(
    'a tiered agreement is made from a template with a paste from a spreadsheet, in 5 clicks to the review and 2 to the approval, in $language',
    async (look) => {
      const words = look.language === 'en' ? EN : ZH;
      const ann = await visitAs(ANN, '/agreements', look);
      const { page } = ann;
      const clicks = await countClicks(page);
      await page.getByRole('link', { name: words.create }).click();
      await page.getByRole('link', { name: words.volume }).click();
      const name = `Bonus ${look.language}`;
      await page.getByLabel(words.name, { exact: true }).fill(name);
      await page.getByLabel(words.cell).click();
      await paste(page, `${words.heading}\n10,000.00\t2.5%\n15,000\t3 %\n`);
      // Each of the two partners has bought for 20,000 in one quarter.
      await page.getByText(words.workedOut).waitFor();
      await soon(() => page.locator('aside').textContent()).toMatch(/1,200\.00/);
      expect(await page.locator('aside').textContent()).toContain('BROWSER-P2');
      await shot(page, `editor-${look.language}-${look.width}`);
      await expectSound(ann);
      await press(page, words.handIn);
      await dialog(page).locator('input').last().waitFor();
      await soon(() => dialog(page).locator('input').last().inputValue()).toBe('1200.00');
      await dialog(page).getByRole('button', { name: words.submit }).click();
      await page.waitForURL(/tab=proposals/);
      expect(await clicks()).toBe(5);
      const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');

      const bob = await visitAs(BOB, `/agreements/${code}`, look);
      const approving = await countClicks(bob.page);
      await press(bob.page, words.approve);
      await dialog(bob.page).getByRole('button', { name: words.approve }).click();
      await bob.page.getByText(words.inForce).waitFor();
      expect(await approving()).toBe(2);
      const { api, tenant } = pages.world;
      await calculateDue(api.ports, tenant);
      const earned = await listEarnings(api.ports, tenant, { agreement: code, limit: 10 });
      expect(earned.totals.map(({ earnedMinor }) => earnedMinor)).toEqual([120000n]);

      // An amendment stands beside the version in force while it is written, and shows what it changes.
      await page.goto(`${pages.address}/agreements/${code}/edit`);
      await page.getByLabel(words.secondRate).fill('4');
      await soon(() => page.locator('aside').textContent()).toMatch(/1,600\.00.*1,200\.00.*400\.00/s);
      await press(page, words.propose);
      await page.waitForURL(/tab=proposals/);
      await stands(page);
      await soon(() => page.locator('main').textContent()).toMatch(words.difference);
      // The announcement of the button that was pressed would still be there.
      await page.reload();
      await stands(page);
      await shot(page, `amendment-${look.language}-${look.width}`);
      await expectSound(ann);
      await bob.close();
      await ann.close();
    },
  );

  it('what is wrong stands at its field, in the words of the server, and nothing typed is lost when the session ends', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/new?template=whole-volume');
    await page.getByLabel('Name', { exact: true }).fill('Never lost');
    const rate = page.getByLabel('Pays, %, row 1');
    await rate.fill('a lot');
    await page.getByText(/still missing/).waitFor();
    expect(await rate.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText('As soon as nothing is missing').count()).toBe(1);
    await rate.fill('2');
    await page.getByText(/still missing/).waitFor({ state: 'detached' });
    await page.context().clearCookies();
    await page.goto(`${pages.address}/sign-in?to=%2Fagreements%2Fnew%3Ftemplate%3Dwhole-volume`);
    await page.locator('input[type=email]').fill(ANN.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.getByText('You have written here before').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Never lost');
    expect(await rate.inputValue()).toBe('2');
    await close();
  });

  it('the tier table is gone through and grown by keyboard, and a condition shows at once whom it leaves', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/new?template=whole-volume');
    await page.getByLabel(/^From, EUR, row 2/).focus();
    await page.keyboard.press('Enter');
    await soon(() => page.getByLabel(/^From, EUR, row/).count()).toBe(3);
    await page.keyboard.type('50000');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByLabel('Pays, %, row 3').fill('5');
    await soon(() => page.locator('aside').textContent()).toContain(
      'Catches: 2 partners, 1 product, 2 of 2 lines',
    );
    await press(page, 'Add a condition: Who takes part');
    await page.getByRole('combobox', { name: 'Values' }).fill('BROWSER-P1');
    await page.getByRole('option').first().click();
    await soon(() => page.locator('aside').textContent()).toContain(
      'Catches: 1 partner, 1 product, 1 of 2 lines',
    );
    await close();
  });

  it('agreements that are chosen are renewed together, and approved at once by another person', async () => {
    const ann = await visitAs(ANN, '/agreements');
    const { page } = ann;
    for (const code of ['BROWSER-A', 'TEMPLATE']) {
      await page.getByRole('checkbox', { name: `Choose ${code}` }).focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('link', { name: 'Renew 2 agreements together' }).click();
    await page.getByLabel('Id of the successor of BROWSER-A').fill('BROWSER-A-2027');
    await page.getByLabel('Id of the successor of TEMPLATE').fill('TEMPLATE-2027');
    await page.getByLabel('Expected value of the successor of BROWSER-A').fill('1,000.50');
    await press(page, 'See what becomes of them');
    // What stands in no cap has to be named.
    await page.getByText('0 created, 1 renewed, 0 unchanged, 1 refused').waitFor();
    await page.getByLabel('Expected value of the successor of TEMPLATE').fill('500');
    await press(page, 'See what becomes of them');
    await page.getByText('0 created, 2 renewed, 0 unchanged, 0 refused').waitFor();
    await shot(page, 'bulk-en-1280');
    await press(page, 'Hand 2 agreements in');
    await page.getByRole('dialog').getByText('Another person approves them.').waitFor();
    const { pathname, search } = new URL(page.url());

    const bob = await visitAs(BOB, `${pathname}${search}`);
    await expectSound(bob);
    await press(bob.page, 'Approve all 2 agreements');
    await bob.page.getByText('2 agreements are approved').waitFor();
    await bob.page.getByText('2 approved').first().waitFor();
    await ann.close();
    await bob.close();
  });

  it('in earnings one sees who qualifies and why not, and what each agreement makes of a line', async () => {
    const visit = await visitAs(ANN, '/earnings?agreement=BROWSER-A&partner=BROWSER-P1');
    const { page } = visit;
    await press(page, 'Who qualifies, and why not?');
    await page.getByRole('dialog').getByText('Still missing').waitFor();
    await expectSound(visit);
    await shot(page, 'why-en-1280');
    await page.keyboard.press('Escape');
    await page.locator('td a').first().click();
    await page.getByRole('dialog').getByRole('link', { name: 'BROWSER-D-BROWSER-P1' }).click();
    await page.getByRole('heading', { name: /on BROWSER-D-BROWSER-P1/ }).waitFor();
    await soon(() => page.getByRole('dialog').locator('tbody tr').count()).toBeGreaterThan(1);
    await shot(page, 'line-en-1280');
    await expectSound(visit);
    await visit.close();
  });

  it('comments and documents are kept with an agreement', async () => {
    const { page, close } = await visitAs(ANN, '/agreements/BROWSER-A?tab=history');
    await page.getByLabel('Your comment').fill('Call before renewing.');
    await press(page, 'Comment');
    await page.getByRole('listitem').getByText('Call before renewing.').waitFor();
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
