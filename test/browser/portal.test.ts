import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PAGES } from '../../main/builtPages.ts';
import { HAS_BROWSER } from './chromium.ts';
import { expectSound, LOOKS, openPages, type Pages } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** What a phone on a slow line may have to load before the first page stands, compressed. */
const SCRIPT_BYTES_MAX = 300_000;

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('the portal in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  it.each(LOOKS)('the overview is sound in $language, $theme, $width', async (look) => {
    const visit = await pages.visit('/portal', look);
    await expectSound(visit);
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
