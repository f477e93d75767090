import { describe, expect, test } from 'vitest';
import {
  agreementOf,
  approvalOf,
  claimOf,
  day,
  historyOf,
  lineOf,
  partnerOf,
} from '../../test/support/historyOf.ts';
import { randomNumbers } from '../../test/support/randomNumbers.ts';
import { DETECTOR_NAMES, type DetectorName } from './detectorName.ts';
import { DETECTORS } from './detectors.ts';
import type { History, HistoryLine } from './history.ts';

import { beginScan } from './scan.ts';

const D = day('2025-03-01');
const EUR = { currency: 'EUR' } as const;

/** The ids of what one detector finds. */
function foundBy(name: DetectorName, known: Partial<History>, lines: readonly HistoryLine[] = []): string[] {
  const scan = beginScan(
    historyOf(known),
    {},
    DETECTORS.filter((one) => one.name === name),
  );
  const inOrder = [...lines].sort((a, b) =>
    a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : a.day - b.day,
  );
  for (const line of inOrder) scan.see(line);
  return scan.end().findings.map(({ id }) => id);
}

const sale = (document: string, line = '1') => ({ document, line });

type Row = readonly [string, DetectorName, Partial<History>, readonly HistoryLine[], readonly string[]];

const CLAIMS: readonly Row[] = [
  [
    'the same goods of the same document, without the line',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [{ ...sale('I1'), product: 'A', quantity: 7_000_000, minor: 500 }], {
          reference: 'CB-1',
        }),
        claimOf('2', D + 9, 495, [{ document: 'I1', product: 'a', quantity: 7_000_000, minor: 495 }], {
          reference: 'X-77',
        }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'the same number twice',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [], { reference: 'CB-100' }),
        claimOf('2', D + 9, 500, [], { reference: 'cb 0100' }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'two digits swapped',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [], { reference: 'CB-4812' }),
        claimOf('2', D + 9, 500, [], { reference: 'CB-4821' }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'a letter behind',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [], { reference: 'CB-4812' }),
        claimOf('2', D + 9, 500, [], { reference: 'CB-4812A' }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'the same lines under another number',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [sale('I1')], { reference: 'X7' }),
        claimOf('2', D + 9, 500, [sale('I1')], { reference: 'Y9' }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'from two codes with one bank account',
    'duplicateClaims',
    {
      partners: [partnerOf('P', { bankAccounts: ['DE1'] }), partnerOf('Q', { bankAccounts: ['DE1'] })],
      claims: [
        claimOf('1', D, 500, [], { reference: 'CB-100' }),
        claimOf('2', D + 9, 500, [], { reference: 'CB-100', partner: 'Q' }),
      ],
    },
    [],
    ['2'],
  ],
  [
    'not: the next number each month',
    'duplicateClaims',
    { claims: [1, 2, 3].map((n) => claimOf(`${n}`, D + 30 * n, 500, [], { reference: `CB-100${n}` })) },
    [],
    [],
  ],
  [
    'not: refused and sent again',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [], { reference: 'CB-100', state: 'refused' }),
        claimOf('2', D + 9, 500, [], { reference: 'CB-100' }),
      ],
    },
    [],
    [],
  ],
  [
    'not: the same number for other sales',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [sale('I1')], { reference: 'MARCH' }),
        claimOf('2', D + 30, 500, [sale('I2')], { reference: 'MARCH' }),
      ],
    },
    [],
    [],
  ],
  [
    'not: strangers with the same number',
    'duplicateClaims',
    {
      claims: [
        claimOf('1', D, 500, [], { reference: '100' }),
        claimOf('2', D, 500, [], { reference: '100', partner: 'Q' }),
      ],
    },
    [],
    [],
  ],
  [
    'all of a sale twice',
    'claimedTwice',
    {
      claims: [
        claimOf('1', D, 5, [{ ...sale('I1'), quantity: 10_000_000, minor: 5 }]),
        claimOf('2', D + 5, 5, [{ ...sale('I1'), quantity: 10_000_000, minor: 5 }]),
      ],
    },
    [lineOf('I1', D - 9, 10, 100)],
    ['2/1'],
  ],
  [
    'not: two parts',
    'claimedTwice',
    {
      claims: [
        claimOf('1', D, 5, [{ ...sale('I1'), quantity: 4_000_000 }]),
        claimOf('2', D + 5, 5, [{ ...sale('I1'), quantity: 6_000_000 }]),
      ],
    },
    [lineOf('I1', D - 9, 10, 100)],
    [],
  ],
  [
    'not: two agreements',
    'claimedTwice',
    {
      claims: [
        claimOf('1', D, 5, [{ ...sale('I1'), quantity: 10_000_000 }]),
        claimOf('2', D + 5, 5, [{ ...sale('I1'), quantity: 10_000_000 }], { agreement: 'H' }),
      ],
    },
    [lineOf('I1', D - 9, 10, 100)],
    [],
  ],
  [
    'more than the sale',
    'claimedMoreThanSold',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 12_000_000 }])] },
    [lineOf('I1', D - 9, 10, 100)],
    ['1/1'],
  ],
  [
    'not: just the sale',
    'claimedMoreThanSold',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 10_000_000 }])] },
    [lineOf('I1', D - 9, 10, 100)],
    [],
  ],
  [
    'came back before',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 500, [{ ...sale('I1'), quantity: 10_000_000, minor: 500 }])] },
    [lineOf('I1', D - 9, 10, 100), lineOf('R1', D - 2, -10, 100, { returnOf: sale('I1') })],
    ['1/1'],
  ],
  [
    'not: came back afterwards',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 500, [{ ...sale('I1'), quantity: 10_000_000 }])] },
    [lineOf('I1', D - 9, 10, 100), lineOf('R1', D + 2, -10, 100, { returnOf: sale('I1') })],
    [],
  ],
  [
    'not: the part that stayed',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 500, [{ ...sale('I1'), quantity: 6_000_000 }])] },
    [lineOf('I1', D - 9, 10, 100), lineOf('R1', D - 2, -4, 100, { returnOf: sale('I1') })],
    [],
  ],
  [
    'not: cancelled and written anew',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 500, [{ ...sale('I1'), quantity: 10_000_000 }])] },
    [
      lineOf('I1', D - 9, 10, 100),
      lineOf('X1', D - 2, -10, 100, { correctionOf: sale('I1') }),
      lineOf('I2', D - 2, 10, 100, { correctionOf: sale('I1') }),
    ],
    [],
  ],
  [
    'sold after the end',
    'claimOutsideValidity',
    { agreements: [agreementOf({ until: D })], claims: [claimOf('1', D + 20, 5, [{ day: D + 1 }])] },
    [],
    ['1/1'],
  ],
  [
    'sent too late',
    'claimOutsideValidity',
    {
      agreements: [agreementOf({ claimWithin: 30 })],
      claims: [claimOf('1', day('2025-06-01'), 5, [{ day: D }])],
    },
    [],
    ['1'],
  ],
  [
    'not: the last day',
    'claimOutsideValidity',
    { agreements: [agreementOf({ until: D })], claims: [claimOf('1', D + 20, 5, [{ day: D - 1 }])] },
    [],
    [],
  ],
  [
    'above the contract price',
    'claimWrongPrice',
    {
      agreements: [agreementOf({ contractPrice: 900, tiers: [] })],
      products: [{ product: 'A', listPrice: 1000, ...EUR }],
      claims: [claimOf('1', D, 2000, [{ product: 'A', quantity: 10_000_000, unitMinor: 200, minor: 2000 }])],
    },
    [],
    ['1/1'],
  ],
  [
    'not: just the difference',
    'claimWrongPrice',
    {
      agreements: [agreementOf({ contractPrice: 900, tiers: [] })],
      products: [{ product: 'A', listPrice: 1000, ...EUR }],
      claims: [claimOf('1', D, 1000, [{ product: 'A', quantity: 10_000_000, unitMinor: 100, minor: 1000 }])],
    },
    [],
    [],
  ],
  [
    'pieces where packs were sold',
    'claimWrongUnit',
    {
      products: [{ product: 'A', unit: 'EA', perPack: 12 }],
      claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 120_000_000, unit: 'PK' }])],
    },
    [lineOf('I1', D - 9, 120, 100)],
    ['1/1'],
  ],
  [
    'not: converted by the pack',
    'claimWrongUnit',
    {
      products: [{ product: 'A', unit: 'EA', perPack: 12 }],
      claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 10_000_000, unit: 'PK' }])],
    },
    [lineOf('I1', D - 9, 120, 100)],
    [],
  ],
  [
    'not covered',
    'claimWrongProduct',
    { agreements: [agreementOf({ products: ['B'] })], claims: [claimOf('1', D, 5, [{ product: 'A' }])] },
    [],
    ['1/1'],
  ],
  [
    'not: covered by category',
    'claimWrongProduct',
    {
      products: [{ product: 'A', category: 'tea' }],
      agreements: [agreementOf({ categories: ['tea'] })],
      claims: [claimOf('1', D, 5, [{ product: 'A' }])],
    },
    [],
    [],
  ],
];

