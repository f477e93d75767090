import { describe, expect, it } from 'vitest';
import { type WhyNotInput, whyNotLine, whyNotPartner } from '../../app/earnings/whyNot.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { agreementOf, dayOf, type JsonObject, lineOf, masterOfTexts, windowsText } from '../support/trade.ts';

const QUARTERS: JsonObject = {
  windows: windowsText('quarter'),
  tiers: { boundary: 'atLeast', rows: [{ from: '1000', percent: '2' }] },
};
const MASTER = masterOfTexts({
  partners: { P1: { group: 'G' }, P2: { group: 'G' } },
  products: { A: { category: 'tea' }, B: { category: 'tools' } },
});
const TEA = {
  include: [{ attribute: 'product.category', in: ['tea'] }],
  exclude: [],
  attributesAsOf: 'transaction',
  payment: 'any',
  submission: 'any',
};
const LINES = [
  lineOf({ document: 'D1', netValue: '400' }),
  lineOf({ document: 'D2', netValue: '1500', invoiceDate: '2026-05-05' }),
  lineOf({ document: 'D3', netValue: '700', product: 'B' }),
  lineOf({ document: 'D4', netValue: '800', product: 'B' }),
  lineOf({ document: 'D5', netValue: '77777', partner: 'P2' }),
];

function inputOf(term: JsonObject): WhyNotInput {
  return { agreement: agreementOf(term), master: MASTER, effective: dayOf('2026-12-31'), lines: LINES };
}

describe('why not, for a partner', () => {
  it('says which lines do not count, one example for each reason, and what each window misses', () => {
    const [term] = whyNotPartner(inputOf({ ...QUARTERS, eligibility: TEA }), 'P1');
    expect(term?.counted).toBe(2);
    expect(term?.missed.map(({ lines, example, change }) => [lines, example.document, change?.kind])).toEqual(
      [[2, 'D3', 'oneOf']],
    );
    const windows = term?.earnings.map(({ earning, answer }) => [
      exactText(earning.exact),
      answer.reason?.kind,
      answer.missing.map(({ operands }) => operands.missing),
    ]);
    expect(windows).toEqual([
      ['0', 'tierNone', [{ kind: 'money', value: '600', currency: 'EUR' }]],
      ['30', undefined, []],
    ]);
  });

  it('says of a partner without lines that there are none', () => {
    expect(whyNotPartner(inputOf(QUARTERS), 'P9')).toEqual([
      { term: 'volume', counted: 0, missed: [], earnings: [] },
    ]);
  });

  it.each<readonly [string, JsonObject]>([
    ['alone', {}],
    [
      'where a limit is shared',
      { limits: [{ of: 'amount', scope: 'programme', max: '5', order: 'transactionDate' }] },
    ],
    [
      'in a group',
      {
        group: {
          by: 'partner.group',
          target: 'group',
          joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
          leavers: 'finalTier',
          spreadBy: 'payoutMeasure',
          keptPercent: '0',
        },
      },
    ],
  ])('shows no facts of another one: %s', (_, term) => {
    const answers = whyNotPartner(inputOf({ ...QUARTERS, ...term }), 'P1');
    const told = answers.flatMap(({ missed, earnings }) => [
      missed.map(({ example, change }) => [example, change]),
      earnings.map(({ earning, answer }) => [earning.partner, answer]),
    ]);
    expect(told.flat(2).length).toBeGreaterThan(0);
    const text = JSON.stringify(told, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    expect(text).not.toMatch(/P2|D5/);
  });
});

describe('why not, for a line', () => {
  it('gives the windows that a line counts for, and no other', () => {
    const found = whyNotLine(inputOf(QUARTERS), { document: 'D1', line: '1' });
    if (!found.ok) throw new Error('the line is there');
    const [term] = found.value[0]?.terms ?? [];
    expect(term?.match.state).toBe('counted');
    expect(term?.earnings.map(({ earning }) => [earning.partner, earning.window.from])).toEqual([
      ['P1', dayOf('2026-01-01')],
    ]);
  });

  it('names the lines of each source that have this name, and refuses where there is none', () => {
    const twin = lineOf({ source: 'shop', document: 'D1', netValue: '1' });
    const input = { ...inputOf(QUARTERS), lines: [...LINES, twin] };
    const found = whyNotLine(input, { document: 'D1', line: '1' });
    expect(found.ok && found.value.map(({ line }) => line.source)).toEqual(['erp', 'shop']);
    expect(whyNotLine(input, { document: 'D1', line: '2' })).toMatchObject({
      refusals: [{ code: 'line-not-found' }],
    });
  });
});
