import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Route } from 'playwright-core';
import { agreementOf } from '../../support/api/world.ts';
import { agreementText } from '../../support/trade.ts';
import { PATIENCE_MS } from '../chromium.ts';
import { keepPicture } from '../keepPicture.ts';
import { PASSWORD } from '../portalPerson.ts';
import { SAID } from './crawledWorld.ts';
import { SIGHT } from './sight.ts';

export const LANGUAGES = ['en', 'zh-CN', 'en-XA'] as const;
export const STATES = ['full', 'empty', 'failing', 'forbidden'] as const;
export const WIDTHS = [1440, 390, 320] as const;

export type Language = (typeof LANGUAGES)[number];
export type State = (typeof STATES)[number];
export type Theme = 'light' | 'dark';

/** One way of seeing an address: all of it is checked at each of these widths and themes without loading it anew. */
export type Sight = {
  readonly path: string;
  readonly language: Language;
  readonly state: State;
  /** It is loaded at the first of them, where jumps are counted. */
  readonly widths: readonly (typeof WIDTHS)[number][];
  /** At which of the widths, in which theme, axe looks. */
  readonly axe: readonly { readonly width: (typeof WIDTHS)[number]; readonly theme: Theme }[];
};

export type Seen = { readonly faults: readonly string[]; readonly shift: number; readonly texts: number };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** What the session says stays there: a page that fails is still one of somebody. */
const KEPT = /\/api\/v1\/(me|session)$/;
const HEIGHT = 900;
/** After so long without anything on its way a page stands. */
const QUIET_MS = 150;
/** So long a page may take to show what it will be. */
const LOADING_MS = 3000;
/** What a reader takes for a jump; 0.1 is what web vitals call good. */
const SHIFT_MAX = 0.1;
/** Longer than any language that people read: there texts are looked at, and not how far they move. */
export const PSEUDO = 'en-XA';

