import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { REPORT_NAMES } from '../../core/report/report.ts';
import type { World } from '../support/api/world.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { SHOWN_AMOUNTS, type ShownAmount, type ShownPlace } from './crawl/shownAmounts.ts';
import { type MoneyPages, openMoneyPages } from './moneyPages.ts';
import { letPartnerIn, visitAs } from './portalPerson.ts';

// Goal E9 as people see it: from the amounts on each screen one reaches the terms, steps and lines that they were earned
// by in two presses. A press on a link is its address, so that each address is looked at once however many lead there.

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 300_000 });

const DEEP = process.env.OPENREBATE_DEEP === '1';
const PRESSES_MOST = 2;
/** Of amounts of one place so many are followed. */
const ALIKE_MOST = 5;
/** Of the ways on from one screen so many are tried. */
const TRIED_MOST = 8;

const DAYS = 'from=2026-01-01&until=2026-12-31';

const OFFICE = [
  '/',
  '/earnings',
  '/claims',
  '/settlement',
  '/ledger',
  '/agreements/TEA-BONUS?tab=partners',
  '/claims/left-out',
  '/settlement/payable',
  '/settlement/payments',
  `/settlement/balances?partner=HOFMANN&company=EU&${DAYS}`,
  '/ledger/transfers',
  `/ledger/roll-forward?${DAYS}`,
  '/ledger/cash-flow?day=2026-04-10&known=2026-04-10',
  '/ledger/funds',
  '/ledger/adjustments',
  ...REPORT_NAMES.map((name) => `/reports/${name}`),
];

const PORTAL = [
  '/portal',
  '/portal/claims',
  `/portal/payments?partner=HOFMANN&company=EU&${DAYS}`,
  '/portal/agreements/TEA-BONUS',
];

/** What an amount goes back to that was not earned by terms: what was traded, approved by hand, granted or kept back. */
const OTHER_GROUNDS =
  /^\/facts\?.*\b(of|product|side)=|[?&](adjustment|fund|deduction)=|^\/portal\/transactions/;

/** Sums whose parts stand on the same screen: from those one goes on. */
const PARTS_ON_SCREEN =
  / \/ sum$|^total|^(Earned by you|On the way|Paid|We owe customers|Suppliers owe us|Gross|Net|Tax|Claimed|Open|Total)|Where the amount stands|Ageing|Payments and receipts|Earned by month|Open before|Open at the end|^Your payments/i;

// Without a browser there is nothing to press. With full counts only.
describe.skipIf(!HAS_BROWSER || !DEEP)('from amounts to how they were earned', () => {
  let pages: MoneyPages;
  beforeAll(async () => {
    pages = await openMoneyPages('period close', 'receipt');
  });
  afterAll(() => pages.close());

  it('in the office, in two presses', async () => {
    const { page } = await pages.as('dora', '/');
    await everyAmount(page, pages.address, OFFICE);
  });

  it('in the portal, in two presses', async () => {
    const { api, tenant } = pages.story;
    const email = await letPartnerIn({ api, tenant } as World, 'HOFMANN', 'partnerAdministrator');
    const { page } = await visitAs(pages, email, '/portal');
    const { rows } = await claimsOf(page, pages.address);
    await everyAmount(page, pages.address, [...PORTAL, ...rows.map(({ id }) => `/portal/claims/${id}`)]);
  });
});

async function claimsOf(page: Page, address: string): Promise<{ rows: readonly { id: string }[] }> {
  const answer = await page.context().request.get(`${address}/api/v1/claims?limit=2`);
  return answer.json();
}

/** Follows the amounts of these screens, and of those that they lead to. */
async function everyAmount(page: Page, address: string, screens: readonly string[]): Promise<void> {
  const known = new Map<string, ShownPlace>();
  const look = async (path: string): Promise<ShownPlace> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    await page.goto(`${address}${path}`);
    await stands(page);
    await page.waitForLoadState('networkidle');
    const shown = (await page.evaluate(SHOWN_AMOUNTS)) as ShownPlace;
    known.set(path, shown);
    return shown;
  };
  const presses: number[] = [];
  const astray: string[] = [];
  for (const screen of screens) {
    const shown = await look(screen);
    for (const amount of oneOfEach(shown.amounts)) {
      const ways = PARTS_ON_SCREEN.test(amount.place) ? [...amount.ways, ...shown.ways] : amount.ways;
      const took = await pressesTo(look, ways);
      if (took === undefined)
        astray.push(`${screen}: ${amount.place}: ${amount.text} → ${amount.ways[0] ?? 'nowhere'}`);
      else presses.push(took);
    }
  }
  const times = (count: number) => presses.filter((one) => one === count).length;
  process.stdout.write(
    `${screens.length} screens, ${known.size} addresses, ${presses.length + astray.length} amounts: ${times(1)} by one press, ${times(2)} by two, ${astray.length} by more\n${astray.join('\n')}\n`,
  );
  expect(presses.length).toBeGreaterThan(screens.length);
  expect(astray).toEqual([]);
}

/** Of amounts that stand in one column or figure the first ones. */
function oneOfEach(amounts: readonly ShownAmount[]): readonly ShownAmount[] {
  return [...Map.groupBy(amounts, ({ place }) => place).values()].flatMap((alike) =>
    alike.slice(0, ALIKE_MOST),
  );
}

/** How many presses it takes from these links to an explanation; undefined where more than two. */
async function pressesTo(
  look: (path: string) => Promise<ShownPlace>,
  ways: readonly string[],
): Promise<number | undefined> {
  let next = ways.slice(0, TRIED_MOST);
  for (let count = 1; count <= PRESSES_MOST; count += 1) {
    const further: string[] = [];
    for (const way of next) {
      if (OTHER_GROUNDS.test(way)) return count;
      const shown = await look(way);
      if (shown.isExplained) return count;
      further.push(...shown.ways.slice(0, TRIED_MOST));
    }
    next = [...new Set(further)];
  }
  return undefined;
}
