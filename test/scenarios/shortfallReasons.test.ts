import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney } from '../../app/claims/receiveMoney.ts';
import { showClaim } from '../../app/claims/showClaims.ts';
import { type ClaimReason, SHORTFALL_REASONS } from '../../core/claim/claimReason.ts';
import { moneyText } from '../../core/money/money.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, windowsText } from '../support/trade.ts';

// A supplier owes 2 % from 3,000.00, 1 % below. Six lines of 1,000.00 are claimed with 120.00, and it objects to each of them
// for another reason. By hand, one reason after the other in the fixed order, whatever order they were said in:
// price 900 for 1,000 (−2.00), quantity 800 for 1,000 (−4.00), product (−20.00), validity (−20.00), duplicate: 2,700.00
// are left, so all of it is at 1 % (74.00 − 27.00 = −47.00), tax 950 for 1,000 (−0.50). 26.50 are granted.

const CLERK = { kind: 'person', id: 'clerk' } as const;
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
let claim: string;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'S1', name: 'S1', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  const tiers = {
    ...{
      boundary: 'atLeast',
      rows: [
        { from: '0', percent: '1' },
        { from: '3000', percent: '2' },
      ],
    },
  };
  const term = { transactions: 'purchase', windows: windowsText('month'), tiers };
  await story.agreement(agreementText(term, { id: 'SUPPLY', direction: 'supplierRebate' }));
  story.on('2026-02-05');
  await story.lines(
    HEADER,
    ...SHORTFALL_REASONS.map((of) => `erp,${of},1,purchase,EU,S1,A,2026-01-10,10,EA,1000.00,EUR`),
  );
  await story.calculate();
  const asked = { agreement: 'SUPPLY', actor: CLERK };
  const [sent] = taken(await raiseClaims(story.ports, story.tenant, asked)).claims;
  claim = sent?.id ?? '';
  expect(sent?.lines.map(({ minor }) => minor)).toEqual(SHORTFALL_REASONS.map(() => 2000n));
});
afterAll(() => story.close());

const shown = async () => taken(await showClaim(story.ports, story.tenant, { claim }));

/** What is in dispute for each reason, and that the positions of each line sum to what was claimed. */
async function disputed(): Promise<Record<string, string>> {
  const { standings } = await shown();
  const sums = new Map<ClaimReason, bigint>();
  for (const { claimed, amounts, disputed: by } of standings) {
    expect(Object.values(amounts).reduce((sum, minor) => sum + minor, 0n)).toBe(claimed);
    for (const [reason, minor] of Object.entries(by) as [ClaimReason, bigint][]) {
      sums.set(reason, (sums.get(reason) ?? 0n) + minor);
    }
  }
  return Object.fromEntries(
    SHORTFALL_REASONS.map((reason) => [
      reason,
      moneyText({ minor: sums.get(reason) ?? 0n, currency: 'EUR' }),
    ]),
  );
}

it('is split by all six reasons in their fixed order, and what is left is granted', async () => {
  const of = (reason: string) => ({ source: 'erp', document: reason, line: '1' });
  const figures = {
    ...{ price: { netValue: decimalOf('900.00') }, tax: { netValue: decimalOf('950.00') } },
    quantity: { netValue: decimalOf('800.00') },
  };
  const objections = [...SHORTFALL_REASONS].reverse().map((reason) => ({
    ...{ reason, transaction: of(reason) },
    ...(reason in figures && figures[reason as keyof typeof figures]),
  }));
  taken(await answerClaim(story.ports, story.tenant, { claim, objections, actor: CLERK }));
  expect(await disputed()).toEqual({
    ...{ price: '2.00', quantity: '4.00', product: '20.00', validity: '20.00' },
    ...{ duplicate: '47.00', tax: '0.50' },
  });
  expect((await shown()).totals).toMatchObject({ accepted: 2650n, disputed: 9350n, undecided: 0n });
});

it('is not closed by a payment of what was granted', async () => {
  const came = { claim, amount: decimalOf('26.50'), reference: 'E-1', actor: CLERK };
  taken(await receiveMoney(story.ports, story.tenant, came));
  const { totals, open } = await shown();
  expect([totals.received, totals.disputed, open]).toEqual([2650n, 9350n, 9350n]);
});