/** Who looks in which language has one page, which goes from address to address: a new one would cost a process each time. */
export function lookers(browser: Browser, address: string) {
  const pages = new Map<string, Page>();
  return async (email: string, language: Language): Promise<Page> => {
    const known = pages.get(`${email} ${language}`);
    if (known !== undefined) return known;
    const context = await browser.newContext({
      viewport: { width: WIDTHS[0], height: HEIGHT },
      locale: language === 'zh-CN' ? 'zh-CN' : 'en',
    });
    await context.addInitScript(
      (said: string) => localStorage.setItem('openrebate.language', said),
      language,
    );
    await context.addInitScript(SIGHT);
    if (email !== '') {
      const body = { email, password: PASSWORD };
      const signedIn = await context.request.post(`${address}/api/v1/sign-in`, {
        data: body,
        headers: { 'x-openrebate': 'page', 'idempotency-key': `${email}-${language}` },
      });
      if (!signedIn.ok()) throw new Error(`${email}: ${signedIn.status()} ${await signedIn.text()}`);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    pages.set(`${email} ${language}`, page);
    return page;
  };
}

/** Looks at one address in one state, while it loads and when it stands. */
export async function see(page: Page, address: string, sight: Sight): Promise<Seen> {
  const errors = listen(page);
  const { answers, idle } = hear(page);
  const faults: string[] = [];
  const note = (when: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${when}: ${fault}`));
  try {
    const gate = await holdAnswers(page, sight.state);
    await page.setViewportSize({ width: sight.widths[0] ?? 1440, height: HEIGHT });
    const [path = '', panel] = sight.path.split('#');
    await page.goto(`${address}${path}`);
    await page.locator('#root > *').first().waitFor();
    const texts = sight.state === 'full' ? await whileLoading(page, sight, note) : [];
    gate.open();
    await settled(page, idle);
    const { shift, jumps } = (await page.evaluate('openrebateSight.shift()')) as {
      shift: number;
      jumps: string[];
    };
    if (shift > SHIFT_MAX && sight.language !== PSEUDO)
      note('jumps', [`${shift.toFixed(3)} (${jumps.join('; ')})`]);
    if (panel !== undefined) await open(page, panel as keyof typeof PANELS, idle);
    texts.push(...(await textsOf(page)));
    const data = (await Promise.all(answers)).join('\n');
    note('says', saidFaults(texts, sight, data));
    for (const width of sight.widths) {
      await page.setViewportSize({ width, height: HEIGHT });
      // What hangs on something else takes its place one frame later.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      note(`${width}`, await layoutOf(page));
      await keepPicture(page, `${sight.path} ${sight.state} ${sight.language} ${width}`);
      for (const { theme } of sight.axe.filter((one) => one.width === width)) {
        await page.emulateMedia({ colorScheme: theme });
        note(`${width} ${theme}`, await axeOf(page, theme === 'dark' && sight.axe.length > 1));
      }
    }
    note(
      'error',
      errors.filter((error) => !isMeant(error, sight)),
    );
    return { faults, shift, texts: texts.length };
  } catch (error) {
    return { faults: [...faults, `broke: ${String(error).slice(0, 300)}`], shift: 0, texts: 0 };
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const event of HEARD) page.removeAllListeners(event);
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

/** A page whose answers have not come yet is one, too: what it says, how it stands, and whether everybody can use it. */
async function whileLoading(
  page: Page,
  { axe }: Sight,
  note: (when: string, found: readonly string[]) => number,
): Promise<string[]> {
  const heading = page.locator('h1').first();
  await heading.waitFor({ timeout: LOADING_MS }).catch(() => note('loading', ['no heading']));
  note('loading', await layoutOf(page));
  if (axe.length > 0) note('loading', await axeOf(page, false));
  return textsOf(page);
}

const HEARD = ['console', 'pageerror', 'request', 'requestfailed', 'requestfinished'] as const;

function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`uncaught ${String(error)}`));
  return errors;
}

/** What the server says no to stands in the console of the browser; only the states in which it does may show it. */
function isMeant(error: string, { state, path }: Sight): boolean {
  if (/status of (404|409|422|400)/.test(error)) return true;
  // A link that nobody was sent.
  if (/\/invitation$/.test(path) && /status of 403/.test(error)) return true;
  if (state === 'failing') return /status of 50[03]/.test(error);
  return state === 'forbidden' ? /status of 40[13]/.test(error) : false;
}

/** Answers come late where a page is looked at while it loads, and not at all where everything fails. */
async function holdAnswers(page: Page, state: State): Promise<{ readonly open: () => void }> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  if (state !== 'full' && state !== 'failing') return { open };
  await page.route('**/api/v1/**', async (route: Route) => {
    if (KEPT.test(new URL(route.request().url()).pathname)) return route.continue();
    if (state === 'failing')
      return route.fulfill({ status: 500, contentType: 'application/problem+json', body: FAULT });
    await opened;
    return route.continue().catch(() => {});
  });
  return { open };
}

const FAULT = JSON.stringify({
  ...{ type: 'about:blank', status: 500, code: 'internal', title: '500', requestId: '0199' },
});

/** Everything that the server answers, and how long nothing has been asked of it or is on its way. */
function hear(page: Page) {
  const answers: Promise<string>[] = [];
  let [open, last] = [0, Date.now()];
  const step = (by: number) => {
    open += by;
    last = Date.now();
  };
  page.on('request', () => step(1));
  page.on('requestfailed', () => step(-1));
  page.on('requestfinished', (request) => {
    step(-1);
    if (!request.url().includes('/api/')) return;
    answers.push(
      request
        .response()
        .then((response) => response?.text() ?? '')
        .catch(() => ''),
    );
  });
  return { answers, idle: () => (open > 0 ? 0 : Date.now() - last) };
}

/** Nothing is on its way any more, and what moved has come to rest. */
async function settled(page: Page, idle: () => number): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForSelector('[role=status]:not(:empty)', { state: 'detached' });
  while (idle() < QUIET_MS) await page.waitForTimeout(50);
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))');
}

/** What opens over every page: an address names it behind a `#`. */
const PANELS = { bell: 'header button[aria-expanded]:not([aria-haspopup])', palette: 'Control+k' } as const;

async function open(page: Page, panel: keyof typeof PANELS, idle: () => number): Promise<void> {
  if (panel === 'palette') await page.keyboard.press(PANELS.palette);
  else await page.locator(PANELS[panel]).click();
  await page.getByRole('dialog').waitFor();
  await settled(page, idle);
}

async function textsOf(page: Page): Promise<string[]> {
  return (await page.evaluate('openrebateSight.texts()')) as string[];
}

async function layoutOf(page: Page): Promise<readonly string[]> {
  return (await page.evaluate('openrebateSight.layout()')) as string[];
}

/** Where the same page was looked at in the light, the dark can differ in its colours only. */
async function axeOf(page: Page, isForColours: boolean): Promise<readonly string[]> {
  const runOnly = isForColours
    ? { type: 'rule' as const, values: COLOURS }
    : { type: 'tag' as const, values: TAGS };
  const builder = new AxeBuilder({ page }).exclude('[data-live-announcer]');
  // There are no frames, for which it would open a page of its own each time.
  const { violations } = await builder
    .options({ runOnly, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}

/** Names that are the same in every language, what a browser writes itself, and what React Aria says, which has both languages. */
const NAMES =
  /^(OpenRebate|Chromium|Linux|English|简体中文|Ctrl|K|[A-Z]{2,5}|am|pm|AM|PM|Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|(Oct|Nov|Dec)(ober|ember)?)$/;
const WORD = /[\p{L}\p{M}]+/gu;
/** Of a language that is not Chinese, in a row. */
const ENGLISH = /\b[A-Za-z]?[a-z]{2,}(?: [a-z]{2,}){2,}/g;

/** What people wrote into the tenants of the crawl is in the language in which they wrote it. */
const FIXTURES = join(import.meta.dirname, '../../support/api');
const OWN_WORDS = readdirSync(FIXTURES)
  .map((name) => readFileSync(join(FIXTURES, name), 'utf8'))
  .concat(JSON.stringify([agreementOf(''), agreementText({}, {}), SAID]))
  .join(' ');

/** Keys and empty places in every language; where no text is left as it was, what nobody translated; English in Chinese. */
function saidFaults(texts: readonly string[], { language, path }: Sight, data: string): readonly string[] {
  const raw = texts
    .filter((text) => /\{\w+\}|\bundefined\b|\bNaN\b|\[object/.test(text))
    .map((text) => `raw ${text}`);
  const known = `${data} ${decodeURIComponent(path)} http https localhost sso Dismiss Select an item DropZone Show suggestions`;
  if (language === 'zh-CN') {
    const english = texts
      .flatMap((text) => text.match(ENGLISH) ?? [])
      .filter((text) => !OWN_WORDS.includes(text));
    return [...raw, ...english.map((text) => `English: ${text}`)];
  }
  if (language !== 'en-XA') return raw;
  const untranslated = texts.flatMap((text) => {
    const left = text.replaceAll(/⟦[^⟧]*(⟧|$)/gu, ' ').match(WORD) ?? [];
    const strange = left.filter((word) => !NAMES.test(word) && !known.includes(word));
    return strange.length === 0
      ? []
      : [`not translated: ${text.slice(0, 80)} (${strange.slice(0, 4).join(' ')})`];
  });
  return [...raw, ...untranslated];
}
