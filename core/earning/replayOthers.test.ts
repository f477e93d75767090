import { describe, expect, it } from 'vitest';
import { execute } from '../../engine/simple/execute.ts';
import {
  agreementOf,
  agreementText,
  dayOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import type { Line } from '../fact/line.ts';
import { moneyText } from '../money/money.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import { earn } from './earn.ts';
import type { Others } from './others.ts';
import { recordOthers } from './recordOthers.ts';
import { replayOthers } from './replayOthers.ts';

const PARTNERS = ['P1', 'P2', 'P3', 'P4', 'P5'];
const MASTER = masterOfTexts({
  partners: {
    P1: { group: 'G' },
    P2: { group: 'G' },
    P3: { group: 'H' },
    P4: {},
    P5: [{ group: 'G' }, { from: '2026-07-01', group: 'H' }],
  },
});
const TEN = { boundary: 'atLeast', rows: [{ from: '0', percent: '10' }] };
const RETURNS = { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' };

type Sale = readonly [partner: string, day: string, value: string];
type Case = {
  readonly terms: readonly JsonObject[];
  readonly agreement?: JsonObject;
  readonly sales: readonly Sale[];
};

const context = { master: MASTER, effective: dayOf('2026-12-31') };

/** "T P1 1.00 (0.995)": the earnings of the partners at hand. */
function earned({ terms, agreement = {} }: Case, lines: readonly Line[], others: Others): string[] {
  const texts = terms.flatMap((term) => agreementText({ tiers: TEN, returns: RETURNS, ...term }).terms);
  const plan = compilePlan(agreementOf({}, { terms: texts as JsonObject[], ...agreement }), MASTER);
  return earn(plan, execute(plan, lines, context), context, others).map(
    ({ term, partner, amount, exact }) => `${term} ${partner} ${moneyText(amount)} (${exactText(exact)})`,
  );
}

/** What everybody earns, and what each earns from its own lines with figures of the others. */
function bothWays(tried: Case): { readonly together: string[]; readonly alone: string[] } {
  const lines = tried.sales.map(([partner, day, netValue], row) =>
    lineOf({ document: `D${row}`, partner, invoiceDate: `2026-${day}`, netValue }),
  );
  const alone = PARTNERS.flatMap((partner) => {
    const recording = recordOthers(partner);
    earned(tried, lines, recording.others);
    const own = lines.filter((line) => line.partner === partner);
    return earned(tried, own, replayOthers(partner, recording.figures));
  });
  const { others } = recordOthers('nobody');
  return { together: earned(tried, lines, others).sort(), alone: alone.sort() };
}

function rounded(mode: string): JsonObject {
  return { id: 'T', rounding: { grain: 'programmeWindow', mode, unitRate: 'none' } };
}

function capped(spread: string, scope: string, max: string, more: JsonObject = {}): Case {
  return {
    terms: [{ id: 'X' }, { id: 'Y', ...more }],
    agreement: { sharedCaps: [{ id: 'C', terms: ['X', 'Y'], scope, max, spread }] },
    sales: SALES,
  };
}

const limitOf = (of: string, order: string, max: string): JsonObject => ({
  id: 'T',
  limits: [{ of, scope: 'programme', max, order }],
});

const GROUP: JsonObject = {
  by: 'partner.group',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};

const groupLimit: JsonObject = {
  id: 'T',
  limits: [{ of: 'payout', scope: 'group', max: '150', order: 'transactionDate' }],
  group: GROUP,
};

const SALES: readonly Sale[] = [
  ['P1', '01-10', '100.05'],
  ['P2', '01-20', '200.05'],
  ['P1', '01-30', '100'],
  ['P3', '02-10', '-50.25'],
  ['P4', '02-20', '33.35'],
  ['P2', '02-21', '-20'],
];
/** P5 is in G until the middle of the year, then in H. */
const MOVING: readonly Sale[] = [
  ['P1', '01-10', '100'],
  ['P5', '01-20', '80'],
  ['P3', '01-30', '70'],
  ['P2', '07-10', '50'],
  ['P5', '07-20', '90'],
];
const SMALL: readonly Sale[] = [
  ['P1', '01-10', '0.05'],
  ['P2', '01-20', '0.15'],
  ['P3', '01-30', '0.05'],
  ['P4', '01-30', '0.05'],
];

const CASES: Readonly<Record<string, Case>> = {
  'cents of all together': { terms: [rounded('halfEven')], sales: SMALL },
  'cents that are all left over': { terms: [rounded('awayFromZero')], sales: SMALL },
  'cents of amounts of both signs': { terms: [rounded('halfAwayFromZero')], sales: SALES },
  'cents of amounts of both signs that nearly cancel out': {
    terms: [rounded('awayFromZero')],
    sales: [
      ['P1', '01-10', '0.05'],
      ['P2', '01-10', '-0.04'],
    ],
  },
  'cents by parts of the rounded sum': {
    terms: [rounded('awayFromZero')],
    sales: [
      ['P1', '01-10', '0.19'],
      ['P2', '01-10', '0.045'],
      ['P3', '01-10', '0.045'],
    ],
  },
  'cents of nothing': {
    terms: [rounded('halfEven')],
    sales: [
      ['P1', '01-10', '0.05'],
      ['P2', '01-10', '-0.05'],
    ],
  },
  'a cap, pro rata': capped('proRata', 'programme', '25'),
  'a cap, term after term': capped('termOrder', 'programme', '50'),
  'a cap, with a term that pays less': capped('termOrder', 'programme', '28', {
    tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '3' }] },
  }),
  'a cap that one term meets': capped('termOrder', 'programme', '31', {
    eligibility: {
      include: [{ attribute: 'product.code', in: ['B'] }],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: 'any',
    },
  }),
  'a cap of each partner': capped('termOrder', 'partner', '25'),
  'a limit of the payout by day': { terms: [limitOf('payout', 'transactionDate', '250')], sales: SALES },
  'a limit of the payout by arrival': { terms: [limitOf('payout', 'arrival', '150')], sales: SALES },
  'a limit of the payout, pro rata': { terms: [limitOf('payout', 'proRata', '150')], sales: SALES },
  'a budget': { terms: [limitOf('amount', 'transactionDate', '22.5')], sales: SALES },
  'a budget, pro rata': { terms: [limitOf('amount', 'proRata', '22.5')], sales: SALES },
  'a budget of a group': {
    terms: [
      {
        id: 'T',
        limits: [{ of: 'amount', scope: 'group', max: '30', order: 'transactionDate' }],
        group: GROUP,
      },
    ],
    sales: SALES,
  },
  'a limit over a group, and who moves': { terms: [groupLimit], sales: MOVING },
  'amounts without sales': {
    terms: [
      { id: 'T', formula: 'fixed', tiers: { boundary: 'atLeast', rows: [{ from: '0', amount: '10.005' }] } },
    ],
    sales: SALES,
  },
};

describe('one partner with figures of all others earns what it earns among them:', () => {
  it.each(Object.entries(CASES))('%s', (_, tried) => {
    const { together, alone } = bothWays(tried);
    expect(alone).toEqual(together);
    expect(together.length).toBeGreaterThan(1);
  });
});
