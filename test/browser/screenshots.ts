import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium, PATIENCE_MS, stands } from './chromium.ts';

// `npm run screenshots -- http://localhost:7070` while `npm start` runs: the pictures of the documentation, of the demo; with names behind the
// address, of these pages only.

const [address = 'http://localhost:7070', ...only] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../docs/images');

type Shot = {
  readonly path: string;
  readonly width: 1280 | 390;
  readonly act?: (page: Page) => Promise<void>;
};

const openFirst = async (page: Page) => {
  await page.locator('td a').first().click();
  await page.getByRole('dialog').locator('tfoot').last().waitFor();
};

const openEarning = async (page: Page) => {
  await page.locator('a[href*="earning="]').first().click();
  await page.getByRole('dialog').locator('tfoot').last().waitFor();
};

/** The main pages that the demo shows to whoever looks, each in both languages. */
const SHOTS: Readonly<Record<string, Shot>> = {
  welcome: { path: '/welcome', width: 1280 },
  home: { path: '/', width: 1280 },
  agreements: { path: '/agreements', width: 1280 },
  agreement: { path: '/agreements/AW-WAREHOUSE-2012?tab=partners', width: 1280 },
  earnings: { path: '/earnings?agreement=AW-WAREHOUSE-2012', width: 1280 },
  explanation: { path: '/earnings?agreement=AW-WAREHOUSE-2012', width: 1280, act: openFirst },
  'cash-flow': { path: '/ledger/cash-flow', width: 1280 },
  portal: { path: '/portal', width: 390 },
  'portal-explanation': { path: '/portal', width: 390, act: openEarning },
};

const LANGUAGES = { en: 'en', zh: 'zh-CN' } as const;

const browser = await openChromium();
try {
  for (const [page, shot] of Object.entries(SHOTS)) {
    if (only.length > 0 && !only.includes(page)) continue;
    for (const [short, language] of Object.entries(LANGUAGES)) await take(`${page}-${short}`, shot, language);
  }
} finally {
  await browser.close();
}

async function take(name: string, { path, width, act }: Shot, locale: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale });
  // In the office as whoever looks around, in the portal as somebody of a partner; the welcome is for who is nobody yet.
  if (path !== '/welcome') {
    const data = { person: path.startsWith('/portal') ? 'fay' : 'guest' };
    const headers = { 'x-openrebate': 'page', origin: address };
    await context.request.post(`${address}/api/v1/trial/sessions`, { data, headers });
  }
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${address}${path}`);
  await stands(page);
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/images/${name}.png\n`);
}
