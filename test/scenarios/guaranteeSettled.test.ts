import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// At least 1,000.00 a year, of which 90 % are settled before the final day. 200.00 are earned in the first
// quarter and nothing after it: the missing 800.00 are topped up when the year is over and not before, and the
// last tenth of all goes on a document on the final day and not before.

const ANNA = { kind: 'person', id: 'anna' } as const;
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const guarantee = { amount: '1000', cumulative: false, paid: 'atEnd', unearned: 'kept' };
  const text = agreementText({ guarantee }, { id: 'FLOOR' });
  const terms = { ...(text.settlement as object), frequency: 'quarter', finalDays: 31, interimPercent: '90' };
  await story.agreement({ ...text, settlement: { ...terms, tax: { percent: '20' } } });
  await story.lines(HEADER, 'erp,S1,1,sale,EU,P1,X,2026-03-10,1,EA,10000.00,EUR');
  await story.calculate();
});
afterAll(() => story.close());

/** What becomes of each amount by a run of a day. */
async function told(day: string): Promise<string[]> {
  story.on(day);
  await story.calculate();
  const selection = { company: 'EU', agreements: ['FLOOR'] };
  const planned = taken(await previewSettlement(story.ports, story.tenant, selection));
  taken(await proposeSettlement(story.ports, story.tenant, { ...selection, actor: ANNA }));
  return planned.parties.flatMap(({ plan }) =>
    plan.groups.flatMap(({ accounts }) =>
      accounts.flatMap(({ parts }) => parts.map(({ kind, reason, minor }) => `${kind} ${reason} ${minor}`)),
    ),
  );
}

it.each([
  ['2026-04-15', ['held interimShare 2000', 'document settlement 18000']],
  ['2026-07-15', ['held interimShare 2000']],
  ['2026-12-31', ['held interimShare 2000']],
  // The last day is over: 90 % of the 1,000.00, less the 180.00 before.
  ['2027-01-15', ['held interimShare 10000', 'document settlement 72000']],
  ['2027-01-30', ['held interimShare 10000']],
  ['2027-01-31', ['document settlement 10000']],
  ['2027-02-01', []],
])('by a run on %s: %j', async (day, expected) => {
  expect(await told(day)).toEqual(expected);
});
