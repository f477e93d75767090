import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { buildServer } from '../../adapters/http/server.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { systemActor } from '../../app/actor.ts';
import { workings } from '../../main/api/workings.ts';
import { PAGES } from '../../main/builtPages.ts';
import { apiServer } from '../support/api/apiServer.ts';
import { makeWorld, type World } from '../support/api/world.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { openChromium, PATIENCE_MS, stands } from './chromium.ts';

export type Look = {
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark';
  readonly width?: 1280 | 390;
  /** Another address of the same server. */
  readonly origin?: string;
};

const OTHER_LOOKS = [
  { language: 'zh-CN', theme: 'dark', width: 1280 },
  { language: 'en', theme: 'dark', width: 390 },
  { language: 'zh-CN', theme: 'light', width: 390 },
] as const;

const TWO_LOOKS = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'zh-CN', theme: 'dark', width: 390 },
] as const;

const DEEP = process.env.OPENREBATE_DEEP === '1';

type WholeLook = Required<Omit<Look, 'origin'>>;

/**
 * Every language, theme and width in two looks, of which ordinary runs take one in each file; in `npm run deep`
 * both, and with others every pair of them.
 */
export function looks(): readonly WholeLook[] {
  return DEEP ? [...TWO_LOOKS, ...OTHER_LOOKS] : [lookOf(basename(expect.getState().testPath ?? ''))];
}

/** For tests that only look at pages: of these `everyPage.test.ts` sees a sample in ordinary runs, in every look in `npm run deep`. */
export const SWEEPS: readonly WholeLook[] = DEEP ? [...TWO_LOOKS, ...OTHER_LOOKS] : [];

/** By the first letter of its name, so that each look falls on about half of the files. */
function lookOf(file: string) {
  return file.charCodeAt(0) % 2 === 1 ? TWO_LOOKS[0] : TWO_LOOKS[1];
}

export type Visit = {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

export type Pages = {
  readonly address: string;
  readonly browser: Browser;
  /** Whose data is looked at: two partners with an earning each. */
  readonly world: World;
  /** Where it lies, for who fills another tenant. */
  readonly database: TestDatabase;
  /** Goes to an address, and waits until the page stands. */
  readonly visit: (path: string, look?: Look) => Promise<Visit>;
  readonly close: () => Promise<void>;
};

/** Built, and a browser that ends with the process: once, however many files of tests share it. */
const opened = { browser: undefined as Promise<Browser> | undefined };

function builtAndOpen(): Promise<Browser> {
  opened.browser ??= (async () => {
    const build = spawnSync(process.execPath, [join(PAGES, '../../bin/buildPages.mjs')], {
      encoding: 'utf8',
    });
    if (build.status !== 0) throw new Error(build.stderr);
    return openChromium();
  })();
  return opened.browser;
}

/** The pages as they are built, on the real server and a database of its own: one for each test file. */
export async function openPages(): Promise<Pages> {
  const browser = await builtAndOpen();
  const database = await testDatabase();
  const api = await apiServer(database);
  const world = await makeWorld(database, api, 'BROWSER');
  const health = {
    isDatabaseUp: async () => true,
    look: async () => ({ causes: [], warnings: [], underWay: [] }),
  };
  const reader = { tenant: world.tenant, actor: systemActor('demo'), scopes: new Set(SCOPES) };
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(api.ports, health, { demo: () => reader }),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: PAGES,
    version: '1.2.3',
    tenantAddresses: api.tenantAddresses,
    log: false,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://localhost:${(server.server.address() as AddressInfo).port}`;
  return {
    address,
    browser,
    world,
    database,
    visit: async (path, { language = 'en', theme = 'light', width = 1280, origin = address } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: language,
        colorScheme: theme,
      });
      const visited = await visit(context, `${origin}${path}`);
      return { ...visited, close: () => context.close() };
    },
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await server.close();
      await api.server.close();
      await database.drop();
    },
  };
}

async function visit(context: BrowserContext, url: string): Promise<Omit<Visit, 'close'>> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url);
  await stands(page);
  return { page, errors };
}

/** No finding of accessibility, no text with an empty place, nothing cut off, no error but those that the server refuses by intent. */
export async function expectSound({ page, errors }: Visit, refused?: RegExp): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What was said aloud a moment ago names its button, which the next page no longer has.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // There are no frames, for which it would open a page of its own each time.
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found).toEqual([]);
  expect(await page.locator('body').textContent()).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(beyond).toBeLessThanOrEqual(0);
  expect(errors.filter((error) => refused?.test(error) !== true)).toEqual([]);
}
