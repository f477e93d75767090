import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { listLeftOut } from '../../app/claims/leftOut.ts';
import { claimHistory, listClaims } from '../../app/claims/showClaims.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { openFund, showFund } from '../../app/funds/openFund.ts';
import { decideActivity, requestActivity } from '../../app/funds/useFund.ts';
import type { Attempt } from '../../app/jobs/attempt.ts';
import { passDayJob } from '../../app/jobs/passDayJob.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import type { ClaimedJob } from '../../app/ports/jobStore.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// What a day brings, done by a worker: a supplier is claimed from when the window is over and reminded, silence
// becomes an answer, money of a fund falls back. On each day by two workers at once, and twice: each thing once.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const CHIEF = { kind: 'person' as const, id: 'chief' };
const claimBy = (rule: string) => ({ rule, deadlineDays: 90, afterDeadline: 'lapses', silence: 'rejects' });
const agreement = (id: string, rule: string, more: object, transactions = 'sale') => {
  const text = agreementText({ transactions }, { id, ...more });
  return { ...text, settlement: { ...(text.settlement as object), claim: claimBy(rule) } };
};

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    ...['P1', 'S1'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} })),
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  await story.agreement(agreement('BONUS', 'partnerClaims', {}));
  await story.agreement(agreement('SUPPLY', 'weClaim', { direction: 'supplierRebate' }, 'purchase'));
  await rules([]);
  const sale = (document: string, side: string, partner: string, value: string) =>
    `erp,${document},1,${side},EU,${partner},A,2026-02-03,1,EA,${value},EUR`;
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    sale('D1', 'sale', 'P1', '3000.00'),
    sale('B1', 'purchase', 'S1', '5000.00'),
  );
});
afterAll(() => story.close());

async function rules(byItself: readonly ('claims' | 'reminders')[]) {
  const amounts = {
    tolerance: { amount: decimalOf('0'), percent: decimalOf('0') },
    writeOffLimit: decimalOf('0'),
  };
  const rule = {
    company: 'EU',
    currency: 'EUR',
    ...amounts,
    remindAfterDays: [1, 15],
    answerDays: 14,
    byItself,
  };
  taken(await setClaimRule(story.ports, story.tenant, rule, CHIEF));
}

const attempt: Attempt = {
  job: {} as ClaimedJob,
  isStopping: () => false,
  progress: async () => undefined,
  calculated: () => undefined,
  failed: () => undefined,
  desk: testDesk(),
  outside: testOutside(),
  errorOf: () => 'fault',
};
const day = () => passDayJob(story.ports, story.tenant, attempt);

/** A day as two workers have it at once, and one that was killed has once more. */
async function pass(on: string): Promise<void> {
  story.on(on);
  await story.calculate();
  expect(await Promise.all([day(), day()])).toEqual(['done', 'done']);
  expect(await day()).toBe('done');
}
const claims = async () => (await listClaims(story.ports, story.tenant, { limit: 100 })).rows;
const ours = async () => (await claims()).filter(({ claim }) => claim.claimant === 'us');
const eventsOf = async (claim: string) =>
  taken(await claimHistory(story.ports, story.tenant, claim)).events.map(
    ({ kind, reference = '', actor }) => `${kind} ${reference} ${actor}`,
  );

