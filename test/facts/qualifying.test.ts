import { describe, expect, it } from 'vitest';
import { qualifyingOf } from '../../app/earnings/whoQualifies.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { exactText } from '../../core/explanation/operands.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { QUALIFYING_STATES, type Qualifying } from '../../core/qualifying/qualifying.ts';
import { gapText, qualifyingStateText, reasonText } from '../../core/wording/qualifyingText.ts';
import {
  agreementOf,
  agreementText,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
  windowsText,
} from '../support/trade.ts';
import { demoAgreement, demoLines, demoMaster } from './demo/demoFiles.ts';

/** One sale on 3 February 2026 of so much. */
const sale = (netValue: string, differs: Texts = {}) =>
  lineOf({ document: `D${netValue}`, netValue, ...differs });
const NAMED = { participants: [{ attribute: 'partner.code', in: ['P1', 'P2'] }] };
const JOINING = { participants: [{ attribute: 'partner.club', in: ['gold'] }] };

function asked(
  agreement: Agreement,
  lines: readonly Line[],
  effective = '2026-03-01',
  master: Master = NO_MASTER,
): Qualifying[] {
  return qualifyingOf({ agreement, master, lines, effective: dayOf(effective) });
}

/** "P1 notYet 0.00 gap 400 worth 20.00: reasons". */
function told(row: Qualifying): string {
  const gap = row.gap ? ` gap ${exactText(row.gap.missing)}` : '';
  const worth = row.gap?.worth ? ` worth ${moneyText(row.gap.worth)}` : '';
  const reasons = row.reasons.map((reason) =>
    reason.of === 'notice'
      ? reason.notice
      : reason.of === 'step'
        ? reason.step.kind
        : `${reason.lines} ${reason.match.reason}`,
  );
  return `${row.partner} ${row.state} ${moneyText(row.amount)}${gap}${worth}: ${reasons.join(', ')}`;
}

