import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { importMaster } from '../support/importMaster.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER } from './chromium.ts';
import { openPages, type Pages } from './openPages.ts';

// Long lists: lines, earnings, transfers and partners of a tenant with a hundred thousand and more of each
// (with full counts, OPENREBATE_DEEP=1; it does not run without). Lists turn page by page, so what is held is that a page carries few rows however
// long its list is, that it stands and turns soon, that frames come in time while it is scrolled to its end and back, and that
// who comes back finds the place where they were. How soon is held on a machine that does nothing else.

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

const DEEP = process.env.OPENREBATE_DEEP === '1';
const PARTNERS = 26_000;
const LINES_OF_EACH = 4;
const SCROLLED_MS = 3_000;
const AT_ONCE = 5_000;
const LINES_AT_ONCE = 20_000;

const HEAD =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency\n';

/** What a page may carry, and how long anything on it may take. */
const ROWS_MOST = 600;
const FRAME_MEDIAN_MS = 100;
const TURN_MS = 2_000;
const STANDS_MS = 5_000;
const TURNS = 3;

/** Scrolls to the end and back, and measures how long after one another the frames came. */
const SCROLL = `new Promise((resolve) => {
  const deltas = [];
  let last = performance.now();
  const began = last;
  const step = (now) => {
    deltas.push(now - last);
    last = now;
    const share = ((now - began) % 1500) / 1500;
    scrollTo(0, (share < 0.5 ? share : 1 - share) * 2 * document.documentElement.scrollHeight);
    if (now - began < ${SCROLLED_MS}) return requestAnimationFrame(step);
    deltas.sort((a, b) => a - b);
    resolve({
      frames: deltas.length,
      median: Math.round(deltas[deltas.length >> 1]),
      late: deltas.filter((delta) => delta > 100).length,
      longest: Math.round(deltas.at(-1)),
      heap: Math.round(performance.memory.usedJSHeapSize / 1024 / 1024),
    });
  };
  requestAnimationFrame(step);
})`;
const ANSWERS = `Math.round(Math.max(0, ...performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/api/v1/')).map(({ duration }) => duration)))`;

type Measured = {
  readonly frames: number;
  /** Milliseconds between frames, and how many came more than 100 after the one before. */
  readonly median: number;
  readonly late: number;
  readonly longest: number;
  /** Megabytes. */
  readonly heap: number;
};

const code = (at: number) => `BROWSER-L${String(at).padStart(6, '0')}`;

const PATHS = [
  '/facts',
  `/facts?partner=${code(17)}`,
  '/facts/imports',
  '/facts/master?kind=partner',
  '/facts/hierarchies',
  '/earnings',
  '/ledger/transfers',
  '/reports/earnedByPartner',
  '/',
];

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER || !DEEP)('long lists in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
    await fill(pages);
  });
  afterAll(() => pages.close());

  it.each(PATHS)(
    '%s carries few rows, scrolls without a stumble, and is found again as it was',
    async (path) => {
      const began = performance.now();
      const { page, close } = await pages.visit(path);
      await page.waitForLoadState('networkidle');
      const stood = Math.round(performance.now() - began);
      const answer = (await page.evaluate(ANSWERS)) as number;
      const rows = await page.locator('main tbody tr, main [role=treeitem]').count();
      const measured = (await page.evaluate(SCROLL)) as Measured;
      const returned = await comeBack(page);
      const turned = await turnPages(page);
      process.stdout.write(
        `${path} ${JSON.stringify({ stood, answer, rows, ...measured, turned, returned })}\n`,
      );
      expect(rows).toBeLessThanOrEqual(ROWS_MOST);
      expect(measured.frames).toBeGreaterThan(5);
      expect(measured.heap).toBeLessThan(200);
      expect(Math.abs(returned)).toBeLessThanOrEqual(4);
      expect(measured.median).toBeLessThanOrEqual(FRAME_MEDIAN_MS);
      expect(turned).toBeLessThanOrEqual(TURN_MS);
      expect(stood).toBeLessThanOrEqual(STANDS_MS);
      await close();
    },
  );
});

/** Goes half down, away, and back; gives by how many pixels the place that is found then is another one. */
async function comeBack(page: Page): Promise<number> {
  const place = async () => Number(await page.evaluate('Math.round(scrollY)'));
  await page.evaluate('scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2)');
  await page.waitForTimeout(200);
  const before = await place();
  const { href } = new URL(page.url());
  // A press of the mouse would scroll to the link first.
  await page.locator('nav a[href="/claims"]').first().dispatchEvent('click');
  await page.waitForURL(/\/claims/);
  await page.goBack();
  await page.waitForURL(href);
  await page.waitForLoadState('networkidle');
  return (await place()) - before;
}

/** Turns some pages of the list; gives how long the slowest took. Milliseconds; 0 where there is one page. */
async function turnPages(page: Page): Promise<number> {
  let slowest = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const next = page.getByRole('button', { name: 'Next', exact: true });
    if ((await next.count()) === 0 || (await next.first().isDisabled())) return slowest;
    const [before, began] = [page.url(), performance.now()];
    const first = await page.locator('main tbody tr').first().textContent();
    await next.first().click();
    await page.waitForURL((url) => url.href !== before);
    await page
      .locator('main tbody tr')
      .first()
      .filter({ hasNotText: first ?? '' })
      .waitFor();
    slowest = Math.max(slowest, Math.round(performance.now() - began));
  }
  return slowest;
}

async function fill({ world }: Pages): Promise<void> {
  const { admin, api, mark, tenant } = world;
  for (let from = 0; from < PARTNERS; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, PARTNERS - from);
    const partners = Array.from({ length: count }, (_, index) => ({
      ...{ kind: 'partner' as const, code: code(from + index), name: `Handel ${from + index}` },
      attributes: index % 20 === 0 ? {} : { parent: code(from + index - (index % 20)) },
    }));
    taken(await importMaster(api.ports, tenant, partners, systemActor('demo')));
  }
  const lines = Array.from({ length: PARTNERS * LINES_OF_EACH }, (_, at) => {
    const [partner, line] = [Math.floor(at / LINES_OF_EACH), at % LINES_OF_EACH];
    const day = `2026-${String(((line * 3) % 8) + 1).padStart(2, '0')}-15`;
    const value = `${12_000 + partner}.00`;
    return `erp,D${partner},${line + 1},sale,${mark}-CO,${code(partner)},${mark}-X,${day},10,EA,${value},EUR`;
  });
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const part = lines.slice(from, from + LINES_AT_ONCE);
    const sent = await api.call(admin.key, {
      method: 'POST',
      url: '/api/v1/imports?name=long.csv',
      headers: { 'content-type': 'text/csv' },
      payload: `${HEAD}${part.join('\n')}\n`,
    });
    expect([sent.status, sent.body.accepted?.rows]).toEqual([201, part.length]);
  }
  await calculateDue(api.ports, tenant);
}