/** Four lines of a document, each of another product. */
const four = (document: string, when: number, known: Partial<HistoryLine> = {}): HistoryLine[] =>
  ['A', 'B', 'C', 'E'].map((product, index) =>
    lineOf(document, when, 3 + index, 117, { product, line: `${index + 1}`, ...known }),
  );

const INVOICES: readonly Row[] = [
  [
    'number with a letter behind',
    'duplicateInvoices',
    {},
    [lineOf('I100', D, 7, 130), lineOf('I100A', D + 3, 7, 130)],
    ['erp/I100A/1'],
  ],
  [
    'four lines again two days later',
    'duplicateInvoices',
    {},
    [...four('I1', D), ...four('I2', D + 2)],
    ['erp/I2/1'],
  ],
  [
    'the same order',
    'duplicateInvoices',
    {},
    [...four('I1', D, { order: 'O' }), ...four('I9', D + 20, { order: 'O' })],
    ['erp/I9/1'],
  ],
  [
    'not: cancelled and written anew',
    'duplicateInvoices',
    {},
    [
      ...four('I1', D),
      ...four('X1', D + 1).map((line) => ({
        ...line,
        quantity: -line.quantity,
        minor: -line.minor,
        correctionOf: sale('I1', line.line),
      })),
      ...four('I2', D + 1).map((line) => ({ ...line, correctionOf: sale('I1', line.line) })),
    ],
    [],
  ],
  [
    'not: credited in between',
    'duplicateInvoices',
    {},
    [
      ...four('I1', D),
      ...four('R1', D + 1).map((line) => ({ ...line, quantity: -line.quantity, minor: -line.minor })),
      ...four('S2', D + 2),
    ],
    [],
  ],
  [
    'not: a standing order',
    'duplicateInvoices',
    {},
    [0, 7, 14, 21, 28].flatMap((offset) => four(`I${offset}`, D + offset)),
    [],
  ],
  [
    'a digit left out, and cents apart',
    'duplicateInvoices',
    {},
    [lineOf('I48120', D, 7, 1300), lineOf('I4812', D + 3, 7, 1301)],
    [],
  ],
  [
    'a digit left out in the middle, and cents apart',
    'duplicateInvoices',
    {},
    [lineOf('I48120', D, 7, 1300), lineOf('I4120', D + 3, 7, 1301)],
    ['erp/I4120/1'],
  ],
  [
    'four lines again, cents apart',
    'duplicateInvoices',
    {},
    [...four('I1', D), ...four('I2', D + 2).map((line) => ({ ...line, minor: line.minor + 1 }))],
    ['erp/I2/1'],
  ],
  [
    'a part of an invoice again',
    'duplicateInvoices',
    {},
    [...four('I1', D), ...four('I2', D + 2).slice(1)],
    ['erp/I2/2'],
  ],
  [
    'not: other quantities',
    'duplicateInvoices',
    {},
    [...four('I1', D), ...four('I2', D + 2).map((line) => ({ ...line, quantity: line.quantity * 2 }))],
    [],
  ],
  [
    'nearer to the limit on days one after the other',
    'orderSplitting',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [0, 1, 2].map((off) => lineOf(`I${off}`, D + off, 90, 1)),
    ['erp/I0/1'],
  ],
  [
    'not: cancelled the same day and ordered anew',
    'orderSplitting',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [lineOf('I1', D, 90, 1), lineOf('I2', D, -90, 1), lineOf('I3', D, 95, 1)],
    [],
  ],
  [
    'not: a price that lies among others',
    'wrongLineUnit',
    { products: [{ product: 'A', unit: 'EA', perPack: 12, listPrice: 100, ...EUR }] },
    [
      lineOf('I1', D, 5, 1200),
      lineOf('I2', D, 5, 300),
      ...[1, 2, 3, 4, 5].map((n) => lineOf(`J${n}`, D + n, 5, 100)),
    ],
    [],
  ],
  [
    'the limit is wrong, and one is far beyond',
    'impossibleQuantity',
    { products: [{ product: 'A', unit: 'EA', perOrder: 10 }] },
    [11, 12, 13, 90].map((quantity) => lineOf(`I${quantity}`, D, quantity, 1)),
    ['erp/I90/1', 'A'],
  ],
  [
    'a return that names no sale',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 7_000_000 }])] },
    [lineOf('I1', D - 9, 7, 130), lineOf('R1', D - 5, -7, 130)],
    ['1/1'],
  ],
  [
    'not: one of two the same came back, the other is claimed',
    'claimedAfterReturn',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), quantity: 7_000_000 }])] },
    [lineOf('I1', D - 9, 7, 130), lineOf('I2', D - 8, 7, 130), lineOf('R1', D - 5, -7, 130)],
    [],
  ],
  [
    'as many dozens as pieces were sold',
    'claimWrongUnit',
    {
      agreements: [agreementOf({ unit: 'EA', tiers: [{ from: 0, perUnit: 10 }] })],
      claims: [
        claimOf('1', D, 1200, [{ ...sale('I1'), quantity: 10_000_000, unit: 'DZ', minor: 1200 }], {
          agreement: 'G',
        }),
      ],
    },
    [lineOf('I1', D - 9, 10, 100)],
    ['1/1'],
  ],
  [
    'not: another unit, and no more asked for than is given',
    'claimWrongUnit',
    {
      agreements: [agreementOf({ unit: 'EA', tiers: [{ from: 0, perUnit: 10 }] })],
      claims: [
        claimOf('1', D, 100, [{ ...sale('I1'), quantity: 10_000_000, unit: 'DZ', minor: 100 }], {
          agreement: 'G',
        }),
      ],
    },
    [lineOf('I1', D - 9, 10, 100)],
    [],
  ],
  [
    'not: the product in small letters',
    'claimWrongProduct',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), product: 'a' }])] },
    [lineOf('I1', D - 9, 7, 130)],
    [],
  ],
  [
    'most claims are for another end customer than the agreement names',
    'claimWrongProduct',
    {
      agreements: [agreementOf({ endCustomer: 'EC-1' })],
      claims: [1, 2, 3, 4, 5].map((n) =>
        claimOf(`${n}`, D, 5, [{ number: 1, minor: 5, endCustomer: 'EC-2' }], { agreement: 'G' }),
      ),
    },
    [],
    ['G'],
  ],
  [
    'what somebody else bought',
    'claimWrongProduct',
    { claims: [claimOf('1', D, 5, [sale('I1')])] },
    [lineOf('I1', D - 9, 7, 130, { partner: 'Q' })],
    ['1/1'],
  ],
  [
    'not: what another branch of the company bought',
    'claimWrongProduct',
    {
      partners: [partnerOf('P', { parent: 'H' }), partnerOf('Q', { parent: 'H' }), partnerOf('H')],
      claims: [claimOf('1', D, 5, [sale('I1')])],
    },
    [lineOf('I1', D - 9, 7, 130, { partner: 'Q' })],
    [],
  ],
  [
    'not: what we claim for, sold to whomever',
    'claimWrongProduct',
    { claims: [claimOf('1', D, 5, [sale('I1')], { claimant: 'us' })] },
    [lineOf('I1', D - 9, 7, 130, { partner: 'Q' })],
    [],
  ],
  [
    'under an agreement by which most claims are for sales of others',
    'claimWrongProduct',
    {
      agreements: [agreementOf()],
      claims: [1, 2, 3, 4, 5].map((n) => claimOf(`${n}`, D, 5, [sale(`I${n}`)])),
    },
    [1, 2, 3, 4, 5].map((n) => lineOf(`I${n}`, D - 9, 7, 130, { partner: 'Q' })),
    ['G'],
  ],
  [
    'not: an end customer of a list that no line goes by',
    'claimWrongProduct',
    { claims: [claimOf('1', D, 5, [{ ...sale('I1'), endCustomer: 'EC-1' }])] },
    [lineOf('I1', D - 9, 7, 130, { endCustomer: 'Lake Park' })],
    [],
  ],
  [
    'not: two shipments of the same quantity',
    'duplicateInvoices',
    {},
    [lineOf('I1', D, 7, 130), lineOf('I2', D + 2, 7, 130)],
    [],
  ],
  [
    'not: two orders',
    'duplicateInvoices',
    {},
    [...four('I1', D, { order: 'O1' }), ...four('I2', D + 2, { order: 'O2' })],
    [],
  ],
  [
    'split on one day',
    'orderSplitting',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [lineOf('I1', D, 90, 1), lineOf('I2', D, 95, 1)],
    ['erp/I1/1'],
  ],
  [
    'not: on two days',
    'orderSplitting',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [lineOf('I1', D, 90, 1), lineOf('I2', D + 1, 95, 1)],
    [],
  ],
  [
    'more than one order may hold',
    'impossibleQuantity',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [lineOf('I1', D, 101, 1)],
    ['erp/I1/1'],
  ],
  [
    'not: as much as it may',
    'impossibleQuantity',
    { products: [{ product: 'A', unit: 'EA', perOrder: 100 }] },
    [lineOf('I1', D, 100, 1)],
    [],
  ],
  [
    'a pack for a piece',
    'wrongLineUnit',
    { products: [{ product: 'A', unit: 'EA', perPack: 12, listPrice: 100, ...EUR }] },
    [lineOf('I1', D, 5, 1200), ...[1, 2, 3, 4, 5, 6].map((n) => lineOf(`J${n}`, D + n, 5, 100))],
    ['erp/I1/1'],
  ],
  [
    'not: a discount',
    'wrongLineUnit',
    { products: [{ product: 'A', unit: 'EA', perPack: 12, listPrice: 100, ...EUR }] },
    [lineOf('I1', D, 5, 60)],
    [],
  ],
];