describe('a day', () => {
  it('raises no claims where the company does not say so', async () => {
    await pass('2027-01-01');
    expect(await ours()).toEqual([]);
  });

  it('raises what is earned of a window that is over, once, where it does', async () => {
    await rules(['claims', 'reminders']);
    await pass('2027-01-02');
    expect((await ours()).map(({ claim, totals }) => [claim.reference, totals.undecided])).toEqual([
      ['SUPPLY/1', 10_000n],
    ]);
  });

  it('raises the difference when something comes late, once', async () => {
    await story.lines(
      'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
      'erp,B2,1,purchase,EU,S1,A,2026-12-30,1,EA,1000.00,EUR',
    );
    await pass('2027-01-03');
    expect((await ours()).map(({ totals }) => totals.undecided)).toEqual([10_000n, 2_000n]);
  });

  it('takes silence for what the agreement says, and writes reminders down, each once', async () => {
    const row = { reference: 'R-1', partner: 'P1', agreement: 'BONUS', currency: 'EUR', term: 'volume' };
    const texts = { ...row, firstDay: '2026-01-01', lastDay: '2026-12-31', amount: '70.00' };
    const submission = { rows: [{ row: 1, texts }], actor: CLERK, isPreview: false };
    const { claims: sent } = taken(await submitClaims(story.ports, story.tenant, submission));
    await pass('2027-01-17');
    expect(await eventsOf(sent[0]?.claim.id ?? '')).toEqual([]);
    await pass('2027-01-18');
    expect(await eventsOf(sent[0]?.claim.id ?? '')).toEqual(['silence  system:claims']);
    const [first] = await ours();
    const { id = '', dueOn } = first?.claim ?? {};
    expect(dueOn).toBe(dayOf('2027-02-01'));
    const said = async () => (await eventsOf(id)).filter((event) => event.startsWith('reminded'));
    await pass('2027-02-01');
    expect(await said()).toEqual([]);
    await pass('2027-02-02');
    await pass('2027-02-03');
    expect(await said()).toEqual(['reminded 1 system:claims']);
    await pass('2027-02-16');
    expect(await said()).toEqual(['reminded 1 system:claims', 'reminded 2 system:claims']);
  });

  it('gives back to a fund what nobody claimed in time, once', async () => {
    const terms = { code: 'MDF', company: 'EU', currency: 'EUR', budget: decimalOf('500.00') };
    const days = { firstDay: dayOf('2027-01-01'), lastDay: dayOf('2027-03-31') };
    const { ports, tenant } = story;
    taken(
      await openFund(ports, tenant, { ...terms, ...days, claimDays: 10, percent: decimalOf('50') }, CHIEF),
    );
    const asked = {
      fund: 'MDF',
      partner: 'P1',
      reference: 'FAIR',
      title: 'A fair',
      amount: decimalOf('300.00'),
    };
    const { activity } = taken(await requestActivity(ports, tenant, { ...asked, ...days, actor: CLERK }));
    const outcome = { approved: decimalOf('300.00') };
    taken(await decideActivity(ports, tenant, { activity: activity.id, outcome, actor: CHIEF }));
    const reserved = async () => taken(await showFund(ports, tenant, 'MDF')).fund.reserved;
    await pass('2027-04-10');
    expect(await reserved()).toBe(30_000n);
    await pass('2027-04-11');
    expect(await reserved()).toBe(0n);
    const audited = await ports.store.inTenant(tenant, (tx) =>
      tx.audit.list({ action: 'fund.expired', limit: 10 }),
    );
    expect(audited).toHaveLength(1);
  });

  it('keeps why something is not claimed, once, and until it is there no more', async () => {
    const bought = (document: string, value: string) =>
      story.lines(
        'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
        `erp,${document},1,purchase,EU,S1,A,2026-12-30,1,EA,${value},EUR`,
      );
    const leftOut = async () =>
      (await listLeftOut(story.ports, story.tenant, { limit: 10 })).rows.map(
        ({ agreement: of, since, why }) => [of, since, why.code, why.facts.amount],
      );
    expect(await leftOut()).toEqual([]);
    await bought('B3', '500.00');
    await pass('2027-04-12');
    const late = ['SUPPLY', dayOf('2027-04-12'), 'claim-deadline-passed', '10.00'];
    expect(await leftOut()).toEqual([late]);
    await pass('2027-04-13');
    expect(await leftOut()).toEqual([late]);
    await bought('B3-R', '-500.00');
    await pass('2027-04-14');
    expect(await leftOut()).toEqual([]);
    expect(await ours()).toHaveLength(2);
  });

  it('is asked for once, and not before what is due is calculated', async () => {
    const asked = async () =>
      story.ports.store.inTenant(story.tenant, async (tx) =>
        (await tx.jobs.list({ limit: 100 })).map(({ kind, subject }) => `${kind} ${subject}`.trim()),
      );
    story.on('2027-04-15');
    await sweep(story.ports, story.tenant);
    expect(await asked()).toEqual(['calculate']);
    await story.calculate();
    const [job] = await story.ports.store.inTenant(story.tenant, (tx) => tx.jobs.list({ limit: 1 }));
    await story.ports.store.inTenant(story.tenant, (tx) => tx.jobs.cancel(job?.id ?? ''));
    for (const _ of [1, 2]) await sweep(story.ports, story.tenant);
    expect((await asked()).filter((one) => one.startsWith('passDay'))).toEqual(['passDay 2027-04-15']);
  });
});
