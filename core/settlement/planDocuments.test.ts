import { describe, expect, it } from 'vitest';
import { agreementOf, decimalOf } from '../../test/support/trade.ts';
import type { Settlement } from '../agreement/agreement.ts';
import type { Stage } from './accountParts.ts';
import { draftTotals, planDocuments, type RatedAccount } from './planDocuments.ts';
import type { Group } from './settleTogether.ts';

const { settlement } = agreementOf();
const NOTHING = { netMinor: 0n, taxMinor: 0n };

function account(
  key: string,
  minor: bigint,
  rates: Record<string, bigint> = { '20': 1n },
  stage: Stage = 'interim',
): RatedAccount {
  return {
    key,
    stage,
    parts: [{ kind: 'document', reason: 'settlement', minor }],
    rates: { earned: new Map(Object.entries(rates)), documented: new Map() },
  };
}

function group(
  code: string,
  accounts: readonly RatedAccount[],
  differs: Partial<Settlement> = {},
  isLast = false,
): Group<RatedAccount> {
  return { code, settlement: { ...settlement, ...differs }, isLast, accounts };
}

function told(groups: readonly Group<RatedAccount>[]): string {
  const plan = planDocuments(groups, () => NOTHING);
  const documents = plan.documents.map((draft) => `${draft.reason} ${draftTotals(draft).netMinor}`);
  const others = plan.groups.flatMap(({ accounts }) =>
    accounts.flatMap(({ key, parts }) =>
      parts
        .filter(({ kind }) => kind !== 'document')
        .map(({ kind, reason, minor }) => `${key} ${kind} ${reason} ${minor}`),
    ),
  );
  return [...documents, ...others].join('; ');
}

const minimum = (below: 'carry' | 'lapse') => ({ minimumPayout: { amount: decimalOf('25.00'), below } });
const invoice = { clawBack: { scope: 'full' as const, by: 'invoice' as const } };
const waived = { clawBack: { scope: 'waived' as const, by: 'offset' as const } };
const offsetUntilFinal = { clawBack: { scope: 'untilFinal' as const, by: 'offset' as const } };
const untilFinal = { clawBack: { scope: 'untilFinal' as const, by: 'invoice' as const } };