/** Each week a sale; `extra` by day; to and from days of 2024 and 2025. */
function weekly(
  partner: string,
  extra: Readonly<Record<string, number>> = {},
  known: Partial<HistoryLine> = {},
): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (let when = day('2024-01-03'); when < day('2025-12-31'); when += 7)
    lines.push(lineOf(`${partner}${when}`, when, 10, 1000, { partner, ...known }));
  for (const [text, quantity] of Object.entries(extra))
    lines.push(lineOf(`${partner}x${text}`, day(text), quantity, 1000, { partner, ...known }));
  return lines.filter((line) => !(extra[`-${line.day}`] === 0));
}

/** Without what was sold in these days. */
const without = (lines: readonly HistoryLine[], from: string, until: string) =>
  lines.filter((line) => line.day < day(from) || line.day >= day(until));

const TIERS = [
  { from: 0, rate: 100 },
  { from: 200_000, rate: 500 },
];
const QUARTERS: Partial<History> = {
  partners: ['P', 'Q', 'R', 'S', 'T'].map((code) => partnerOf(code)),
  agreements: [agreementOf({ partners: ['P', 'Q', 'R', 'S', 'T'], from: day('2024-01-01'), tiers: TIERS })],
};
const PEERS = ['Q', 'R', 'S', 'T'].flatMap((code) => weekly(code));

