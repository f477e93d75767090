import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonName } from '../support/moneyStory/step.ts';
import { HAS_BROWSER, openChromium, PATIENCE_MS, stands } from './chromium.ts';
import { Keyboard } from './keyboard.ts';
import { type MoneyPages, openMoneyPages } from './moneyPages.ts';
import { EN, ZH } from './onboardingWords.ts';
import { PASSWORD } from './portalPerson.ts';
import { amountsThere, type TrialPages, trialPages } from './trialPages.ts';

// Goal E13: everything by keys alone. No test here presses a mouse or sets a focus: it goes by Tab, and fails where the
// focus is lost, caught, or out of sight.

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const DEEP = process.env.OPENREBATE_DEEP === '1';
const FILE = readFileSync(join(import.meta.dirname, '../../docs/samples/sales.csv'));
const CHOOSE = { en: 'Choose a file', 'zh-CN': '选择文件' } as const;

const button = (place: Page | ReturnType<Page['locator']>, name: string | RegExp) =>
  place.getByRole('button', { name, exact: true });
const asked = (page: Page) => page.getByRole('alertdialog');

// Without a browser there is nothing to look at. With full counts only: three hundred strokes, each looked at.
describe.skipIf(!HAS_BROWSER || !DEEP).each([
  ['en', EN],
  ['zh-CN', ZH],
] as const)('who comes for the first time, by keys alone, in %s', (language, words) => {
  let pages: TrialPages;
  let browser: Browser;
  beforeAll(async () => {
    pages = await trialPages();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  it('comes from nothing to a first amount of their own, worked out', async () => {
    const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(pages.address);
    await stands(page);
    const keys = new Keyboard(page);
    const link = (name: string | RegExp) =>
      page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });
    await keys.enter(button(page, words.own));
    await keys.write(page.locator('input[autocomplete=organization]'), 'Tee & Co');
    await keys.write(page.locator('input[type=email]'), 'ann@tee.example');
    await keys.write(page.locator('input[type=password]'), 'four words of my own');
    await keys.enter(button(page, words.begin));
    await keys.enter(link(words.drop));
    await keys.give(button(page, CHOOSE[language]), { name: 'shop.csv', text: FILE });
    await keys.enter(button(page, words.preview));
    await keys.enter(page.getByRole('button', { name: words.import }));
    await page.waitForURL(/\/facts\/imports\/[0-9a-f-]+$/);
    await keys.enter(link(words.home));
    await keys.enter(link(words.make));
    await keys.enter(link(words.volume));
    await page.getByText(words.workedOut).waitFor();
    await keys.enter(button(page, words.handIn));
    await keys.enter(button(asked(page), words.submit));
    await page.waitForURL(/tab=proposals/);
    await keys.choose(
      page.getByRole('button', { name: /ann$/ }),
      page.getByRole('menuitem', { name: words.second }),
    );
    await page.waitForURL((url) => url.pathname === '/');
    await stands(page);
    await keys.enter(page.locator('main table a'));
    await keys.enter(button(page, words.approve));
    await keys.enter(button(asked(page), words.approve));
    await page.getByText(words.inForce).waitFor();
    await keys.enter(link(words.earnings));
    await amountsThere(page);
    await keys.enter(page.locator('td a'));
    await page.getByRole('dialog').locator('tfoot').last().waitFor();
    // And back to where it was opened.
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('td a:focus').count()).toBe(1);
    process.stdout.write(`first own explained rebate by keys alone (${language}): ${keys.strokes} strokes\n`);
    await context.close();
  });
});

/** A line of which less was earned: what is right is granted without anybody. */
const CLAIMS = [
  'reference,partner,agreement,currency,term,firstDay,lastDay,amount,source,document,documentLine',
  'H-2026/1,HOFMANN,TEA-BONUS,EUR,volume,2026-01-01,2026-03-31,453.00,erp,H3,1',
].join('\n');

// Without a browser there is no key to press; with full counts only.
describe.skipIf(!HAS_BROWSER || !DEEP)('the money, by keys alone', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('tier jump');
  });
  afterAll(() => pages.close());

  /** Signs in and goes to an address, as the day has it. */
  async function at(who: PersonName, path: string, day: string): Promise<Keyboard> {
    pages.story.api.time.now = new Date(`${day}T12:00:00Z`);
    const { page } = await pages.visit(`/sign-in?to=${encodeURIComponent(path)}`);
    const keys = new Keyboard(page);
    await keys.write(page.locator('input[type=email]'), `${who}@example.com`);
    await keys.write(page.locator('input[type=password]'), PASSWORD);
    await keys.press('Enter');
    await page.waitForURL((url) => url.pathname === path.split('?')[0]);
    await stands(page);
    return keys;
  }

  it('a claim is taken in and answered', async () => {
    const keys = await at('anna', '/claims', '2026-04-09');
    const { page } = keys;
    await keys.enter(button(page, 'Take in a file of claims'));
    await keys.give(button(asked(page), CHOOSE.en), { name: 'claims.csv', text: CLAIMS });
    await page.getByText('H-2026/1 · EUR').waitFor();
    await keys.enter(button(asked(page), 'Take in a file of claims'));
    // Where the question was asked from one goes on.
    await asked(page).waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('button:focus').textContent()).toBe('Take in a file of claims');
    await keys.enter(page.getByRole('link', { name: /H-2026\/1/ }));
    await keys.enter(button(page, 'Answer line by line'));
    await keys.write(page.getByRole('textbox', { name: 'Granted, EUR' }), '423.00');
    await page.getByText('Not granted: EUR 30.00').waitFor();
    await keys.enter(button(page, 'Record the answer'));
    await page.getByText('The answer is recorded.').waitFor();
    await page.close();
  });

  it('a settlement is proposed by one person and approved by another', async () => {
    const anna = await at('anna', '/settlement/run', '2026-04-15');
    await anna.enter(button(anna.page, 'Work out the run'));
    await anna.enter(button(anna.page, 'Propose these documents'));
    await anna.enter(button(asked(anna.page), 'Propose these documents'));
    await anna.page.getByText('The run is proposed.').waitFor();
    await anna.page.close();
    const ben = await at('ben', '/settlement?state=proposed', '2026-04-15');
    await ben.enter(ben.page.getByRole('link', { name: /HOFMANN/ }));
    await ben.enter(button(ben.page, 'Approve'));
    await ben.enter(button(asked(ben.page), 'Approve'));
    await ben.page.getByText('Approved.').waitFor();
    await ben.page.close();
  });
});
