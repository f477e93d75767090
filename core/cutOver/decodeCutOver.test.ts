import { describe, expect, it } from 'vitest';
import { agreementOf, dayOf, lineTexts, type Texts, windowsText } from '../../test/support/trade.ts';
import type { CutOverRow } from './cutOverFields.ts';
import { decodeFigures } from './decodeFigures.ts';
import { decodeHistory } from './decodeHistory.ts';
import { decodeOpenings } from './decodeOpenings.ts';

const GROUND = {
  agreements: new Map([['TEST', agreementOf({ windows: windowsText('quarter') })]]),
  isPartner: (code: string) => code === 'P1' || code === 'P2',
};
const OPENING = {
  agreement: 'TEST',
  term: 'volume',
  partner: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-03-31',
  currency: 'EUR',
  earned: '12.34',
  recognised: '12.3',
  settled: '10',
  paid: '0',
  openClaims: '-1.05',
};

type Differs = Readonly<Record<string, string>>;
const rows = (...texts: readonly Differs[]): CutOverRow[] =>
  texts.map((text, index) => ({ row: index + 1, texts: text }));
const said = (refusals: readonly { code: string; at: string }[]) =>
  refusals.map(({ code, at }) => `${code} ${at}`);

describe('balances', () => {
  it('are amounts in minor units, each for itself', () => {
    const { entries, refusals } = decodeOpenings(rows(OPENING), GROUND);
    expect(refusals).toEqual([]);
    expect(entries[0]?.balances).toEqual({
      earned: 1234n,
      recognised: 1230n,
      settled: 1000n,
      paid: 0n,
      openClaims: -105n,
    });
  });

  it.each<[string, Differs, string[]]>([
    [
      'an agreement of another cut-over',
      { agreement: 'OTHER' },
      ['cut-over-agreement-unknown row 1, agreement'],
    ],
    ['a term that it does not have', { term: 'growth' }, ['cut-over-term-unknown row 1, term']],
    ['nobody that we know', { partner: 'P9' }, ['cut-over-partner-unknown row 1, partner']],
    ['a window that is too long', { lastDay: '2026-04-01' }, ['cut-over-window-unknown row 1, firstDay']],
    [
      'a window of before',
      { firstDay: '2025-01-01', lastDay: '2025-03-31' },
      ['cut-over-window-unknown row 1, firstDay'],
    ],
    ['another currency', { currency: 'USD' }, ['cut-over-currency-differs row 1, currency']],
    ['no balance', { paid: '' }, ['cut-over-field-missing row 1, paid']],
    ['a third place of a cent', { earned: '1.005' }, ['cut-over-field-invalid row 1, earned']],
    ['a comma', { earned: '1,00' }, ['cut-over-field-invalid row 1, earned']],
    ['a day that there is not', { firstDay: '2026-02-30' }, ['cut-over-field-invalid row 1, firstDay']],
    [
      'all of it at once',
      { partner: 'P9', currency: 'USD', paid: 'x' },
      [
        'cut-over-partner-unknown row 1, partner',
        'cut-over-currency-differs row 1, currency',
        'cut-over-field-invalid row 1, paid',
      ],
    ],
  ])('of %s are refused', (_, differs, expected) => {
    const { entries, refusals } = decodeOpenings(rows({ ...OPENING, ...differs }), GROUND);
    expect(said(refusals)).toEqual(expected);
    expect(entries).toEqual([]);
  });

  it('of one account stand in one row', () => {
    const { entries, refusals } = decodeOpenings(
      rows(OPENING, { ...OPENING, partner: 'P2' }, OPENING),
      GROUND,
    );
    expect(said(refusals)).toEqual(['cut-over-row-repeated row 3']);
    expect(entries.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe('figures of the old system', () => {
  const { earned: _, recognised: __, settled: ___, paid: ____, openClaims: _____, ...place } = OPENING;
  it('say what they know, and only the amount is needed', () => {
    const { entries } = decodeFigures(
      rows({ ...place, amount: '7', volume: '350.5', rate: '', lines: '12' }),
      GROUND,
    );
    expect(entries[0]).toMatchObject({
      minor: 700n,
      volume: { digits: 3505n, scale: 1 },
      lines: { digits: 12n, scale: 0 },
    });
    expect(entries[0]).not.toHaveProperty('rate');
    expect(said(decodeFigures(rows({ ...place, amount: '' }), GROUND).refusals)).toEqual([
      'cut-over-field-missing row 1, amount',
    ]);
    expect(said(decodeFigures(rows({ ...place, amount: '7', rate: '2 %' }), GROUND).refusals)).toEqual([
      'cut-over-field-invalid row 1, rate',
    ]);
  });
});

describe('totals of the time before', () => {
  const ground = {
    source: 'cut-over',
    document: 'H1',
    company: 'EU',
    lastDay: dayOf('2026-06-30'),
    isPartner: GROUND.isPartner,
    isProduct: (code: string) => code === 'A' || code === 'B',
  };
  const total = (differs: Texts = {}): Differs => {
    const {
      source: _,
      document: __,
      line: ___,
      ...texts
    } = lineTexts({
      takenOverFrom: '2026-01-01',
      invoiceDate: '2026-03-31',
      ...differs,
    });
    return texts;
  };
  const codes = (...texts: readonly Differs[]) => said(decodeHistory(rows(...texts), ground).refusals);

  it('are lines of the cut-over, numbered by their rows', () => {
    const { entries } = decodeHistory(rows(total(), total({ partner: 'P2' })), ground);
    expect(entries.map(({ line }) => [line.source, line.document, line.line])).toEqual([
      ['cut-over', 'H1', '1'],
      ['cut-over', 'H1', '2'],
    ]);
  });

  it.each<[string, Texts, string[]]>([
    ['a single line', { takenOverFrom: '' }, ['cut-over-total-missing row 1, takenOverFrom']],
    ['another company', { company: 'US' }, ['cut-over-company-differs row 1, company']],
    ['a day after the cut-over', { invoiceDate: '2026-07-01' }, ['cut-over-after-day row 1, takenOverFrom']],
    ['the last day', { invoiceDate: '2026-06-30' }, []],
    ['nobody that we know', { partner: 'P9' }, ['cut-over-partner-unknown row 1, partner']],
    ['goods that nobody knows', { product: 'Z' }, ['line-product-unknown row 1, product']],
    ['any goods', { product: '' }, []],
    ['no number', { netValue: 'x' }, ['line-decimal-invalid row 1, netValue']],
  ])('of %s', (_, differs, expected) => {
    expect(codes(total(differs))).toEqual(expected);
  });

  it.each<[string, readonly Texts[], string[]]>([
    ['two products', [{}, { product: 'B' }], []],
    ['two partners', [{}, { partner: 'P2' }], []],
    ['a sale and a purchase', [{}, { side: 'purchase' }], []],
    ['periods one after the other', [{}, { takenOverFrom: '2026-04-01', invoiceDate: '2026-06-30' }], []],
    ['the same twice', [{}, {}], ['cut-over-total-overlaps row 2, takenOverFrom']],
    [
      'periods that overlap in a day',
      [{}, { takenOverFrom: '2026-03-31', invoiceDate: '2026-06-30' }],
      ['cut-over-total-overlaps row 2, takenOverFrom'],
    ],
    [
      'a month inside',
      [{}, { takenOverFrom: '2026-02-01', invoiceDate: '2026-02-28', product: 'B' }],
      ['cut-over-total-overlaps row 2, takenOverFrom'],
    ],
    ['named goods and unnamed ones', [{}, { product: '' }], ['cut-over-total-overlaps row 2, takenOverFrom']],
    [
      'two categories',
      [
        { product: '', 'attribute.product-category': 'tea' },
        { product: '', 'attribute.product-category': 'coffee' },
      ],
      [],
    ],
    ['pieces and cases', [{}, { unit: 'CS' }], []],
  ])('do not count twice: %s', (_, totals, expected) => {
    expect(codes(...totals.map(total))).toEqual(expected);
  });
});