/** Sold on in the middle of each quarter from so many before 2025, and bought at its begin in those of 2025. */
const stocked = (bought: readonly number[], before: number) => [
  ...Array.from({ length: before + bought.length }, (_, n) =>
    lineOf(`S${n}`, day('2025-02-15') + Math.round((n - before) * 91.3), 100, 10, { side: 'sellThrough' }),
  ),
  ...bought.map((quantity, n) => lineOf(`B${n}`, day('2025-01-20') + Math.round(n * 91.3), quantity, 10)),
];

const WINDOWS: readonly Row[] = [
  [
    'stocked beyond what it sells, though it reported long before its purchases were known',
    'overstocking',
    {},
    stocked([100, 100, 900, 100], 8),
    ['P'],
  ],
  ['not: bought as it sells', 'overstocking', {}, stocked([100, 120, 90, 100], 8), []],
  [
    'a peak before the end and nothing afterwards',
    'pullForward',
    QUARTERS,
    [...without(weekly('P', { '2025-06-28': 90 }), '2025-07-01', '2025-07-20'), ...PEERS],
    ['P'],
  ],
  [
    'not: the year before, too',
    'pullForward',
    QUARTERS,
    [...without(weekly('P', { '2025-06-28': 90, '2024-06-28': 90 }), '2025-07-01', '2025-07-20'), ...PEERS],
    [],
  ],
  [
    'not: the others, too',
    'pullForward',
    QUARTERS,
    ['P', 'Q', 'R', 'S', 'T'].flatMap((code) =>
      without(weekly(code, { '2025-06-28': 90 }), '2025-07-01', '2025-07-20'),
    ),
    [],
  ],
  [
    'reached by a hair in the very last days',
    'pullForward',
    {
      ...QUARTERS,
      agreements: (QUARTERS.agreements ?? []).map((one) => ({
        ...one,
        tiers: [{ from: 150_000, rate: 500 }],
      })),
    },
    [...weekly('P', { '2025-06-28': 21 }), ...PEERS],
    ['P'],
  ],
  [
    'not: reached by more than a hair',
    'pullForward',
    {
      ...QUARTERS,
      agreements: (QUARTERS.agreements ?? []).map((one) => ({
        ...one,
        tiers: [{ from: 140_000, rate: 500 }],
      })),
    },
    [...weekly('P', { '2025-06-28': 21 }), ...PEERS],
    [],
  ],
  [
    'not: a peak in the middle',
    'pullForward',
    QUARTERS,
    [...weekly('P', { '2025-05-10': 90 }), ...PEERS],
    [],
  ],
  [
    'much comes back after the end',
    'returnsAfterPayout',
    QUARTERS,
    [...weekly('P', { '2025-06-20': 90 }), lineOf('R', day('2025-07-15'), -85, 1000), ...PEERS],
    ['P'],
  ],
  [
    'not: the tier stays',
    'returnsAfterPayout',
    QUARTERS,
    [...weekly('P', { '2025-06-20': 90 }), lineOf('R', day('2025-07-15'), -5, 1000), ...PEERS],
    [],
  ],
  [
    'little missing to the next tier',
    'tierWithinReach',
    {
      today: day('2025-12-28'),
      partners: [partnerOf('P', { kind: 'supplier' })],
      agreements: [
        agreementOf({
          side: 'supplier',
          tiers: [
            { from: 0, rate: 100 },
            { from: 140_000, rate: 800 },
          ],
        }),
      ],
    },
    weekly('P', {}, { side: 'purchase' }).filter((line) => line.day < day('2025-12-28')),
    ['P'],
  ],
  [
    'not: reached anyway',
    'tierWithinReach',
    {
      today: day('2025-12-01'),
      partners: [partnerOf('P', { kind: 'supplier' })],
      agreements: [
        agreementOf({
          side: 'supplier',
          tiers: [
            { from: 0, rate: 100 },
            { from: 95_000, rate: 800 },
          ],
        }),
      ],
    },
    weekly('P', {}, { side: 'purchase' }).filter((line) => line.day < day('2025-12-01')),
    [],
  ],
  [
    'bought on after the end',
    'boughtAfterEnd',
    {
      partners: [partnerOf('P', { kind: 'supplier' })],
      agreements: [agreementOf({ side: 'supplier', until: day('2025-10-01') })],
    },
    weekly('P', {}, { side: 'purchase' }),
    ['G'],
  ],
  [
    'not: renewed',
    'boughtAfterEnd',
    {
      partners: [partnerOf('P', { kind: 'supplier' })],
      agreements: [
        agreementOf({ side: 'supplier', until: day('2025-10-01') }),
        agreementOf({ agreement: 'H', side: 'supplier', from: day('2025-10-01') }),
      ],
    },
    weekly('P', {}, { side: 'purchase' }),
    [],
  ],
  [
    'a code of the supplier without the agreement',
    'missingEnrolment',
    {
      partners: [
        partnerOf('P', { kind: 'supplier', name: 'Acme GmbH' }),
        partnerOf('Q', { kind: 'supplier', name: 'ACME' }),
      ],
      agreements: [agreementOf({ side: 'supplier', tiers: [{ from: 0, rate: 500 }] })],
    },
    weekly('Q', {}, { side: 'purchase' }),
    ['Q'],
  ],
  [
    'one of six in a segment is not named',
    'missingEnrolment',
    {
      partners: ['P', 'Q', 'R', 'S', 'T', 'U'].map((code) => partnerOf(code, { segment: 'shops' })),
      agreements: [agreementOf({ partners: ['P', 'Q', 'R', 'S', 'T'], tiers: [{ from: 0, rate: 500 }] })],
    },
    ['P', 'Q', 'R', 'S', 'T', 'U'].flatMap((code) => weekly(code)),
    ['U'],
  ],
  [
    'not: it is for half of the segment',
    'missingEnrolment',
    {
      partners: [...'PQRSTUVWXY'].map((code) => partnerOf(code, { segment: 'shops' })),
      agreements: [agreementOf({ partners: ['P', 'Q', 'R', 'S', 'T'], tiers: [{ from: 0, rate: 500 }] })],
    },
    [...'PQRSTUVWXY'].flatMap((code) => weekly(code)),
    [],
  ],
  [
    'not: another supplier',
    'missingEnrolment',
    {
      partners: [
        partnerOf('P', { kind: 'supplier', name: 'Acme GmbH' }),
        partnerOf('Q', { kind: 'supplier', name: 'Zenith' }),
      ],
      agreements: [agreementOf({ side: 'supplier', tiers: [{ from: 0, rate: 500 }] })],
    },
    weekly('Q', {}, { side: 'purchase' }),
    [],
  ],
];

