import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { knownLines } from '../fact/knownLines.ts';
import type { Line } from '../fact/line.ts';
import { type Master, NO_MASTER } from '../master/master.ts';

type Sale = readonly [partner: string, day: string, value: string];

function linesOf(sales: readonly Sale[]): readonly Line[] {
  const rows = sales.map(([partner, day, netValue], row) => ({
    file: 0,
    document: '',
    row,
    line: lineOf({ document: `D${row}`, partner, invoiceDate: `2026-${day}`, netValue }),
  }));
  return knownLines(rows, dayOf('2026-12-31')).lines;
}

const TIERS = { boundary: 'atLeast', rows: [{ from: '100', percent: '10' }] };

/** "P1 10: amountCapped": what each earns at 10 % from 100 on, and what a stage has said of it. */
function earned(
  term: JsonObject,
  sales: readonly Sale[],
  { effective = '2026-12-31', master = NO_MASTER as Master, agreement = {} as JsonObject } = {},
): string[] {
  const stages = ['amountCapped', 'belowMinimum', 'floorApplied', 'forfeited', 'unitRateRounded'];
  return earningsOf(agreementOf({ tiers: TIERS, ...term }, agreement), linesOf(sales), effective, master).map(
    ({ partner, exact, explanation }) => {
      const said = explanation.steps.map(({ kind }) => kind).filter((kind) => stages.includes(kind));
      return [`${partner} ${exactText(exact)}`, ...said].join(': ');
    },
  );
}

function of(value: string): Sale[] {
  return [['P1', '02-03', value]];
}

describe('a cap of the amount', () => {
  const limits = [{ of: 'amount', scope: 'partner', max: '25' }];

  it.each([
    ['99', 'P1 0'],
    ['249.9', 'P1 24.99'],
    ['250', 'P1 25'],
    ['250.1', 'P1 25: amountCapped'],
    ['-100', 'P1 0'],
  ])('of 25 on %s: %s', (value, expected) => {
    expect(earned({ limits }, of(value))).toEqual([expected]);
  });
});

describe('a minimum', () => {
  const minimum = { amount: '25' };

  it.each([
    ['0', 'P1 0'],
    ['99', 'P1 0'],
    ['100', 'P1 0: belowMinimum'],
    ['249.99', 'P1 0: belowMinimum'],
    ['250', 'P1 25'],
    ['250.01', 'P1 25.001'],
  ])('of 25 on %s: %s', (value, expected) => {
    expect(earned({ minimum }, of(value))).toEqual([expected]);
  });

  it('leaves alone what is owed back', () => {
    const returns = { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' };
    expect(earned({ minimum, returns }, of('-100'))).toEqual(['P1 -10']);
  });

  it('is held against the amount, however small it is', () => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '1' }] };
    expect(earned({ minimum: { amount: '0.01' }, tiers }, of('0.5'))).toEqual(['P1 0: belowMinimum']);
  });
});

describe('a floor', () => {
  const returns = { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' };

  it.each([
    ['tierReached', '99', 'P1 0'],
    ['tierReached', '100', 'P1 25: floorApplied'],
    ['tierReached', '249.9', 'P1 25: floorApplied'],
    ['tierReached', '250', 'P1 25'],
    ['tierReached', '260', 'P1 26'],
    ['tierReached', '-100', 'P1 -10'],
    ['always', '99', 'P1 25: floorApplied'],
    ['always', '250', 'P1 25'],
    ['always', '260', 'P1 26'],
    ['always', '-100', 'P1 25: floorApplied'],
  ])('of 25 with %s on %s: %s', (when, value, expected) => {
    expect(earned({ floor: { amount: '25', when }, returns }, of(value))).toEqual([expected]);
  });

  it('is nothing where a tier is reached that pays nothing', () => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '0' }] };
    expect(earned({ floor: { amount: '25', when: 'tierReached' }, tiers }, of('50'))).toEqual(['P1 0']);
  });

  it('that needs a tier is not for what a default tier pays below the first', () => {
    const term = {
      formula: 'defaultTier',
      tiers: { ...TIERS, defaultTier: 1 },
      floor: { amount: '25', when: 'tierReached' },
    };
    expect(earned(term, of('50'), { effective: '2026-06-30' })).toEqual(['P1 5']);
    expect(earned(term, of('100'), { effective: '2026-06-30' })).toEqual(['P1 25: floorApplied']);
  });

  it('comes after the minimum', () => {
    const floor = { amount: '30', when: 'always' };
    expect(earned({ floor, minimum: { amount: '20' } }, of('100'))).toEqual([
      'P1 30: belowMinimum: floorApplied',
    ]);
  });
});

describe('who is paid without a line', () => {
  const floor = { amount: '25', when: 'always' };
  const master = masterOfTexts({
    partners: {
      P1: { country: 'DE', keyAccount: 'yes' },
      P2: [
        { country: 'DE', keyAccount: 'yes' },
        { from: '2026-07-01', country: 'FR', keyAccount: 'yes' },
      ],
      P3: { country: 'DE', keyAccount: 'no' },
    },
  });
  const inGermany = { attribute: 'partner.country', in: ['DE'] };
  const keyAccount = { attribute: 'partner.keyAccount', in: ['yes'] };
  const halfYears = { windows: windowsText('halfYear'), floor };
  const agreement = { participants: [inGermany, keyAccount] };

  it('is everybody who takes part at the end of a window, and nobody else', () => {
    expect(earned(halfYears, [], { master, agreement })).toEqual([
      'P1 25: floorApplied',
      'P1 25: floorApplied',
      'P2 25: floorApplied',
    ]);
  });

  it('is asked on the effective day while a window is open, and never before it begins', () => {
    const until = (effective: string) => earned(halfYears, [], { master, agreement, effective }).length;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(until)).toEqual([0, 2, 2, 3]);
  });

  it('is asked as of today where the terms say so', () => {
    const eligibility = {
      include: [],
      exclude: [],
      attributesAsOf: 'current',
      payment: 'any',
      submission: 'any',
    };
    expect(earned({ ...halfYears, eligibility }, [], { master, agreement })).toEqual([
      'P1 25: floorApplied',
      'P1 25: floorApplied',
    ]);
  });

  it('may be named in the conditions alone', () => {
    const named = { participants: [{ attribute: 'partner.code', in: ['P7', 'P1'] }] };
    expect(earned({ floor }, [], { agreement: named })).toEqual([
      'P1 25: floorApplied',
      'P7 25: floorApplied',
    ]);
    const unnamed = { participants: [{ attribute: 'partner.code', notIn: ['P7'] }] };
    expect(earned({ floor }, [], { agreement: unnamed })).toEqual([]);
  });

  it('is nobody where a floor needs a tier', () => {
    expect(earned({ floor: { amount: '25', when: 'tierReached' } }, [], { master })).toEqual([]);
    expect(earned({}, [], { master })).toEqual([]);
  });

  it('is not named twice where there are lines', () => {
    expect(earned({ floor }, of('1000'), { master, agreement })).toEqual(['P1 100']);
  });
});
