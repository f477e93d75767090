import { afterAll, beforeAll, expect, it } from 'vitest';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import type { AccountRule } from '../../core/ledger/accountRules.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// Which account of the general ledger a rebate costs by the product group and cost centre of what was
// sold: split only where a rule tells them apart, and to the cent. The figures are worked out by hand.

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const RULES: readonly AccountRule[] = [
  { role: 'rebateExpense', account: '4700' },
  { role: 'rebateExpense', account: '4710', productGroup: 'PUMPS' },
  { role: 'rebateExpense', account: '4720', company: 'EU', costCentre: 'K9' },
];

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  const product = (code: string, attributes: Record<string, string>) =>
    ({ kind: 'product', code, name: code, attributes }) as const;
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: {} },
    product('PUMP', { productGroup: 'PUMPS' }),
    product('HOSE', { productGroup: 'HOSES' }),
    product('SERVICE', { costCentre: 'K9' }),
  ]);
  const rows = [
    { from: '0', percent: '1' },
    { from: '1000', percent: '2' },
  ];
  await story.agreement(agreementText({ tiers: { boundary: 'atLeast', rows } }, { id: 'SALES' }));
  taken(await ruled(RULES));
});
afterAll(() => story.close());

const ruled = (rules: readonly AccountRule[]) =>
  setAccountRules(story.ports, story.tenant, { rules, actor: { kind: 'person', id: 'anna' } });

async function sold(document: string, product: string, net: string, quantity = 1): Promise<void> {
  const row = ['erp', document, 1, 'sale', 'EU', 'P1', product, '2026-01-10', quantity, 'EA', net, 'EUR'];
  await story.lines(HEADER, row.join(','));
  await story.calculate();
}

/** What stands on each account, in cents, debit plus. */
async function accounts(): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(balances.map(({ account, minor }) => [account, minor]));
}

it('is split by what the lines have earned, where a rule tells products apart', async () => {
  story.on('2026-01-31');
  await story.lines(
    HEADER,
    'erp,D1,1,sale,EU,P1,PUMP,2026-01-10,1,EA,600.00,EUR',
    'erp,D2,1,sale,EU,P1,HOSE,2026-01-10,1,EA,300.00,EUR',
  );
  await story.calculate();
  // 1 % of 600.00 and of 300.00; no rule is about hoses.
  expect(await accounts()).toEqual({ '4700': 300n, '4710': 600n, accruedLiability: -900n });
  await sold('D3', 'SERVICE', '100.00');
  // 2 % of 1,000.00: the tier that the service has reached changes what the others cost, too.
  expect(await accounts()).toEqual({
    ...{ '4700': 600n, '4710': 1200n, '4720': 200n },
    accruedLiability: -2000n,
  });
});

it('follows a line that turns out to be of another product, although the sum stays', async () => {
  await sold('D1', 'HOSE', '600.00', 2);
  const after = { '4700': 1800n, '4720': 200n, accruedLiability: -2000n };
  expect(await accounts()).toEqual(after);
  await story.calculate();
  expect(await accounts()).toEqual(after);
  const open = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.ledger.open('EU', dayOf('2026-03-01')),
  );
  expect(open.untied).toBe(0);
});

it('stays where it was posted when the rules change; what comes later goes by the new ones', async () => {
  taken(await ruled([...RULES, { role: 'rebateExpense', account: '4730', productGroup: 'HOSES' }]));
  await sold('D4', 'HOSE', '50.00');
  expect(await accounts()).toEqual({
    ...{ '4700': 1800n, '4720': 200n, '4730': 100n },
    accruedLiability: -2100n,
  });
});

it('asks nothing of products where there are none', async () => {
  const refused = await ruled([{ role: 'partnerPayable', account: '3300', productGroup: 'PUMPS' }]);
  expect(refused).toMatchObject({
    ok: false,
    refusals: [{ code: 'ledger-rule-invalid', at: 'rules[0].role' }],
  });
});