const earned = (known: Partial<History['earnings'][number]>) => ({
  agreement: 'G',
  partner: 'P',
  from: day('2025-01-01'),
  until: day('2025-04-01'),
  base: 130_000,
  earned: 5000,
  claimed: 5000,
  settled: 5000,
  ...EUR,
  ...known,
});
const supplier = (known: Parameters<typeof agreementOf>[0] = {}) =>
  agreementOf({ side: 'supplier', ...known });

/** A sale a week of ten pieces at a profit. */
const steady = Array.from({ length: 50 }, (_, week) =>
  lineOf(`W${week}`, day('2025-01-06') + 7 * week, 10, 1000),
);

const LEAKS: readonly Row[] = [
  [
    'nobody claimed',
    'unclaimedRebate',
    { agreements: [supplier({ claimWithin: 60 })], earnings: [earned({ claimed: 0, settled: 0 })] },
    [],
    ['G/P/2025-01-01'],
  ],
  [
    'not: time enough',
    'unclaimedRebate',
    {
      today: day('2025-04-10'),
      agreements: [supplier({ claimWithin: 60 })],
      earnings: [earned({ claimed: 0, settled: 0 })],
    },
    [],
    [],
  ],
  [
    'claimed and not paid',
    'earnedNotSettled',
    { agreements: [supplier()], earnings: [earned({ settled: 0 })] },
    [],
    ['G/P/2025-01-01'],
  ],
  ['not: paid', 'earnedNotSettled', { agreements: [supplier()], earnings: [earned({})] }, [], []],
  [
    'less than guaranteed',
    'guaranteeNotMet',
    { agreements: [supplier({ guaranteed: 9000 })], earnings: [earned({})] },
    [],
    ['G/P/2025-01-01'],
  ],
  [
    'not: the window runs',
    'guaranteeNotMet',
    { today: day('2025-03-01'), agreements: [supplier({ guaranteed: 9000 })], earnings: [earned({})] },
    [],
    [],
  ],
  [
    'half of the lines counted',
    'wrongBase',
    {
      agreements: [supplier()],
      partners: [partnerOf('P', { kind: 'supplier' })],
      earnings: [earned({ base: 65_000 })],
    },
    weekly('P', {}, { side: 'purchase' }),
    ['G/P/2025-01-01'],
  ],
  [
    'not: all of them',
    'wrongBase',
    {
      agreements: [supplier()],
      partners: [partnerOf('P', { kind: 'supplier' })],
      earnings: [earned({ base: 130_000 })],
    },
    weekly('P', {}, { side: 'purchase' }),
    [],
  ],
  [
    'above the contract price',
    'priceAgainstContract',
    { agreements: [supplier({ contractPrice: 900 })], partners: [partnerOf('P', { kind: 'supplier' })] },
    weekly('P', {}, { side: 'purchase' }),
    ['G'],
  ],
  [
    'not: at the contract price',
    'priceAgainstContract',
    { agreements: [supplier({ contractPrice: 1000 })], partners: [partnerOf('P', { kind: 'supplier' })] },
    weekly('P', {}, { side: 'purchase' }),
    [],
  ],
  [
    'two agreements pay',
    'paidTwice',
    {
      agreements: [agreementOf(), agreementOf({ agreement: 'H' })],
      earnings: [earned({}), earned({ agreement: 'H', earned: 4000 })],
    },
    [],
    ['H/P/2025-01-01'],
  ],
  [
    'not: they may',
    'paidTwice',
    {
      agreements: [agreementOf({ together: ['H'] }), agreementOf({ agreement: 'H' })],
      earnings: [earned({}), earned({ agreement: 'H', earned: 4000 })],
    },
    [],
    [],
  ],
  [
    'not: other products',
    'paidTwice',
    {
      agreements: [agreementOf({ products: ['A'] }), agreementOf({ agreement: 'H', products: ['B'] })],
      earnings: [earned({}), earned({ agreement: 'H', earned: 4000 })],
    },
    [],
    [],
  ],
  [
    'the rebate eats the margin',
    'negativeMargin',
    {
      products: [{ product: 'A', unit: 'EA', unitCost: 950, ...EUR }],
      agreements: [agreementOf()],
      earnings: [earned({ base: 130_000, earned: 13_000 })],
    },
    weekly('P'),
    ['P'],
  ],
  [
    'one sale far below cost among many',
    'negativeMargin',
    { products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }] },
    [...weekly('P'), lineOf('cheap', day('2025-03-03'), 20, 500, { partner: 'P' })],
    ['erp/cheap/1'],
  ],
  [
    'a slip of the price in a usual quantity of what is never sold so',
    'negativeMargin',
    { products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }] },
    [...steady, lineOf('slip', day('2025-03-03'), 10, 800)],
    ['erp/slip/1'],
  ],
  [
    'not: cheap in a large quantity, for a small loss',
    'negativeMargin',
    { products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }] },
    [...steady, lineOf('bulk', day('2025-03-03'), 50, 845)],
    [],
  ],
  [
    'not: often sold at a loss',
    'negativeMargin',
    { products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }] },
    [...steady, ...[1, 2].map((n) => lineOf(`slip${n}`, day(`2025-0${3 * n}-03`), 10, 800))],
    [],
  ],
  [
    'not: given away',
    'negativeMargin',
    { products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }] },
    [...weekly('P'), lineOf('gift', day('2025-03-03'), 20, 0, { partner: 'P' })],
    [],
  ],
  [
    'not: something is left',
    'negativeMargin',
    {
      products: [{ product: 'A', unit: 'EA', unitCost: 850, ...EUR }],
      agreements: [agreementOf()],
      earnings: [earned({ base: 130_000, earned: 13_000 })],
    },
    weekly('P'),
    [],
  ],
];

