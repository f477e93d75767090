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
import { contributionOf } from '../cell/contributionOf.ts';
import type { Step } from '../explanation/explanation.ts';
import { exactText } from '../explanation/operands.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import { matchLine } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { entitle } from './entitle.ts';
import { keepShares } from './keepShares.ts';
import { NOBODY_ELSE } from './others.ts';
import { sumsOfLines } from './sums.ts';

const MASTER = masterOfTexts({
  partners: {
    P1: { group: 'G' },
    P2: { group: 'G' },
    P3: {},
    P4: [{ group: 'G' }, { from: '2026-07-01', group: 'H' }],
  },
});

function groupOf(keptPercent: string, differs: JsonObject = {}): JsonObject {
  return {
    by: 'partner.group',
    target: 'group',
    joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent,
    ...differs,
  };
}

type Sale = readonly [partner: string, value: string, day?: string];
const SALES: readonly Sale[] = [
  ['P1', '600'],
  ['P2', '400'],
  ['P3', '500'],
];

function earningsWith(term: JsonObject, sales: readonly Sale[], differs: JsonObject = {}) {
  const lines = sales.map(([partner, netValue, day = '02-03'], index) =>
    lineOf({ document: `D${index}`, partner, netValue, invoiceDate: `2026-${day}` }),
  );
  const tiers = { boundary: 'atLeast', rows: [{ from: '100', percent: '10' }] };
  return earningsOf(agreementOf({ tiers, ...term }, differs), lines, '2026-12-31', MASTER);
}

/** "G 10, P1 54": what each is paid at 10 % from 100 on, and what the groups keep. */
function earned(term: JsonObject, sales: readonly Sale[] = SALES, differs: JsonObject = {}): string {
  return earningsWith(term, sales, differs)
    .map(({ partner, exact }) => `${partner} ${exactText(exact)}`)
    .join(', ');
}

