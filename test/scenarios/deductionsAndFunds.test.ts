import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { returnMoney } from '../../app/claims/receiveMoney.ts';
import { claimHistory, showClaim } from '../../app/claims/showClaims.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { endDeductionPart, writeOffDeduction } from '../../app/deductions/endDeduction.ts';
import { registerDeduction, type ShownDeduction } from '../../app/deductions/registerDeduction.ts';
import { openFund, type ShownActivity, showFund } from '../../app/funds/openFund.ts';
import {
  claimActivity,
  closeActivity,
  decideActivity,
  expireActivities,
  requestActivity,
  settleActivity,
} from '../../app/funds/useFund.ts';
import { openMinor } from '../../core/claim/standing.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// A customer has earned 100.00 and keeps 90.00 back: some of it was claimed, some was earned, some we do
// not owe. And money for marketing, from budget to expiry.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const CHIEF = { kind: 'person' as const, id: 'chief' };
const bonus = agreementText({}, { id: 'BONUS' });
const claim = { rule: 'partnerClaims', deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'rejects' };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: {} },
    { kind: 'partner', code: 'P2', name: 'P2', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  await story.agreement({ ...bonus, settlement: { ...(bonus.settlement as object), claim } });
  const rule = {
    company: 'EU',
    currency: 'EUR',
    tolerance: { amount: decimalOf('0'), percent: decimalOf('0') },
    writeOffLimit: decimalOf('5.00'),
    remindAfterDays: [],
  };
  taken(await setClaimRule(story.ports, story.tenant, rule, CHIEF));
  story.on('2026-06-01');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    'erp,D1,1,sale,EU,P1,A,2026-02-03,1,EA,5000.00,EUR',
  );
  await story.calculate();
});
afterAll(() => story.close());

const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));
const held = (role: string) =>
  story.ports.store.inTenant(story.tenant, async (tx) =>
    (await tx.ledger.balances({}))
      .filter((entry) => entry.role === role)
      .reduce((sum, { minor }) => sum + minor, 0n),
  );

describe('a deduction', () => {
  const register = (reference: string, amount: string) =>
    registerDeduction(story.ports, story.tenant, {
      company: 'EU',
      partner: 'P1',
      reference,
      currency: 'EUR',
      amount: decimalOf(amount),
      actor: CLERK,
    });
  const standing = ({ standing: { open, matched, denied, writtenOff } }: ShownDeduction) =>
    [open, matched, denied, writtenOff].join(' ');
  const window = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
  const account = { agreement: 'BONUS', term: 'volume', participant: 'P1', window };
  let id: string;
  const end = (amount: string, how: { claim: string } | { account: typeof account } | object) => {
    const part = { deduction: id, amount: decimalOf(amount), actor: CLERK };
    if ('claim' in how)
      return endDeductionPart(story.ports, story.tenant, { ...part, ...how, end: 'matched' });
    if ('account' in how)
      return endDeductionPart(story.ports, story.tenant, { ...part, ...how, end: 'matched' });
    return endDeductionPart(story.ports, story.tenant, { ...part, end: 'denied' });
  };

  it('is registered once', async () => {
    id = taken(await register('R-1', '90.00')).deduction.id;
    expect(taken(await register('R-1', '90.00')).deduction.id).toBe(id);
    expect(codes(await register('R-1', '91.00'))).toEqual(['deduction-differs']);
  });

  it('is matched to a claim, which is received by so much', async () => {
    const texts = { reference: 'C-1', partner: 'P1', agreement: 'BONUS', currency: 'EUR' };
    const line = { term: 'volume', firstDay: '2026-01-01', lastDay: '2026-12-31', amount: '60.00' };
    const rows = [{ row: 1, texts: { ...texts, ...line } }];
    const { claims } = taken(
      await submitClaims(story.ports, story.tenant, { rows, actor: CLERK, isPreview: false }),
    );
    const claimId = claims[0]?.claim.id ?? '';
    expect(codes(await end('60.01', { claim: claimId }))).toEqual(['claim-receipt-beyond']);
    expect(standing(taken(await end('60.00', { claim: claimId })))).toBe('3000 6000 0 0');
    const shown = taken(await showClaim(story.ports, story.tenant, { claim: claimId }));
    expect([openMinor(shown.standings), shown.totals.received]).toEqual([0n, 6000n]);
    const { events } = taken(await claimHistory(story.ports, story.tenant, claimId));
    const undone = { claim: claimId, reference: events.at(-1)?.reference ?? '', reason: 'by hand' };
    const returned = await returnMoney(story.ports, story.tenant, { ...undone, actor: CLERK });
    expect(codes(returned)).toEqual(['claim-receipt-not-found']);
    expect([await held('accruedLiability'), await held('partnerReceivable')]).toEqual([-4000n, -6000n]);
  });

  it('is matched to what was earned and nobody has settled, and never beyond', async () => {
    expect(standing(taken(await end('10.00', { account })))).toBe('2000 7000 0 0');
    expect(codes(await end('30.00', { account }))).toEqual(['deduction-beyond']);
    const more = taken(await register('R-2', '31.00')).deduction.id;
    const first = id;
    id = more;
    expect(codes(await end('30.01', { account }))).toEqual(['deduction-beyond-earning']);
    taken(await end('30.00', { account }));
    expect(codes(await end('1.00', { account }))).toEqual(['deduction-beyond-earning']);
    id = first;
  });

  it('is denied where we owe nothing, and given up by two persons within the limit', async () => {
    expect(standing(taken(await end('16.00', {})))).toBe('400 7000 1600 0');
    const step = (asked: object, actor = CLERK) =>
      writeOffDeduction(story.ports, story.tenant, { deduction: id, actor, ...asked } as Parameters<
        typeof writeOffDeduction
      >[2]);
    expect(codes(await step({ step: 'approved' }, CHIEF))).toEqual(['claim-write-off-not-asked']);
    expect(codes(await step({ step: 'ask', amount: decimalOf('4.01') }))).toEqual(['deduction-beyond']);
    taken(await step({ step: 'ask', amount: decimalOf('4.00') }));
    expect(codes(await step({ step: 'approved' }))).toEqual(['claim-write-off-own']);
    expect(standing(taken(await step({ step: 'approved' }, CHIEF)))).toBe('0 7000 1600 400');
    expect(await held('writtenOff')).toBe(400n);
  });
});

