import { describe, expect, it } from 'vitest';
import { agreementOf, dayOf, type JsonObject, masterOfTexts, windowsText } from '../../test/support/trade.ts';
import type { Term } from '../agreement/agreement.ts';
import { windowText } from '../calendar/window.ts';
import { compilePlan } from './compilePlan.ts';
import { type Reach, reachOf } from './reachOf.ts';

const MASTER = masterOfTexts({
  partners: {
    P1: { country: 'DE' },
    P2: [{ country: 'FR' }, { country: 'DE', from: '2026-05-01' }],
    P3: { country: 'FR' },
  },
});

function of(term: JsonObject, differs: JsonObject = {}): Reach {
  return reachOf(compilePlan(agreementOf(term, differs), MASTER));
}
const daysOf = ({ days }: Reach) => days && windowText(days);
const eligibility = (include: JsonObject[], differs: JsonObject = {}): JsonObject => ({
  eligibility: {
    include,
    exclude: [],
    attributesAsOf: 'transaction',
    payment: 'any',
    submission: 'any',
    ...differs,
  },
});
const returns = (differs: JsonObject): JsonObject => ({
  returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'zero', ...differs },
});

describe('the reach of an agreement', () => {
  it('is its company, its side, and the days that its windows look at', () => {
    expect(of({})).toEqual({
      companies: ['EU'],
      sides: ['sale'],
      days: { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') },
    });
  });

  it('begins with the baseline', () => {
    const baseline = {
      source: 'sameWindowPreviousYear',
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const growth = of({ formula: 'growthWhole', baseline, windows: windowsText('quarter') });
    expect(daysOf(growth)).toBe('2025-01-01..2026-12-31');
  });

  it.each([
    ['whoever is a member on some day', [{ attribute: 'partner.country', in: ['DE'] }], ['P1', 'P2']],
    ['also who is named and not known', [{ attribute: 'partner.code', in: ['P9', 'P1'] }], ['P1', 'P9']],
    ['nobody', [{ attribute: 'partner.country', in: ['CN'] }], []],
    ['anybody where strangers take part', [{ attribute: 'partner.country', notIn: ['FR'] }], undefined],
    ['anybody where nothing is asked of partners', [{ attribute: 'product.code', in: ['A'] }], undefined],
  ])('is of %s', (_, include, partners) => {
    expect(of(eligibility(include)).partners).toEqual(partners);
  });

  it('is that of all terms together', () => {
    const terms = [
      { ...eligibility([{ attribute: 'partner.code', in: ['P1'] }]), date: 'order' },
      { ...eligibility([{ attribute: 'partner.code', in: ['P2'] }]), transactions: 'sellThrough' },
    ].map((term) => agreementOf(term).terms[0] as Term);
    const both = { ...agreementOf(), terms };
    const reach = reachOf(compilePlan(both, MASTER));
    expect([reach.sides, reach.partners]).toEqual([
      ['sale', 'sellThrough'],
      ['P1', 'P2'],
    ]);
  });

  it('is of any day where a line does not say itself when it acts', () => {
    expect(daysOf(of({ date: 'payment' }))).toBeUndefined();
    expect(daysOf(of(returns({ unlinked: 'oldestSale' })))).toBeUndefined();
    expect(daysOf(of(returns({ unlinked: 'newestSale' })))).toBeUndefined();
    expect(daysOf(of(returns({ unlinked: 'blocked' })))).toBe('2026-01-01..2026-12-31');
  });
});
