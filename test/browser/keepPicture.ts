import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps a picture of a page for whoever wants to look at it: OPENREBATE_SHOTS names a folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.OPENREBATE_SHOTS;
  if (folder === undefined) return;
  const file = name.replaceAll(/[0-9a-f-]{36}/g, 'id').replaceAll(/[^\w]+/g, '-');
  await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true });
}
