import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's: the same engine without the windows around it needs a third less of the machine. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/** Without a browser these tests cannot look at anything; `.ci/run` brings one. */
export const HAS_BROWSER = CHROMIUM !== undefined;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages live for seconds: what would make them faster later on takes a seventh of the machine from the tests beside.
  ...(process.env.OPENREBATE_DEEP === '1' ? [] : ['--js-flags=--single-threaded --no-opt --no-maglev']),
];

/** A machine at work on other things is slow to start a browser. */
export const PATIENCE_MS = 60_000;

export function openChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('Neither chromium-headless-shell nor chromium is installed');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: PATIENCE_MS });
}

/** The page has its heading, and nothing of it is on its way. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForSelector('[role=status]:not(:empty)', { state: 'detached', timeout: PATIENCE_MS });
}