const paid = (when: number) => ({
  payment: 'Z',
  partner: 'P',
  day: when,
  bankAccount: 'NEW',
  minor: 500_000,
  ...EUR,
  state: 'paid' as const,
});
const change = (known: Partial<History['bankChanges'][number]>) => ({
  change: 'B',
  partner: 'P',
  before: 'OLD',
  after: 'NEW',
  day: D,
  by: 'ann',
  ...known,
});
const adjusted = (known: Partial<History['adjustments'][number]>) => ({
  adjustment: 'J',
  partner: 'P',
  day: D,
  minor: 90_000,
  by: 'ann',
  ...EUR,
  ...known,
});
const limited = (minors: readonly number[]) =>
  minors.map((minor, index) => approvalOf(`${index}`, D + index * 9, { minor, limit: 100_000 }));

const settledOf = (settlement: string, known: Partial<History['settlements'][number]>) => ({
  ...{ settlement, partner: 'P', agreement: 'G', day: D, minor: 60_000, state: 'approved' as const, ...EUR },
  ...known,
});
const partOf = (id: string, minor: number) =>
  approvalOf(id, D, { of: 'settlement', object: id, minor, limit: 100_000, partner: 'P' });

/** As they are worked out, from 100.37 to 860.34; some near the limit. */
const CENTS = Array.from({ length: 40 }, (_, n) => 10_037 + n * 2101).map((minor) =>
  minor % 100 === 0 ? minor + 1 : minor,
);

