import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { recordFindings } from '../../app/trust/recordFindings.ts';
import { setPolicy } from '../../app/trust/trustPolicy.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { USUAL_POLICY } from '../../core/trust/policy.ts';
import { taken } from '../support/scenario.ts';
import { HAS_BROWSER, stands } from './chromium.ts';
import { type MoneyPages, openMoneyPages, picture } from './moneyPages.ts';
import { expectSound } from './openPages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const BY_HAND = { kind: 'person' as const, id: 'setup' };

// Without a browser there is nothing to look at.
describe.skipIf(!HAS_BROWSER)('a settlement on hold, in a browser', () => {
  let pages: MoneyPages;
  let settlement: string;

  beforeAll(async () => {
    pages = await openMoneyPages('settlement');
    const { story } = pages;
    const { ports } = story.api;
    const policy = {
      policy: { ...USUAL_POLICY, awaitsScan: false, isNightly: false },
      reason: 'First policy',
    };
    taken(await setPolicy(ports, story.tenant, policy, BY_HAND));
    settlement = await ports.store.inTenant(story.tenant, async (tx) => {
      const [one] = await tx.settlements.list({ state: 'proposed', limit: 1 });
      if (one === undefined) throw new Error('Fault: nothing is proposed');
      const finding: Finding = {
        ...{ detector: 'returnsAfterPayout', version: 1, group: 'fraud', object: 'settlement', id: one.id },
        ...{ partner: one.beneficiary, score: 880, minor: Number(one.grossMinor), currency: one.currency },
        evidence: [{ object: 'partner', id: one.beneficiary, facts: { returned: '38 %', usual: '2 %' } }],
      };
      const run = {
        kind: 'nightly',
        parameters: {},
        findings: [finding],
        actor: systemActor('trust'),
      } as const;
      await recordFindings(ports, tx, run);
      return one.id;
    });
  });
  afterAll(() => pages.close());

  it('is not approved, until one person has decided its case and another one has let it go', async () => {
    const ben = await pages.as('ben', `/settlement?settlement=${settlement}`);
    const approve = async () => {
      await ben.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Approve/ })
        .click();
      await ben.page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Approve/ })
        .click();
    };
    await ben.page.getByText('On hold: Settlement').waitFor();
    await approve();
    await ben.page.getByText('settlement-held').waitFor();
    await picture(ben, 'settlement on hold');

    const dora = await pages.as('dora', '/trust');
    await dora.page.getByText('Open cases', { exact: true }).waitFor();
    await expectSound(dora);
    // The queue says by itself what it leaves out.
    await dora.page.getByRole('button', { name: /Not decided/ }).waitFor();
    await picture(dora, 'queue of cases');
    await dora.page.locator('th a').first().click();
    await dora.page.getByText('Returns after the window').first().waitFor();
    await dora.page.getByText('Returned', { exact: true }).waitFor();
    await stands(dora.page);
    await expectSound(dora);
    await dora.page.getByRole('button', { name: 'Take the case' }).click();
    await dora.page.getByRole('alertdialog').getByRole('button', { name: 'Take the case' }).click();
    await dora.page.getByText('It is yours.').waitFor();
    await dora.page.getByRole('button', { name: 'Decide', exact: true }).click();
    const asked = dora.page.getByRole('alertdialog');
    await asked.getByRole('button', { name: /It was/ }).click();
    await dora.page.getByRole('option', { name: /There is a good explanation/ }).click();
    await asked.getByLabel('In your words').fill('A recall of the maker, with its letter');
    await asked.getByRole('button', { name: 'Decide', exact: true }).click();
    await dora.page.getByText('It is decided.').waitFor();
    await dora.page.getByText('You have held or decided this: another person releases it.').waitFor();
    expect(await dora.page.getByRole('button', { name: 'Release the hold' }).count()).toBe(0);
    await picture(dora, 'case decided');

    const carla = await pages.as('carla', new URL(dora.page.url()).pathname);
    await carla.page.getByRole('button', { name: 'Release the hold' }).click();
    await carla.page.getByRole('alertdialog').getByLabel('Why').fill('It is explained');
    await carla.page.getByRole('alertdialog').getByRole('button', { name: 'Release the hold' }).click();
    await carla.page.getByText('It is released.').waitFor();
    await picture(carla, 'case released');

    await ben.page.goto(`${pages.address}/settlement?settlement=${settlement}`);
    await stands(ben.page);
    expect(await ben.page.getByText('On hold: Settlement').count()).toBe(0);
    await approve();
    await ben.page.getByText('Approved.').waitFor();
    for (const visit of [ben, dora, carla]) await visit.close();
  });

  it('policy and detectors are sound', async () => {
    const dora = await pages.as('dora', '/trust/policy');
    await dora.page.getByText('Thresholds', { exact: true }).waitFor();
    await expectSound(dora);
    await picture(dora, 'policy of holds');
    await dora.page.goto(`${pages.address}/trust/detectors`);
    await dora.page.getByText('Duplicate claim').waitFor();
    await stands(dora.page);
    await expectSound(dora);
    await picture(dora, 'detectors');
    await dora.close();
  });
});
