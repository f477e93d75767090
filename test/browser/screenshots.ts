import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium, stands } from './chromium.ts';

// `npm run screenshots -- http://localhost:7070` while `npm start` runs: the pictures of the documentation, of the demo.

const [address = 'http://localhost:7070'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../docs/images');

type Shot = {
  readonly path: string;
  readonly language: 'en' | 'zh-CN';
  readonly width: 1280 | 390;
  readonly act?: (page: Page) => Promise<void>;
};

const openFirst = async (page: Page) => {
  await page.locator('td a').first().click();
  await page.getByRole('dialog').locator('tfoot').last().waitFor();
};

const SHOTS: Readonly<Record<string, Shot>> = {
  'home-en': { path: '/', language: 'en', width: 1280 },
  'earnings-en': { path: '/earnings?agreement=AW-WAREHOUSE-2012', language: 'en', width: 1280 },
  'explanation-zh': {
    path: '/earnings?agreement=AW-WAREHOUSE-2012',
    language: 'zh-CN',
    width: 1280,
    act: openFirst,
  },
  'portal-en': { path: '/portal', language: 'en', width: 390 },
};

const browser = await openChromium();
try {
  for (const [name, { path, language, width, act }] of Object.entries(SHOTS)) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: language });
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    await stands(page);
    await act?.(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
    process.stdout.write(`docs/images/${name}.png\n`);
  }
} finally {
  await browser.close();
}
