import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScenario, type Scenario } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// A slip of the keyboard, or a code in the column of values: it is booked as it stands, to the last
// cent, corrected like any other line, and keeps no other agreement from being calculated.
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const sale = (document: string, value: string) =>
  `erp,${document},1,sale,EU,P1,X,2026-02-03,1,EA,${value},EUR`;

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
  const few = { boundary: 'atLeast', rows: [{ from: '10', percent: '3' }] };
  const other = {
    include: [{ attribute: 'line.source', in: ['pos'] }],
    exclude: [],
    attributesAsOf: 'current',
  };
  const eligibility = { payment: 'any', submission: 'any', ...other };
  await story.agreement(agreementText({}, { id: 'ALL' }));
  await story.agreement(agreementText({ tiers: few, eligibility }, { id: 'POS' }));
});
afterAll(() => story.close());

it('books a line of 25 digits as it stands, and the other agreement too', async () => {
  await story.lines(
    HEADER,
    sale('D1', '1234567890123456789012345.67'),
    sale('D2', '100.00').replace('erp', 'pos'),
  );
  const booked = (await story.calculate()).map(({ delta }) => delta).sort((a, b) => (a < b ? -1 : 1));
  // 3 % of 100.00; 2 % of 1234567890123456789012445.67 is 24691357802469135780248.9134
  expect(booked).toEqual([300n, 2_469_135_780_246_913_578_024_891n]);
});

it('shows it, and the total of all', async () => {
  const { rows, totals } = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.earnings.list({ limit: 10 }),
  );
  expect(rows.map(({ earnedMinor }) => earnedMinor)).toEqual([2_469_135_780_246_913_578_024_891n, 300n]);
  expect(totals.map(({ earnedMinor }) => earnedMinor)).toEqual([2_469_135_780_246_913_578_025_191n]);
});

it('takes it back when the line is corrected', async () => {
  await story.lines(HEADER, sale('D1', '1000.00'));
  // 2 % of 1,100.00
  expect((await story.calculate()).map(({ delta }) => delta)).toEqual([
    2_200n - 2_469_135_780_246_913_578_024_891n,
  ]);
});
