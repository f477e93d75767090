import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../app/actor.ts';
import { attachDocument } from '../../../app/agreements/attachDocument.ts';
import { recordAcceptance, unrecognisedIncome } from '../../../app/claims/supplierIncome.ts';
import { writeFacts } from '../../../app/facts/writeFacts.ts';
import { moneyText } from '../../../core/money/money.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { agreementText, windowsText } from '../../support/trade.ts';

// Story B again, with what is still in stock: a supplier's rebate on goods that were not sold yet lowers
// what they have cost, and becomes income as they are sold. The figures are the specification's.
const MEASURE = { of: 'value', basis: 'stockedAtPrice' };
const rows = [
  { from: '0', percent: '1' },
  { from: '50000', percent: '2.5' },
  { from: '120000', percent: '4' },
];
const TEXT = agreementText(
  {
    ...{ transactions: 'purchase', date: 'receipt', qualifier: MEASURE, payout: MEASURE },
    ...{ windows: windowsText('halfYear'), formula: 'marginal', tiers: { boundary: 'atLeast', rows } },
  },
  {
    ...{ id: 'B-2026', direction: 'supplierRebate' },
    validity: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
  },
);
const AGREEMENT = {
  ...TEXT,
  settlement: { ...(TEXT.settlement as object), recognition: 'onAcceptance' },
};
const CLERK = { kind: 'person' as const, id: 'clerk' };
const HEADER =
  'source,document,line,side,company,partner,product,receiptDate,orderedQuantity,receivedQuantity,rejectedQuantity,stockedQuantity,unit,unitPrice,currency';
const row = (number: number, quantities: string, price: string) =>
  `erp,B${number},1,purchase,EU,S1,X${number},2026-05-01,${quantities},EA,${price},EUR`;

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  const product = (number: number) => ({
    kind: 'product' as const,
    code: `X${number}`,
    name: 'X',
    attributes: {},
  });
  await story.master([
    { kind: 'partner', code: 'S1', name: 'Supplier One', attributes: {} },
    ...[1, 2, 3, 4].map(product),
    { kind: 'product', code: 'X9', name: 'of nobody', attributes: { 'unit.CS': '12 EA' } },
  ]);
  await story.agreement(AGREEMENT);
});
afterAll(() => story.close());

async function counted(day: string, counts: Readonly<Record<string, string>>): Promise<void> {
  const items = Object.entries(counts).map(([product, quantity]) => ({
    ...{ source: 'wms', company: 'EU', product, day, quantity, unit: 'EA' },
  }));
  const written = taken(await writeFacts(story.ports, story.tenant, 'stock', items, systemActor('demo')));
  expect(written.every(({ ok }) => ok)).toBe(true);
  await story.calculate();
}

async function held(): Promise<Record<string, string>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(
    balances.map(({ role, minor, currency }) => [role, moneyText({ minor, currency })]),
  );
}

async function unrecognised(): Promise<bigint[]> {
  return (await unrecognisedIncome(story.ports, story.tenant)).map(({ minor }) => minor);
}

/** The signed agreement comes on file, and that the supplier has accepted it. */
async function accepted(): Promise<void> {
  const content = new TextEncoder().encode('signed');
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const paper = { actor: CLERK, agreement: 'B-2026', name: 'signed.txt', open };
  const { id: document } = taken(await attachDocument(story.ports, story.tenant, paper));
  const said = { agreement: 'B-2026', acceptedOn: dayOf('2026-01-15'), acceptedBy: 'Ms Keller', document };
  taken(await recordAcceptance(story.ports, story.tenant, { ...said, actor: CLERK }));
}

describe('the share on goods in stock', () => {
  it('06-30: nothing is income until the supplier has accepted; 300 of B3 and 100 of B4 are there: 582.71 lowers what they have cost', async () => {
    story.on('2026-06-30');
    await story.lines(
      HEADER,
      row(1, '500,500,20,480', '83.40'),
      row(2, '250,250,0,250', '61.15'),
      row(3, '1000,960,0,960', '47.25'),
      row(4, '300,300,10,290', '128.90'),
    );
    await story.calculate();
    await counted('2026-06-29', { X3: '300' });
    expect(await held()).toEqual({});
    expect(await unrecognised()).toEqual([297_242n]);
    await accepted();
    await story.calculate();
    expect(await unrecognised()).toEqual([]);
    expect(await held()).toEqual({
      accruedReceivable: '2972.42',
      inventory: '-305.19',
      rebateIncome: '-2667.23',
    });
    await counted('2026-06-29', { X3: '0' });
    expect(await held()).toEqual({ accruedReceivable: '2972.42', rebateIncome: '-2972.42' });
    await counted('2026-06-30', { X3: '300', X4: '100', X9: '7' });
    expect(await held()).toEqual({
      accruedReceivable: '2972.42',
      inventory: '-582.71',
      rebateIncome: '-2389.71',
    });
  });

  it('counted again it posts nothing, sold in part it is released in part', async () => {
    await counted('2026-06-30', { X3: '300', X4: '100' });
    expect((await held()).inventory).toBe('-582.71');
    story.on('2026-07-31');
    // 100 × 128.90 of 138,060.50: 277.5… of 2,972.42.
    await counted('2026-07-31', { X3: '0' });
    expect((await held()).inventory).toBe('-277.52');
  });

  it('more in stock than was bought holds back no more than was bought', async () => {
    story.on('2026-08-01');
    await counted('2026-08-01', { X3: '5000', X4: '0' });
    // 45,360.00 of 138,060.50.
    expect((await held()).inventory).toBe('-976.59');
  });

  it('08-31: sold: all of it is income', async () => {
    story.on('2026-08-31');
    await counted('2026-08-31', { X3: '0' });
    expect(await held()).toEqual({ accruedReceivable: '2972.42', rebateIncome: '-2972.42' });
  });
});