describe('documents of one partner', () => {
  it.each<[string, readonly Group<RatedAccount>[], string]>([
    ['one amount', [group('A', [account('a', 1000n)])], 'settlement 1000'],
    ['less than nothing is held', [group('A', [account('a', -44n)])], 'a held offset -44'],
    [
      'and set off against another window',
      [group('A', [account('a', -44n), account('b', 50n)])],
      'settlement 6',
    ],
    [
      'all of it, or nothing',
      [group('A', [account('a', -50n), account('b', 50n)])],
      'a held offset -50; b held offset 50',
    ],
    // So much at 0 % less 100.00 at 20 %: without tax it is above nothing, with it nothing, 0.01 below, 0.01 above.
    [
      'nothing with its tax',
      [group('A', [account('a', 12_000n, { '0': 1n }), account('b', -10_000n)])],
      'a held offset 12000; b held offset -10000',
    ],
    [
      'less than nothing with its tax',
      [group('A', [account('a', 11_999n, { '0': 1n }), account('b', -10_000n)])],
      'a held offset 11999; b held offset -10000',
    ],
    [
      'a cent more than nothing with its tax',
      [group('A', [account('a', 12_001n, { '0': 1n }), account('b', -10_000n)])],
      'settlement 2001',
    ],
    [
      'and what is invoiced back with more than its tax in the other direction',
      [group('A', [account('a', -12_000n, { '0': 6n, '20': -5n })], invoice)],
      'a held offset -12000',
    ],
    [
      'what comes back by other terms of payment, on the document of the other one',
      [
        group('A', [account('a', -44n)], { nettingWith: ['B'], paymentDays: 10 }),
        group('B', [account('b', 50n)], { nettingWith: ['A'], method: 'payment' }),
      ],
      'settlement 6',
    ],
    [
      'on that of the one that pays most',
      [
        group('A', [account('a', -30n)], { nettingWith: ['B', 'C'], paymentDays: 10 }),
        group('B', [account('b', 20n)], { nettingWith: ['A'], paymentDays: 30 }),
        group('C', [account('c', 100n)], { nettingWith: ['A'], paymentDays: 60 }),
      ],
      'settlement 20; settlement 70',
    ],
    [
      'and of as many as it takes',
      [
        group('A', [account('a', -30n)], { nettingWith: ['B', 'C'], paymentDays: 10 }),
        group('B', [account('b', 20n)], { nettingWith: ['A'], paymentDays: 30 }),
        group('C', [account('c', 20n)], { nettingWith: ['A'], paymentDays: 60 }),
      ],
      'settlement 10',
    ],
    [
      'by a document of its own where the tax asks for one',
      [
        group('A', [account('a', -30n, { none: 1n })], { nettingWith: ['B'], tax: 'none' }),
        group('B', [account('b', 100n)], { nettingWith: ['A'] }),
      ],
      'settlement 100; clawBack -30',
    ],
    [
      'which is not the one that is invoiced',
      [
        group('A', [account('a', -30n, { none: 1n })], { nettingWith: ['B'], tax: 'none' }),
        group('B', [account('b', 100n), account('c', -5n)], { nettingWith: ['A'] }),
        group('C', [account('d', -7n, { none: 1n })], { tax: 'none', ...invoice }),
      ],
      'settlement 95; clawBack -7; clawBack -30',
    ],
    [
      'and is held where the others give goods',
      [
        group('A', [account('a', -44n)], { nettingWith: ['B'] }),
        group('B', [account('b', 50n)], { nettingWith: ['A'], method: 'goods' }),
      ],
      'settlement 50; a held offset -44',
    ],
    [
      'invoiced apart',
      [group('A', [account('a', -44n), account('b', 50n)], invoice)],
      'settlement 50; clawBack -44',
    ],
    ['waived while the window is open', [group('A', [account('a', -44n)], waived)], 'a held overpaid -44'],
    [
      'waived for good',
      [group('A', [account('a', -44n, undefined, 'final')], waived)],
      'a lapsed clawBackWaived -44',
    ],
    [
      'until the final settlement',
      [group('A', [account('a', -44n, undefined, 'final')], untilFinal)],
      'clawBack -44',
    ],
    [
      'and no more after it',
      [group('A', [account('a', -44n, undefined, 'reopened')], untilFinal)],
      'a lapsed clawBackWaived -44',
    ],
    [
      'set off at it as far as it is covered',
      [group('A', [account('a', -44n, undefined, 'final'), account('b', 50n)], offsetUntilFinal)],
      'settlement 6',
    ],
    [
      'lapses at it where it is not, and holds back nobody else',
      [group('A', [account('a', -44n, undefined, 'final'), account('b', 40n)], offsetUntilFinal)],
      'settlement 40; a lapsed clawBackWaived -44',
    ],
    [
      'and is held before it',
      [group('A', [account('a', -44n), account('b', 40n)], offsetUntilFinal)],
      'a held offset -44; b held offset 40',
    ],
    ['just enough', [group('A', [account('a', 2500n)], minimum('carry'))], 'settlement 2500'],
    [
      'a cent too little waits',
      [group('A', [account('a', 2499n)], minimum('carry'))],
      'a held belowMinimum 2499',
    ],
    ['or lapses', [group('A', [account('a', 2499n)], minimum('lapse'))], 'a lapsed belowMinimum 2499'],
    [
      'together enough',
      [group('A', [account('a', 2499n), account('b', 1n)], minimum('carry'))],
      'settlement 2500',
    ],
    ['at the end it is paid', [group('A', [account('a', 2499n)], minimum('carry'), true)], 'settlement 2499'],
    [
      'unless it lapses',
      [group('A', [account('a', 2499n)], minimum('lapse'), true)],
      'a lapsed belowMinimum 2499',
    ],
    [
      'two agreements on one document',
      [group('A', [account('a', 10n)]), group('B', [account('b', 5n)])],
      'settlement 15',
    ],
    [
      'not set off',
      [group('A', [account('a', -10n)]), group('B', [account('b', 15n)])],
      'settlement 15; a held offset -10',
    ],
    [
      'set off where both say so',
      [
        group('A', [account('a', -10n)], { nettingWith: ['B'] }),
        group('B', [account('b', 15n)], { nettingWith: ['A'] }),
      ],
      'settlement 5',
    ],
    [
      'not where one says so',
      [group('A', [account('a', -10n)], { nettingWith: ['B'] }), group('B', [account('b', 15n)])],
      'settlement 15; a held offset -10',
    ],
    [
      'what is not covered keeps the other back',
      [
        group('A', [account('a', -20n)], { nettingWith: ['B'] }),
        group('B', [account('b', 15n)], { nettingWith: ['A'] }),
      ],
      'a held offset -20; b held offset 15',
    ],
    [
      'by other means on another document',
      [group('A', [account('a', 10n)]), group('B', [account('b', 5n)], { method: 'payment' })],
      'settlement 10; settlement 5',
    ],
  ])('%s', (_, groups, expected) => {
    expect(told(groups)).toBe(expected);
  });

  it('split by the rates of the lines, with the tax of each (story E)', () => {
    const rates = { '10': 24890n, '20': 27706n };
    const [draft] = planDocuments([group('E', [account('e', 52596n, rates)])], () => NOTHING).documents;
    expect(Object.fromEntries(draft?.taxes ?? [])).toEqual({
      '10': { netMinor: 24890n, taxMinor: 2489n },
      '20': { netMinor: 27706n, taxMinor: 5541n },
    });
    expect(draft && draftTotals(draft).grossMinor).toBe(60626n);
  });

  it('with tax in the amounts', () => {
    const tax = {
      treatment: 'priceReduction',
      rate: 'perLineRate',
      amounts: 'taxInclusive',
      withholding: 'none',
    } as const;
    const accounts = [account('a', 3333n), account('b', 6667n)];
    const [draft] = planDocuments([group('A', accounts, { tax })], () => NOTHING).documents;
    expect(draft && draftTotals(draft)).toMatchObject({
      netMinor: 8333n,
      taxMinor: 1667n,
      grossMinor: 10000n,
    });
    expect(draft?.lines.map(({ netMinor }) => netMinor)).toEqual([2777n, 5556n]);
  });

  it('keeps back what goes to the tax office', () => {
    const tax = {
      treatment: 'partnerService',
      rate: 'none',
      amounts: 'net',
      withholding: { percent: decimalOf('10') },
    } as const;
    const [draft] = planDocuments(
      [group('A', [account('a', 1005n, { none: 1n })], { tax })],
      () => NOTHING,
    ).documents;
    expect(draft && draftTotals(draft)).toEqual({
      netMinor: 1005n,
      taxMinor: 0n,
      grossMinor: 1005n,
      withheldMinor: 101n,
    });
  });
});