describe('a fund', () => {
  const proof = (text: string) => {
    const content = new TextEncoder().encode(text);
    return {
      name: 'invoice.txt',
      open: async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const }),
    };
  };
  const request = (reference: string, amount: string, partner = 'P1') =>
    requestActivity(story.ports, story.tenant, {
      fund: 'MDF',
      partner,
      reference,
      title: 'A fair',
      firstDay: dayOf('2026-06-01'),
      lastDay: dayOf('2026-06-30'),
      amount: decimalOf(amount),
      actor: CLERK,
    });
  const approve = (activity: string, amount: string, actor = CHIEF) =>
    decideActivity(story.ports, story.tenant, { activity, outcome: { approved: decimalOf(amount) }, actor });
  const cost = (activity: string, amount: string, text: string) =>
    claimActivity(story.ports, story.tenant, {
      activity,
      cost: decimalOf(amount),
      actor: CLERK,
      ...proof(text),
    });
  const settle = (activity: string, amount: string, reference: string) =>
    settleActivity(story.ports, story.tenant, {
      activity,
      amount: decimalOf(amount),
      reference,
      actor: CLERK,
    });
  const left = async () => {
    const { fund } = taken(await showFund(story.ports, story.tenant, 'MDF'));
    return [fund.budget - fund.reserved - fund.used, fund.reserved, fund.used].join(' ');
  };
  const idOf = (done: Result<ShownActivity>) => taken(done).activity.id;
  let fair: string;

  it('has a budget, and reserves of it what another person approves', async () => {
    const terms = {
      code: 'MDF',
      company: 'EU',
      currency: 'EUR',
      firstDay: dayOf('2026-01-01'),
      lastDay: dayOf('2026-12-31'),
      claimDays: 30,
      percent: decimalOf('50'),
    };
    const opened = () =>
      openFund(story.ports, story.tenant, { ...terms, budget: decimalOf('500.00') }, CHIEF);
    taken(await opened());
    expect(codes(await opened())).toEqual(['fund-exists']);
    fair = idOf(await request('FAIR', '300.00'));
    expect(codes(await request('FAIR', '300.00'))).toEqual(['fund-activity-exists']);
    expect(codes(await approve(fair, '300.00', CLERK))).toEqual(['fund-approver-asked']);
    taken(await approve(fair, '300.00'));
    expect(await left()).toBe('20000 30000 0');
  });

  it('gives two who ask at once no more than there is', async () => {
    const asked = [idOf(await request('TWO', '150.00')), idOf(await request('TWO', '150.00', 'P2'))];
    const done = await Promise.all(asked.map((activity) => approve(activity, '150.00')));
    expect(done.flatMap(codes)).toEqual(['fund-exhausted']);
    expect(await left()).toBe('5000 45000 0');
    const kept = asked.find((_, index) => done[index]?.ok) ?? '';
    taken(await closeActivity(story.ports, story.tenant, { activity: kept, actor: CLERK }));
    expect(await left()).toBe('20000 30000 0');
  });

  it('grants half of a cost that is proven, once, and pays it in parts', async () => {
    expect(taken(await cost(fair, '200.00', 'invoice 1')).standing.granted).toBe(10_000n);
    expect(codes(await cost(fair, '200.00', 'invoice 1'))).toEqual(['fund-proof-repeated']);
    taken(await settle(fair, '40.00', 'CN-1'));
    taken(await settle(fair, '40.00', 'CN-1'));
    expect(codes(await settle(fair, '41.00', 'CN-1'))).toEqual(['fund-payment-differs']);
    expect(codes(await settle(fair, '60.01', 'CN-2'))).toEqual(['fund-settlement-beyond']);
    expect(await left()).toBe('20000 26000 4000');
    expect([await held('fund'), await held('partnerPayable')]).toEqual([-26_000n, -4_000n]);
  });

  it('takes back what nobody claimed in time, and still pays what was granted', async () => {
    const expire = (day: string) => expireActivities(story.ports, story.tenant, { day: dayOf(day) });
    story.on('2026-07-30');
    expect(await expire('2026-07-30')).toEqual([]);
    story.on('2026-07-31');
    expect((await expire('2026-07-31')).map(({ activity }) => activity.reference)).toEqual(['FAIR']);
    expect(await expire('2026-07-31')).toEqual([]);
    expect(await left()).toBe('40000 6000 4000');
    expect(codes(await cost(fair, '200.00', 'invoice 2'))).toEqual(['fund-activity-state']);
    taken(await settle(fair, '60.00', 'CN-2'));
    expect([await left(), await held('fund')]).toEqual(['40000 0 10000', 0n]);
  });
});