describe('what a group keeps', () => {
  it.each([
    ['0', 'P1 60, P2 40, P3 50'],
    ['10', 'G 10, P1 54, P2 36, P3 50'],
    ['2.5', 'G 2.5, P1 58.5, P2 39, P3 50'],
    ['100', 'G 100, P1 0, P2 0, P3 50'],
  ])('%s %% of what each member is paid, and nothing of others', (percent, expected) => {
    expect(earned({ group: groupOf(percent) })).toBe(expected);
  });

  it('is nothing where nothing is paid, and less where a member pays back', () => {
    expect(earned({ group: groupOf('10') }, [['P1', '50']])).toBe('P1 0');
    expect(
      earned({ group: groupOf('10') }, [
        ['P1', '600'],
        ['P2', '-100'],
      ]),
    ).toBe('G 5, P1 54, P2 -9');
  });

  it('is a part of what a cap leaves', () => {
    const limits = [{ of: 'amount', scope: 'partner', max: '50' }];
    expect(earned({ group: groupOf('10'), limits })).toBe('G 9, P1 45, P2 36, P3 50');
  });

  it('of what a minimum and a floor make of it', () => {
    expect(earned({ group: groupOf('10'), minimum: { amount: '45' } })).toBe('G 6, P1 54, P2 0, P3 50');
    const floor = { amount: '45', when: 'tierReached' };
    expect(earned({ group: groupOf('10'), floor })).toBe('G 10.5, P1 54, P2 40.5, P3 50');
  });

  it('of what the gates of the group let through', () => {
    const gatesFrom = (from: string) => ({
      need: 'all',
      within: 'window',
      tests: [{ measure: { of: 'value', basis: 'net' }, boundary: 'atLeast', from }],
    });
    const from = (volume: string) => earned({ group: groupOf('10'), gates: gatesFrom(volume) });
    expect(from('1000')).toBe('G 10, P1 54, P2 36, P3 0');
    expect(from('1001')).toBe('P1 0, P2 0, P3 0');
  });

  it('of what a guarantee tops up; it is guaranteed nothing itself', () => {
    const guarantee = { amount: '45', cumulative: false, paid: 'atEnd', unearned: 'kept' };
    const participants = [{ attribute: 'partner.code', in: ['P1', 'P2'] }];
    expect(earned({ group: groupOf('10'), guarantee }, SALES, { participants })).toBe(
      'G 10.5, P1 54, P2 40.5',
    );
  });

  it('of what is guaranteed to a member whose share is nothing', () => {
    const guarantee = { amount: '45', cumulative: false, paid: 'atEnd', unearned: 'kept' };
    const participants = [{ attribute: 'partner.code', in: ['P1', 'P2'] }];
    const sales: readonly Sale[] = [
      ['P1', '600'],
      ['P2', '0'],
    ];
    expect(earned({ group: groupOf('10'), guarantee }, sales, { participants })).toBe(
      'G 10.5, P1 54, P2 40.5',
    );
  });

  it('of what a cap that terms share leaves', () => {
    const sharedCaps = [{ id: 'all', terms: ['volume'], scope: 'programme', max: '75', spread: 'proRata' }];
    expect(earned({ group: groupOf('10') }, SALES, { sharedCaps })).toBe('G 5, P1 27, P2 18, P3 25');
  });

  it('of a partner that changes its group goes to each by what it had of it', () => {
    const sales: readonly Sale[] = [
      ['P4', '300'],
      ['P4', '100', '08-01'],
      ['P1', '600'],
    ];
    const limits = [{ of: 'amount', scope: 'partner', max: '20' }];
    expect(earned({ group: groupOf('10') }, sales)).toBe('G 9, H 1, P1 54, P4 36');
    expect(earned({ group: groupOf('10'), limits }, sales)).toBe('G 3.5, H 0.5, P1 18, P4 18');
  });

  it('of a group that has the name of a member is added to what that is paid', () => {
    const master = masterOfTexts({ partners: { G: { group: 'G' }, P1: { group: 'G' } } });
    const tiers = { boundary: 'atLeast', rows: [{ from: '100', percent: '10' }] };
    const lines = ['G', 'P1'].map((partner) =>
      lineOf({ document: partner, partner, netValue: '1000', invoiceDate: '2026-01-05' }),
    );
    const amounts = (windows: JsonObject) =>
      earningsOf(agreementOf({ tiers, group: groupOf('10'), windows }), lines, '2026-02-28', master)
        .map(({ partner, amount }) => `${partner} ${amount.minor}`)
        .join(', ');
    expect(amounts(windowsText('year'))).toBe('G 11000, P1 9000');
    const toDate = windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' });
    expect(amounts(toDate)).toBe('G 11000, G 0, P1 9000, P1 0');
  });

  it('is found in each window, in order of partners and windows', () => {
    const windows = windowsText('halfYear');
    const sales: readonly Sale[] = [...SALES, ['P1', '200', '08-01']];
    const found = earningsWith({ group: groupOf('10'), windows }, sales);
    expect(found.map(({ partner, exact }) => `${partner} ${exactText(exact)}`)).toEqual([
      'G 10',
      'G 2',
      'P1 54',
      'P1 18',
      'P2 36',
      'P3 50',
    ]);
  });

  it('stands in the explanation of each member, and of the group', () => {
    const kinds = ({ kind, steps }: Step): string[] => [kind, ...steps.flatMap(kinds)];
    const found = earningsWith({ group: groupOf('10') }, SALES).map(({ partner, explanation }) => {
      const all = kinds(explanation);
      return `${partner} ${all.includes('groupKeeps')} ${all.includes('groupKept')}`;
    });
    expect(found).toEqual(['G false true', 'P1 true false', 'P2 true false', 'P3 false false']);
  });

  it('is taken off a member, and shown for no group, where the others are not at hand', () => {
    const agreement = agreementOf({ group: groupOf('10') });
    const context = { master: MASTER, effective: dayOf('2026-12-31') };
    const [planned] = compilePlan(agreement, MASTER).terms as [PlanTerm];
    const line = lineOf({ netValue: '5000' });
    const match = matchLine(planned, line, context);
    const stream = match.state === 'counted' ? [contributionOf(line, match)] : [];
    const accounts = entitle(planned, sumsOfLines(stream, []), stream, context, NOBODY_ELSE);
    const apart = accounts.map((worked) => ({
      ...worked,
      shares: (worked.shares ?? []).map((share) => ({ ...share, isWhole: false })),
    }));
    const written = (found: typeof accounts) =>
      found.map(({ partner, exact }) => `${partner} ${exactText(exact)}`);
    expect(written(keepShares(planned, accounts))).toEqual(['G 10', 'P1 90']);
    expect(written(keepShares(planned, apart))).toEqual(['P1 90']);
  });
});