describe('one agreement: 2 % of the year from 1,000.00', () => {
  // Below: 600 are there, 400 are missing, and the threshold itself pays 20.00.
  it.each<readonly [string, JsonObject, JsonObject, readonly Line[], string, readonly string[]]>([
    ['earning', {}, {}, [sale('1500')], '2026-03-01', ['P1 eligible 30.00: ']],
    [
      'below the first tier',
      {},
      {},
      [sale('600')],
      '2026-03-01',
      ['P1 notYet 0.00 gap 400 worth 20.00: tierNone, nextTier'],
    ],
    [
      'named, and without a line',
      {},
      NAMED,
      [sale('600')],
      '2026-03-01',
      [
        'P1 notYet 0.00 gap 400 worth 20.00: tierNone, nextTier',
        'P2 notYet 0.00 gap 1000 worth 20.00: noLinesYet, tierNone, nextTier',
      ],
    ],
    [
      'not named, with lines that would count',
      {},
      NAMED,
      [sale('600', { partner: 'P3' })],
      '2026-03-01',
      [
        'P1 notYet 0.00 gap 1000 worth 20.00: noLinesYet, tierNone, nextTier',
        'P2 notYet 0.00 gap 1000 worth 20.00: noLinesYet, tierNone, nextTier',
        'P3 notEnrolled 0.00: 1 notParticipant',
      ],
    ],
    [
      'before it begins',
      {},
      NAMED,
      [],
      '2025-12-01',
      [
        'P1 notYet 0.00 gap 1000 worth 20.00: windowNotBegun, noLinesYet, tierNone, nextTier',
        'P2 notYet 0.00 gap 1000 worth 20.00: windowNotBegun, noLinesYet, tierNone, nextTier',
      ],
    ],
    [
      'once it is over',
      {},
      {},
      [sale('600')],
      '2027-01-01',
      ['P1 deadlineMissed 0.00 gap 400 worth 20.00: windowOver, tierNone, nextTier'],
    ],
    [
      'on its last day',
      {},
      {},
      [sale('600')],
      '2026-12-31',
      ['P1 notYet 0.00 gap 400 worth 20.00: tierNone, nextTier'],
    ],
    [
      'lines in a unit that nothing leads to',
      { qualifier: UNITS, payout: { of: 'value', basis: 'net' } },
      {},
      [sale('600', { unit: 'KG' })],
      '2026-03-01',
      ['P1 blocked 0.00 gap 1000: 1 noUnitPath, tierNone, incomplete, nextTier'],
    ],
    [
      'earning, with a line that is blocked beside it',
      { qualifier: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } },
      {},
      [sale('500'), sale('600', { unit: 'KG' })],
      '2026-03-01',
      ['P1 eligible 10.00: 1 noUnitPath, incomplete'],
    ],
    [
      'the last tier of two reached: nothing is missing',
      {
        tiers: {
          boundary: 'atLeast',
          rows: [
            { from: '1', percent: '1' },
            { from: '2', percent: '2' },
          ],
        },
      },
      {},
      [sale('1500')],
      '2026-03-01',
      ['P1 eligible 30.00: '],
    ],
    // At 2,000: 80.00, now 30.00.
    [
      'the next of two tiers',
      {
        tiers: {
          boundary: 'atLeast',
          rows: [
            { from: '1000', percent: '2' },
            { from: '2000', percent: '4' },
          ],
        },
      },
      {},
      [sale('1500')],
      '2026-03-01',
      ['P1 eligible 30.00 gap 500 worth 50.00: nextTier'],
    ],
    // A marginal table pays the 500 between at the old rate: 500 × 2 %.
    [
      'the next band of a marginal table',
      {
        formula: 'marginal',
        tiers: {
          boundary: 'atLeast',
          rows: [
            { from: '0', percent: '2' },
            { from: '2000', percent: '4' },
          ],
        },
      },
      {},
      [sale('1500')],
      '2026-03-01',
      ['P1 eligible 30.00 gap 500 worth 10.00: nextTier'],
    ],
    // 600 units for 6,000.00: at 1,000 units 10,000.00, of which 2 %.
    [
      'paid on value, measured in units: the same mix',
      { qualifier: UNITS },
      {},
      [sale('6000', { quantity: '600' })],
      '2026-03-01',
      ['P1 notYet 0.00 gap 400 worth 200.00: tierNone, nextTier'],
    ],
    [
      'paid on value, measured in units, and nothing sold yet',
      { qualifier: UNITS },
      NAMED,
      [],
      '2026-03-01',
      [
        'P1 notYet 0.00 gap 1000: noLinesYet, tierNone, nextTier',
        'P2 notYet 0.00 gap 1000: noLinesYet, tierNone, nextTier',
      ],
    ],
    [
      'no more than 1,000.00, exceeded by as little as one likes',
      { tiers: { boundary: 'moreThan', rows: [{ from: '1000', percent: '2' }] } },
      {},
      [sale('1000')],
      '2026-03-01',
      ['P1 notYet 0.00 gap 0 worth 20.00: tierNone, nextTier'],
    ],
  ])('%s', (_, term, differs, lines, effective, expected) => {
    expect(asked(agreementOf(term, differs), lines, effective).map(told)).toEqual(expected);
  });
});

describe('deadlines', () => {
  const submission = (graceDays: number) => ({
    eligibility: {
      include: [],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: { graceDays },
    },
    windows: windowsText('month'),
  });
  const late = sale('5000', { submissionDate: '2026-03-11' });

  it('of submission: what came a day too late has missed it', () => {
    expect(asked(agreementOf(submission(10)), [late], '2026-02-28').map(told)).toEqual([
      'P1 deadlineMissed 0.00 gap 1000 worth 20.00: 1 submittedLate, tierNone, nextTier',
    ]);
    expect(asked(agreementOf(submission(11)), [late], '2026-02-28').map(told)).toEqual([
      'P1 eligible 100.00: ',
    ]);
  });

  it.each([
    ['lapses', '2026-12-31', 'P1 eligible 100.00: '],
    ['lapses', '2027-03-31', 'P1 eligible 100.00: claimDeadline'],
    ['lapses', '2027-04-01', 'P1 deadlineMissed 100.00: claimDeadlinePassed'],
    ['staysOpen', '2027-04-01', 'P1 eligible 100.00: claimDeadline'],
  ])('of claims, 90 days, %s, on %s', (afterDeadline, effective, expected) => {
    const settlement = {
      ...(agreementText().settlement as JsonObject),
      claim: { rule: 'partnerClaims', deadlineDays: 90, afterDeadline, silence: 'accepts' },
    };
    expect(asked(agreementOf({}, { settlement }), [sale('5000')], effective).map(told)).toEqual([expected]);
  });
});

