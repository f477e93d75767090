import type { Browser, CDPSession, Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';

// `npm run bench:pages -- http://localhost:7070` while `npm start` runs: what the first visit of a page loads, and when it can be
// read and used, on a phone: a processor four times slower, and the slow 4G of Lighthouse. Nothing is in the cache.

const [address = 'http://localhost:7070', rounds = '5'] = process.argv.slice(2);

/** What Lighthouse takes for a middling phone on slow 4G, where the throttling is done by the browser. */
const SLOWER = 4;
const LINE = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
/** After this long without anything to load or to do a page is done. */
const QUIET_MS = 1500;

const PAGES = {
  'portal, overview': '/portal',
  'portal, agreements': '/portal/agreements',
  'portal, claims': '/portal/claims',
  'portal, transactions': '/portal/transactions',
  'portal, verify': '/portal/verify',
  'portal, sign-in': '/portal/sign-in',
  'office, home': '/',
  'office, earnings': '/earnings',
  'office, agreements': '/agreements',
  'office, new agreement': '/agreements/new?template=whole-volume',
  'office, import': '/facts/import',
  'office, settlements': '/settlement',
  'office, cash flow': '/ledger/cash-flow',
  'office, a report': '/reports/liability',
  'office, sign-in': '/sign-in',
} as const;

type Figures = {
  readonly script: number;
  readonly all: number;
  readonly requests: number;
  readonly painted: number;
  readonly largest: number;
  readonly interactive: number;
  readonly blocked: number;
  readonly shift: number;
};

/** What the browser tells of itself, collected from the beginning. */
const WATCH = `
  globalThis.watched = { largest: 0, shift: 0, long: [] };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) watched.largest = one.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) watched.shift += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) watched.long.push([one.startTime, one.duration]); })
    .observe({ type: 'longtask', buffered: true });
`;

type Watched = {
  readonly painted: number;
  readonly largest: number;
  readonly shift: number;
  readonly long: readonly (readonly [start: number, duration: number])[];
};

/** A first visit; times in milliseconds from its beginning. */
async function visit(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en',
    isMobile: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const client = await context.newCDPSession(page);
  const loaded = await throttle(client);
  await page.addInitScript(WATCH);
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await quiet(page, loaded);
  const { painted, largest, shift, long } = (await page.evaluate(`({
    ...watched, painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`)) as Watched;
  const after = long.filter(([start]) => start >= painted);
  const interactive = Math.max(painted, ...long.map(([start, duration]) => start + duration));
  const blocked = after.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  await context.close();
  return { ...loaded.bytes(), painted, largest, interactive, blocked, shift };
}

async function throttle(client: CDPSession) {
  const types = new Map<string, string>();
  let [script, all, requests, last] = [0, 0, 0, Date.now()];
  client.on('Network.requestWillBeSent', ({ requestId, type }) => {
    types.set(requestId, type ?? 'Other');
    last = Date.now();
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests += 1;
    all += encodedDataLength;
    if (types.get(requestId) === 'Script') script += encodedDataLength;
    last = Date.now();
  });
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', LINE);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { bytes: () => ({ script, all, requests }), idle: () => Date.now() - last };
}

/** Nothing has been loaded for a while, and no rows are on their way. */
async function quiet(page: Page, { idle }: { readonly idle: () => number }): Promise<void> {
  await page.waitForSelector('[role=status]', { state: 'detached' });
  while (idle() < QUIET_MS) await page.waitForTimeout(100);
}

const median = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);
const seconds = (ms: number) => (ms / 1000).toFixed(1);

const browser = await openChromium();
process.stdout.write(
  '| page | script kB | all kB | requests | first paint s | largest paint s | interactive s | blocked s | moved |\n',
);
process.stdout.write('| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n');
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const seen: Figures[] = [];
    for (let round = 0; round < Number(rounds); round += 1)
      seen.push(await visit(browser, `${address}${path}`));
    const of = (figure: keyof Figures) => median(seen.map((one) => one[figure]));
    const cells = [
      ...[
        name,
        kilobytes(of('script')),
        kilobytes(of('all')),
        String(of('requests')),
        seconds(of('painted')),
      ],
      ...[seconds(of('largest')), seconds(of('interactive')), seconds(of('blocked')), of('shift').toFixed(3)],
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
} finally {
  await browser.close();
}
