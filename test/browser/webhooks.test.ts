import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runWorker } from '../../adapters/jobs/runWorker.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { webhookTexts } from '../../web/office/settings/webhookTexts.ts';
import { taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';
import { answered, type Receiver, webhookReceiver } from '../support/webhookReceiver.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { expectSound, type Look, looks, openPages, type Pages, type Visit } from './openPages.ts';
import { PASSWORD } from './portalPerson.ts';

/** What this test looks for has no forms. */
const textsIn = (language: 'en' | 'zh-CN') =>
  webhookTexts[language] as unknown as Readonly<Record<keyof typeof webhookTexts.en, string>>;

const DEEP = process.env.OPENREBATE_DEEP === '1';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// A program outside, set up, tried and looked after in the office, with a worker and a real server that answers.
// With full counts only: what is told and refused is tested in test/scenarios/webhooks with every run.
describe.skipIf(!HAS_BROWSER || !DEEP)('webhooks in the office', () => {
  let pages: Pages;
  let receiver: Receiver;
  let working: Promise<void>;
  const stop = new AbortController();
  beforeAll(async () => {
    receiver = await webhookReceiver();
    pages = await openPages();
    const { api, tenant } = pages.world;
    const ada = { name: 'Ada Min', email: 'ada@example.com', roles: [{ role: 'administrator' as const }] };
    taken(await createMember(api.ports, tenant, { ...ada, password: PASSWORD }, systemActor('cli')));
    working = runWorker(api.ports, stop.signal, {
      ...{ pollMs: 50, desk: testDesk(), outside: testOutside(), errorOf: () => 'fault' },
      ...{ calculated: () => undefined, failed: () => undefined },
    });
  });
  afterAll(async () => {
    stop.abort();
    await working;
    await receiver.close();
    await pages.close();
  });
  beforeEach(() => {
    receiver.answer = answered(204);
    receiver.received.length = 0;
  });

  async function asAda(path: string, look: Look): Promise<Visit> {
    const visit = await pages.visit(`/sign-in?to=${path}`, look);
    const { page } = visit;
    await page.locator('input[name=email]').fill('ada@example.com');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === path);
    await stands(page);
    return visit;
  }

  const shot = async ({ page }: Visit, name: string) => {
    const folder = process.env.OPENREBATE_SHOTS;
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

  it('without any the page says what they are for', async () => {
    for (const look of looks().slice(0, 2)) {
      const visit = await pages.visit('/settings/webhooks', look);
      await visit.page.getByText(textsIn(look.language).none).waitFor();
      await expectSound(visit);
      await visit.close();
    }
  });

  it.each(looks().slice(0, 2))(
    'one is added, tried, looked after and ended in $language at $width',
    async (look) => {
      const say = textsIn(look.language);
      const visit = await asAda('/settings/webhooks', look);
      const { page } = visit;
      const name = `ERP ${look.language}`;
      await page.getByRole('textbox', { name: say.name, exact: true }).fill(name);
      const url = page.getByRole('textbox', { name: say.url, exact: true });
      await url.fill('https://169.254.169.254/latest');
      await page.locator('label', { hasText: say['claim.sent'] }).click();
      await page.locator('label', { hasText: say['payment.confirmed'] }).click();
      await page.getByRole('button', { name: say.create }).click();
      await page.getByText('webhook-address-private').waitFor();
      await url.fill(receiver.url);
      await page.getByRole('button', { name: say.create }).click();
      await page.getByText(say.shown).waitFor();
      expect(await page.locator('pre').first().textContent()).toMatch(/^whsec_/);
      await expectSound(visit, /400/);
      await page.getByRole('button', { name: say.kept }).click();
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page.getByText(say.noDeliveries).waitFor();

      const press = async (deed: string, done: string) => {
        await page.getByRole('button', { name: deed, exact: true }).first().click();
        await page.getByRole('alertdialog').getByRole('button', { name: deed, exact: true }).click();
        await page.getByText(done).waitFor();
      };
      await press(say.test, say.tested);
      await page.getByText(`${say.outcome_taken} · HTTP 204`).waitFor();
      expect(receiver.received.map(({ body }) => body.type)).toEqual(['webhook.test']);

      receiver.answer = answered(500, 'out of order');
      await page
        .getByRole('button', { name: new RegExp(`^${say.again}`) })
        .first()
        .click();
      await page.getByRole('alertdialog').getByRole('button', { name: say.again, exact: true }).click();
      await page.getByText(`${say.outcome_refused} · HTTP 500`).waitFor();
      await page.getByText('out of order').waitFor();
      await page.getByText(say.state_failing).first().waitFor();
      await expectSound(visit, /400/);
      await shot(visit, `webhook-${look.language}-${look.width}`);

      await press(say.pause, say.pausedNow);
      await page.getByText(say.state_paused, { exact: true }).waitFor();
      await press(say.resume, say.resumed);
      await press(say.rotate, say.rotated);
      expect(await page.locator('pre').first().textContent()).toMatch(/^whsec_/);
      await page.getByRole('button', { name: say.kept }).click();
      await page.getByText(say.bothUntil, { exact: true }).waitFor();
      await page.getByRole('button', { name: say.end, exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: say.end, exact: true }).click();
      await page.waitForURL(/\/settings\/webhooks$/);
      await page.getByText(say.none).waitFor();
      await visit.close();
    },
  );
});
