import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAS_BROWSER } from './chromium.ts';
import { LANGUAGES, lookers, PSEUDO, type Seen, type Sight, STATES, see, WIDTHS } from './crawl/crawl.ts';
import { type CrawledWorld, crawledWorld } from './crawl/crawledWorld.ts';
import { OFFICE_CASES, PORTAL_CASES, routesOf } from './crawl/routeCases.ts';
import { openPages, type Pages } from './openPages.ts';

// Every page as people find it. Ordinary runs see each seventeenth address once; `npm run deep` sees all of them in every language, in
// every state, at every width, light and dark. OPENREBATE_CRAWL='zh-CN full /portal' sees all of that which is called so.

vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 300_000 });

const ONLY = process.env.OPENREBATE_CRAWL;
const DEEP = process.env.OPENREBATE_DEEP === '1' || ONLY !== undefined;

/** Nobody is signed in there. */
const OUTSIDE = /\/(sign-in|invitation|password-lost|password|sso|sso-begin)$/;

const [DESK, PHONE, SMALL] = WIDTHS;

/**
 * In every language and state. One of the two languages that people read is loaded at a desk and the other one on a phone, from state to
 * state the other way round; axe looks at it there in the light and at the other width in the dark.
 */
function allSightsOf(path: string): readonly Sight[] {
  return LANGUAGES.flatMap((language, first) =>
    STATES.map((state, second): Sight => {
      if (language === PSEUDO) return { path, language, state, widths: [SMALL, PHONE, DESK], axe: [] };
      const [at, other] = (first + second) % 2 === 0 ? [DESK, PHONE] : [PHONE, DESK];
      const axe = [
        { width: at, theme: 'light' },
        { width: other, theme: 'dark' },
      ] as const;
      return { path, language, state, widths: [at, other, SMALL], axe };
    }),
  );
}

/** Ordinary runs have half a minute for it. */
const EVERY = 17;

/** Once, in a look that turns from address to address, so that each language meets each state, width and theme. */
function someSightOf(path: string, index: number): readonly Sight[] {
  if (index % EVERY !== 0) return [];
  return oneSightOf(path, index / EVERY);
}

function oneSightOf(path: string, index: number): readonly Sight[] {
  const width = WIDTHS[index % WIDTHS.length] ?? 1440;
  const theme = index % 2 === 0 ? 'light' : 'dark';
  const language = LANGUAGES[Math.floor(index / 2) % LANGUAGES.length] ?? 'en';
  const state = STATES[Math.floor(index / 3) % (2 * STATES.length)] ?? 'full';
  return [{ path, language, state, widths: [width], axe: [{ width, theme }] }];
}

const nameOf = ({ language, state, path }: Sight) => `${language} ${state} ${path}`;
const isWanted = (sight: Sight) => ONLY === undefined || new RegExp(ONLY).test(nameOf(sight));

it.each([
  ['office', OFFICE_CASES],
  ['portal', PORTAL_CASES],
] as const)('every route of the %s has a case', async (room, cases) => {
  const routes = await routesOf(room);
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !Object.hasOwn(cases, route))).toEqual([]);
});

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('every page in a browser', () => {
  let pages: Pages;
  let world: CrawledWorld;
  beforeAll(async () => {
    pages = await openPages();
    world = await crawledWorld(pages);
  });
  afterAll(() => pages.close());

  it('has no finding of axe, no raw text, nothing cut off, no jump and no error', async () => {
    const cases = [...Object.values(OFFICE_CASES), ...Object.values(PORTAL_CASES)];
    const paths = cases.flatMap((addresses) => addresses(world.made));
    const sights = paths.flatMap(DEEP ? allSightsOf : someSightOf).filter(isWanted);
    const pageOf = lookers(pages.browser, pages.address);
    const faults: string[] = [];
    const shifts: number[] = [];
    // Who reads each language looks for themselves: while one waits for an answer the others go on.
    const looks = LANGUAGES.map(async (language) => {
      for (const sight of sights.filter((one) => one.language === language)) {
        const begun = performance.now();
        const seen = await look(pageOf, sight);
        const took = ((performance.now() - begun) / 1000).toFixed(1);
        shifts.push(seen.shift);
        const found = seen.faults.map((fault) => `${nameOf(sight)} ${fault}`);
        if (ONLY !== undefined)
          process.stdout.write([`. ${nameOf(sight)} ${took} s`, ...found, ''].join('\n'));
        faults.push(...found);
      }
    });
    await Promise.all(looks);
    shifts.sort((a, b) => a - b);
    const [median, most] = [shifts[Math.floor(shifts.length / 2)] ?? 0, shifts.at(-1) ?? 0];
    process.stdout.write(
      `${paths.length} addresses, ${sights.length} sights; moved by ${median.toFixed(3)}, at most ${most.toFixed(3)}\n`,
    );
    expect(faults).toEqual([]);
  });

  async function look(pageOf: ReturnType<typeof lookers>, sight: Sight): Promise<Seen> {
    const { path, state, language } = sight;
    const room = path.startsWith('/portal') ? world.portal : world.office;
    const who = OUTSIDE.test(path) ? '' : room[state === 'failing' ? 'full' : state];
    return see(await pageOf(who, language), pages.address, sight);
  }
});