describe('joining and leaving', () => {
  const member = (from: string, until?: string) => [
    { from: '2020-01-01', club: 'none' },
    { from, club: 'gold' },
    ...(until === undefined ? [] : [{ from: until, club: 'none' }]),
  ];
  const master = masterOfTexts({
    partners: {
      JOINS: member('2026-06-01'),
      LEFT: member('2026-01-01', '2026-02-01'),
      STAYS: member('2025-01-01'),
      NEVER: { club: 'none' },
    },
  });

  it('tells the day on which somebody joins or has left; who has nothing to do with it is not listed', () => {
    expect(asked(agreementOf({}, JOINING), [], '2026-03-01', master).map(told)).toEqual([
      'JOINS notEnrolled 0.00: enrolledFrom',
      'LEFT notEnrolled 0.00: enrolledUntil',
      'STAYS notYet 0.00 gap 1000 worth 20.00: noLinesYet, tierNone, nextTier',
    ]);
  });

  it.each([
    ['2026-01-31', 'notYet'],
    ['2026-02-01', 'notEnrolled'],
  ])('on %s, around the day of leaving, is %s', (day, state) => {
    const rows = asked(agreementOf({}, JOINING), [], day, master);
    expect(rows.find(({ partner }) => partner === 'LEFT')?.state).toBe(state);
    const told = rows.find(({ partner }) => partner === 'LEFT')?.reasons[0];
    if (state === 'notEnrolled') expect(told).toMatchObject({ facts: { day: '2026-01-31' } });
  });

  it('keeps who left with what was earned before', () => {
    const lines = [sale('5000', { partner: 'LEFT', invoiceDate: '2026-01-15' })];
    const [left] = asked(agreementOf({}, JOINING), lines, '2026-03-01', master).filter(
      ({ partner }) => partner === 'LEFT',
    );
    expect(left && told(left)).toBe('LEFT eligible 100.00: enrolledUntil');
  });
});

describe('of the demo data', () => {
  it('every agreement: whoever earns in the window is listed with that amount, and all have a reason and a text', async () => {
    const master = await demoMaster();
    const [sales, purchases, northwind] = [
      await demoLines('aw-reseller-sales'),
      await demoLines('aw-purchasing'),
      await demoLines('nw-sales'),
    ];
    const seen = new Map<string, number>();
    for (const [name, lines, effective] of [
      ['aw-growth-2013', sales, '2013-09-30'],
      ['aw-territory-2013', sales, '2013-09-30'],
      ['aw-stack-2013', sales, '2013-09-30'],
      ['aw-vendor-volume', purchases, '2025-09-30'],
      ['aw-vendor-fund', purchases, '2025-09-30'],
      ['nw-quarter', northwind, '1998-03-15'],
      ['nw-upsell-1998', northwind, '1998-03-15'],
    ] as const) {
      const agreement = await demoAgreement(name);
      const rows = asked(agreement, lines, effective, master);
      const keys = rows.map(({ term, partner }) => `${term} ${partner}`);
      expect(new Set(keys).size).toBe(keys.length);
      const windows = new Map(rows.map(({ term, window }) => [term, window.from]));
      const earned = earningsOf(agreement, lines, effective, master).filter(
        ({ term, window, amount }) => windows.get(term) === window.from && amount.minor > 0n,
      );
      const listed = rows.filter(({ amount }) => amount.minor > 0n);
      const texts = (list: readonly { term: string; partner: string; amount: { minor: bigint } }[]) =>
        list.map(({ term, partner, amount }) => `${term} ${partner} ${amount.minor}`).sort();
      expect(texts(listed)).toEqual(texts(earned));
      for (const row of rows) {
        seen.set(row.state, (seen.get(row.state) ?? 0) + 1);
        if (row.state !== 'eligible') expect([told(row), row.reasons.length]).not.toEqual([told(row), 0]);
        for (const language of ['en', 'zh-CN'] as const) {
          const said = [
            qualifyingStateText(row.state, language),
            ...row.reasons.map((reason) => reasonText(reason, language)),
          ];
          if (row.gap) said.push(gapText(row.gap, row.by, agreement.currency, language));
          expect(said.filter((sentence) => sentence === '' || /[{}[\]]/.test(sentence))).toEqual([]);
        }
      }
    }
    expect([...seen.keys()].every((state) => QUALIFYING_STATES.some((known) => known === state))).toBe(true);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(seen))}\n`);
  }, 120_000);
});