const PEOPLE: readonly Row[] = [
  [
    'one bank account, two names',
    'relatedParties',
    { partners: [partnerOf('P', { bankAccounts: ['DE 12'] }), partnerOf('Q', { bankAccounts: ['DE12'] })] },
    [],
    ['P'],
  ],
  [
    'phone and address',
    'relatedParties',
    {
      partners: [
        partnerOf('P', { phone: '+49 40 1234567', address: 'Elbstraße 7, Hamburg' }),
        partnerOf('Q', { phone: '040/1234567', address: 'Elbstr. 7 Hamburg' }),
      ],
    },
    [],
    ['P'],
  ],
  [
    'not: one address',
    'relatedParties',
    {
      partners: [
        partnerOf('P', { address: 'Elbstraße 7, Hamburg' }),
        partnerOf('Q', { address: 'Elbstraße 7, Hamburg' }),
      ],
    },
    [],
    [],
  ],
  [
    'not: parent and child',
    'relatedParties',
    {
      partners: [
        partnerOf('P', { bankAccounts: ['DE12'] }),
        partnerOf('Q', { bankAccounts: ['DE12'], parent: 'P' }),
      ],
    },
    [],
    [],
  ],
  [
    'sold to itself',
    'selfDealing',
    { partners: [partnerOf('P', { name: 'Acme GmbH' })] },
    [lineOf('I1', D, 5, 100, { side: 'sellThrough', endCustomer: 'ACME' })],
    ['P'],
  ],
  [
    'not: sold to others',
    'selfDealing',
    { partners: [partnerOf('P', { name: 'Acme GmbH' })] },
    [lineOf('I1', D, 5, 100, { side: 'sellThrough', endCustomer: 'Zenith' })],
    [],
  ],
  [
    'round and round',
    'roundTrip',
    {
      partners: [
        partnerOf('P', { bankAccounts: ['DE12'] }),
        partnerOf('Q', { kind: 'supplier', bankAccounts: ['DE12'] }),
      ],
    },
    [0, 40].flatMap((n) => [
      lineOf(`S${n}`, D + n, 70, 100),
      lineOf(`T${n}`, D + n + 10, 70, 99, { partner: 'Q', side: 'purchase' }),
    ]),
    ['P'],
  ],
  [
    'not: strangers',
    'roundTrip',
    { partners: [partnerOf('P'), partnerOf('Q', { kind: 'supplier' })] },
    [0, 40].flatMap((n) => [
      lineOf(`S${n}`, D + n, 70, 100),
      lineOf(`T${n}`, D + n + 10, 70, 99, { partner: 'Q', side: 'purchase' }),
    ]),
    [],
  ],
  [
    'more than it had',
    'soldMoreThanBought',
    { stock: [{ product: 'A', partner: 'P', day: D - 1, quantity: 5_000_000, unit: 'EA' }] },
    [lineOf('I1', D, 10, 100), lineOf('S1', D + 9, 20, 150, { side: 'sellThrough' })],
    ['P'],
  ],
  [
    'not: from stock',
    'soldMoreThanBought',
    { stock: [{ product: 'A', partner: 'P', day: D - 1, quantity: 10_000_000, unit: 'EA' }] },
    [lineOf('I1', D, 10, 100), lineOf('S1', D + 9, 20, 150, { side: 'sellThrough' })],
    [],
  ],
  [
    'changed and paid',
    'bankChangeBeforePayment',
    { bankChanges: [change({})], payments: [paid(D + 3)] },
    [],
    ['B'],
  ],
  [
    'not: confirmed by another',
    'bankChangeBeforePayment',
    { bankChanges: [change({ confirmedBy: 'bob' })], payments: [paid(D + 3)] },
    [],
    [],
  ],
  [
    'not: paid long after',
    'bankChangeBeforePayment',
    { bankChanges: [change({})], payments: [paid(D + 90)] },
    [],
    [],
  ],
  [
    'many just under the limit',
    'justUnderLimit',
    { approvals: limited([99_000, 98_500, 97_000, 99_500, 20_000, 40_000]) },
    [],
    ['3'],
  ],
  [
    'not: spread',
    'justUnderLimit',
    { approvals: limited([99_000, 20_000, 45_000, 80_000, 85_000, 92_000]) },
    [],
    [],
  ],
  [
    'whole amounts just under the limit, where those below have cents',
    'justUnderLimit',
    { approvals: limited([...CENTS, 99_000, 98_500, 97_000, 93_100]) },
    [],
    ['40', '41', '42', '43'],
  ],
  [
    'not: whole amounts everywhere',
    'justUnderLimit',
    { approvals: limited([...CENTS.map((minor) => minor - (minor % 100)), 99_000, 98_500, 97_000, 93_100]) },
    [],
    [],
  ],
  [
    'not: a fixed fee that comes again',
    'justUnderLimit',
    { approvals: limited([...CENTS, 96_000, 96_000, 96_000, 96_000]) },
    [],
    [],
  ],
  [
    'one matter in two parts',
    'justUnderLimit',
    {
      settlements: ['a', 'b'].map((settlement) => settledOf(settlement, { from: D })),
      approvals: ['a', 'b'].map((id) => partOf(id, 60_000)),
    },
    [],
    ['b'],
  ],
  [
    'not: two windows that fall due together',
    'justUnderLimit',
    {
      settlements: [settledOf('a', { from: D }), settledOf('b', { from: D + 31 })],
      approvals: ['a', 'b'].map((id) => partOf(id, 60_000)),
    },
    [],
    [],
  ],
  [
    'several of one who decides, whoever proposes',
    'justUnderLimit',
    {
      approvals: limited([99_000, 98_500, 97_000, 99_500, 20_000, 40_000]).map((one, at) => ({
        ...one,
        proposedBy: `clerk ${at}`,
      })),
    },
    [],
    ['3'],
  ],
  ['one person', 'samePersonBothSides', { approvals: [approvalOf('1', D, { decidedBy: 'Ann' })] }, [], ['1']],
  [
    'not: a program',
    'samePersonBothSides',
    { approvals: [approvalOf('1', D, { proposedBy: 'system', decidedBy: 'system' })] },
    [],
    [],
  ],
  [
    'once at night',
    'outOfHours',
    {
      approvals: [
        ...Array.from({ length: 29 }, (_, n) =>
          approvalOf(`${n}`, day('2025-03-03') + 7 * n, { minute: 600, minor: 1000 }),
        ),
        approvalOf('night', day('2025-03-04'), { minute: 120, minor: 9000 }),
      ],
    },
    [],
    ['night'],
  ],
  [
    'not: always at night',
    'outOfHours',
    {
      approvals: Array.from({ length: 30 }, (_, n) =>
        approvalOf(`${n}`, day('2025-03-03') + 7 * n, { minute: 120, minor: 1000 }),
      ),
    },
    [],
    [],
  ],
  ['alone and without a reason', 'manualAdjustments', { adjustments: [adjusted({})] }, [], ['J']],
  [
    'not: explained and approved',
    'manualAdjustments',
    { adjustments: [adjusted({ approvedBy: 'bob', reason: 'damaged in transport' })] },
    [],
    [],
  ],
];

