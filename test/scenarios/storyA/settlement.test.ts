import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../app/actor.ts';
import { approveSettlement } from '../../../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../../app/settlement/proposeSettlement.ts';
import { moneyText } from '../../../core/money/money.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

// The settlements of story A: quarters, the final one a month after the year, 25.00 at least, VAT of
// 20 % on each document. Every figure is the specification's; none may be edited to pass.
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [HEADER = '', ...ROWS] = read('lines.csv').trim().split('\n');
const rowOf = (document: string) => ROWS.find((row) => row.startsWith(`erp,${document},`)) ?? '';

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };

/** The agreement of the story with its settlement terms. */
function agreementOf(finalDays: number): object {
  const agreement = JSON.parse(read('agreement.json'));
  const minimumPayout = { amount: '25.00', below: 'carry' };
  return {
    ...agreement,
    settlement: {
      ...agreement.settlement,
      frequency: 'quarter',
      finalDays,
      minimumPayout,
      tax: 'perLineRate',
    },
  };
}

async function opened(finalDays: number): Promise<Scenario> {
  const story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: { country: 'AT', city: 'Wien' } },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
  await story.agreement(agreementOf(finalDays));
  const { ports, tenant } = story;
  const party = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(ports, tenant, { actor: ANNA, company: 'EU', party }));
  const series = { company: 'EU', kind: 'creditNote', series: 'CN', numberedBy: 'here' } as const;
  taken(await setDocumentSeries(ports, tenant, { ...series, actor: ANNA }));
  return story;
}

/** Everything that is known up to a day, each line on its own day, calculated. */
async function known(story: Scenario, ...documents: readonly string[]): Promise<void> {
  for (const document of documents) {
    const row = rowOf(document);
    story.on(row.split(',').at(-1) ?? '');
    const summary = await story.lines(`${HEADER},taxRate`, `${row},20`);
    expect(summary.dispositions.accepted.rows).toBe(1);
    await story.calculate();
  }
}

type Settled = { net: string; tax: string; number: string } | undefined;

/** Runs the settlement, has it approved by a second person, and issues it. */
async function settle(story: Scenario, day: string): Promise<Settled> {
  story.on(day);
  const { ports, tenant } = story;
  const preview = taken(await previewSettlement(ports, tenant, { company: 'EU' }));
  const { settlements, ...proposed } = taken(
    await proposeSettlement(ports, tenant, { company: 'EU', actor: ANNA }),
  );
  expect(proposed.parties).toEqual(preview.parties);
  const [settlement, ...others] = settlements;
  expect(others).toEqual([]);
  if (settlement === undefined) return undefined;
  taken(await approveSettlement(ports, tenant, { actor: BERT, id: settlement.id }));
  const { number = '' } = taken(await issueSettlement(ports, tenant, { actor: ANNA, id: settlement.id }));
  const text = (minor: bigint) => moneyText({ minor, currency: 'EUR' });
  return { net: text(settlement.netMinor), tax: text(settlement.taxMinor), number };
}

/** Earned less settled, in minor units: what the books owe by no document, to the cent. */
async function openOf(story: Scenario): Promise<bigint> {
  const books = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner: 'P1' }));
  const accrued = books.find(({ role }) => role === 'accruedLiability')?.minor ?? 0n;
  const open = await openByBookings(story);
  expect(-accrued).toBe(open);
  return open;
}

async function openByBookings(story: Scenario): Promise<bigint> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('STORY-A'));
  const sum = (kind: string) =>
    balances.reduce((total, { account, minor }) => (account.kind === kind ? total + minor : total), 0n);
  return sum('earned') - sum('settled');
}

describe('the settlements of story A', () => {
  let story: Scenario;
  beforeAll(async () => {
    story = await opened(31);
  });
  afterAll(() => story.close());

  it('on 04-15 as of the end of March pay nothing: L3 is known, and not in', async () => {
    await known(story, 'L1', 'L2', 'L3');
    expect(await settle(story, '2026-04-15')).toBeUndefined();
    expect(await openOf(story)).toBe(24_827n);
  });

  it('on 07-15: 1,076.14 and VAT of 215.23', async () => {
    await known(story, 'L4');
    expect(await settle(story, '2026-07-15')).toEqual({
      net: '1076.14',
      tax: '215.23',
      number: 'CN-2026-000001',
    });
    expect(await openOf(story)).toBe(0n);
  });

  it('on 10-15: 1,053.89 and VAT of 210.78', async () => {
    await known(story, 'L5');
    expect(await settle(story, '2026-10-15')).toEqual({
      net: '1053.89',
      tax: '210.78',
      number: 'CN-2026-000002',
    });
    expect(await openOf(story)).toBe(0n);
    expect(await settle(story, '2026-10-16')).toBeUndefined();
  });

  it('on 2027-01-31 for good: 914.07 and VAT of 182.81', async () => {
    await known(story, 'L6', 'R1', 'L7');
    expect(await settle(story, '2027-01-31')).toEqual({
      net: '914.07',
      tax: '182.81',
      number: 'CN-2027-000001',
    });
    expect(await openOf(story)).toBe(0n);
  });

  it('come to VAT of 608.82 in all, and nothing is left to settle', async () => {
    const { ports, tenant } = story;
    const tax = await ports.store.inTenant(tenant, (tx) =>
      tx.settlements.taxOf({
        company: 'EU',
        beneficiary: 'P1',
        currency: 'EUR',
        side: 'payable',
        amounts: 'net',
      }),
    );
    expect(Object.fromEntries(tax)).toEqual({ '20': { netMinor: 304_410n, taxMinor: 60_882n } });
    expect(await settle(story, '2027-02-15')).toBeUndefined();
    const payables = await ports.store.inTenant(tenant, (tx) =>
      tx.settlements.openPayables({ company: 'EU' }),
    );
    expect(payables.map(({ number, minor }) => [number, minor])).toEqual([
      ['CN-2026-000001', 129_137n],
      ['CN-2026-000002', 126_467n],
      ['CN-2027-000001', 109_688n],
    ]);
  });
});

describe('the final settlement of story A on 01-18 instead', () => {
  it('pays nothing: −0.44 is carried', async () => {
    const story = await opened(18);
    await known(story, 'L1', 'L2', 'L3', 'L4');
    await settle(story, '2026-07-15');
    await known(story, 'L5');
    await settle(story, '2026-10-15');
    await known(story, 'L6', 'R1');
    expect(await settle(story, '2027-01-18')).toBeUndefined();
    const { parties } = taken(await previewSettlement(story.ports, story.tenant, { company: 'EU' }));
    const parts = parties.flatMap(({ plan }) =>
      plan.groups.flatMap(({ accounts }) => accounts.flatMap((a) => a.parts)),
    );
    expect(parts).toEqual([{ kind: 'held', reason: 'offset', minor: -44n }]);
    expect(await openOf(story)).toBe(-44n);
    await story.close();
  });
});