describe('what is found, and what near it is not', () => {
  test.each([...CLAIMS, ...INVOICES, ...WINDOWS, ...LEAKS, ...PEOPLE])(
    '%s (%s)',
    (_, name, known, lines, expected) => {
      expect(foundBy(name, known, lines)).toEqual(expected);
    },
  );

  test('each name is a detector, once and in order', () => {
    expect(DETECTORS.map(({ name }) => name)).toEqual(DETECTOR_NAMES);
  });
});

/** Amounts that no one thought up, over three orders of magnitude. */
const natural = (count: number, seed: number) => {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => Math.floor(1000 * 10 ** (random() * 2 + random())) + 1);
};
const claimed = (partner: string, amounts: readonly number[]) =>
  amounts.map((minor, n) =>
    claimOf(`${partner}${n}`, day('2024-01-01') + (n % 700), minor, [], {
      partner,
      reference: `${partner}-${n * 3}`,
    }),
  );

describe('digits', () => {
  const others = claimed('Q', natural(1200, 3));
  test.each([
    ['all begin with 9', 'firstDigits', natural(600, 5).map((minor) => Number(`9${minor}`)), ['P']],
    ['not: natural', 'firstDigits', natural(600, 5), []],
    ['not: too few', 'firstDigits', natural(400, 5).map((minor) => Number(`9${minor}`)), []],
    [
      'end with 7',
      'lastDigits',
      natural(600, 5).map((minor, n) => (n % 2 ? minor * 10 + 7 : minor * 10 + (n % 10))),
      ['P'],
    ],
    ['not: natural ends', 'lastDigits', natural(600, 5), []],
    [
      'whole hundreds',
      'roundAmounts',
      natural(40, 5).map((minor, n) => (n % 2 ? (minor % 90) * 10_000 + 10_000 : minor)),
      ['P'],
    ],
    ['not: natural sizes', 'roundAmounts', natural(40, 5), []],
  ] as const)('%s (%s)', (_, name, amounts, expected) => {
    expect(foundBy(name, { claims: [...others, ...claimed('P', amounts)] })).toEqual(expected);
  });
});

describe('what is odd only together', () => {
  /** Claims of ten partners: each amount, age and price is somewhere usual. */
  const usual = Array.from({ length: 240 }, (_, n) =>
    claimOf(
      `U${n}`,
      day('2024-01-01') + n + (n % 7 >= 5 ? 2 : 0),
      1000 + ((n * 7919) % 997),
      [
        {
          ...sale(`I${n}`),
          day: day('2023-12-20') + n - (n % 11),
          quantity: 10_000_000,
          minor: 1000 + ((n * 7919) % 997),
        },
      ],
      { partner: `P${n % 10}` },
    ),
  );
  const odd = (known: object) =>
    claimOf('ODD', day('2024-06-05'), 1990, [{ day: day('2024-04-01'), minor: 1990, ...known }], {
      partner: 'P3',
    });

  test.each([
    ['large, late and without a sale', odd({}), ['ODD']],
    ['not: large and late', odd({ ...sale('I9'), quantity: 10_000_000 }), []],
  ] as const)('%s', (_, claim, expected) => {
    expect(foundBy('oddClaims', { claims: [...usual, claim] })).toEqual(expected);
  });

  test('not: too few to compare', () => {
    expect(foundBy('oddClaims', { claims: [...usual.slice(0, 150), odd({})] })).toEqual([]);
  });
});
