import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../core/agreement/agreement.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import { multiply, rational } from '../../core/number/rational.ts';
import { round } from '../../core/number/round.ts';
import { type AccountStanding, accountParts, type Stage } from '../../core/settlement/accountParts.ts';
import { type Lapse, partSum } from '../../core/settlement/part.ts';
import { draftTotals, planDocuments, type SettlementPlan } from '../../core/settlement/planDocuments.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import { agreementOf, decimalOf } from '../support/trade.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 20_000 : 300, seed: SEED };
const RATES = ['7', '20'];
const NOTHING: TaxedAmount = { netMinor: 0n, taxMinor: 0n };

/** What is on record of one account: by rate on documents, and lapsed by reason. */
type Record = { documented: Map<string, bigint>; lapsed: Partial<{ [reason in Lapse]: bigint }> };
type Step = { readonly earned: readonly bigint[]; readonly rates: readonly bigint[] };

const money = fc.bigInt({ min: -50_000n, max: 200_000n });
const steps = fc.array(
  fc.record({
    earned: fc.array(money, { minLength: 4, maxLength: 4 }),
    rates: fc.array(fc.bigInt({ min: -3n, max: 9n }), { minLength: 2, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const terms = fc.record({
  interimPercent: fc.constantFrom('100', '80', '33.3', '0').map(decimalOf),
  clawBack: fc.record({
    scope: fc.constantFrom('full', 'untilFinal', 'waived'),
    by: fc.constantFrom('offset', 'invoice'),
  }),
  minimumPayout: fc.oneof(
    fc.constant('none' as const),
    fc.record({
      amount: fc.constantFrom('25.00', '1000').map(decimalOf),
      below: fc.constantFrom('carry', 'lapse'),
    }),
  ),
  nettingWith: fc.constantFrom('none' as const, ['A', 'B']),
  amounts: fc.constantFrom('net' as const, 'taxInclusive' as const),
});

/** Two agreements of one partner with two accounts each, settled again and again. */
class History {
  readonly settlement: Settlement;
  readonly records = new Map<string, Record>();
  readonly tax = new Map<string, TaxedAmount>();
  readonly amounts: 'net' | 'taxInclusive';

  constructor({ amounts, ...differs }: typeof terms extends fc.Arbitrary<infer T> ? T : never) {
    const tax = { treatment: 'priceReduction', rate: 'perLineRate', amounts, withholding: 'none' } as const;
    this.settlement = { ...agreementOf().settlement, ...differs, tax } as Settlement;
    this.amounts = amounts;
    for (const key of ['A1', 'A2', 'B1', 'B2']) this.records.set(key, { documented: new Map(), lapsed: {} });
  }

  standing(key: string, { earned }: Step, stage: Stage): AccountStanding {
    const { documented, lapsed } = this.of(key);
    const index = [...this.records.keys()].indexOf(key);
    const sum = [...documented.values()].reduce((total, minor) => total + minor, 0n);
    return {
      stage,
      earned: earned[index] ?? 0n,
      documented: sum,
      lapsed,
      isIncomplete: false,
      claimed: { minor: 0n, isOver: false },
      isNextDue: true,
    };
  }

  plan(step: Step, stage: Stage): SettlementPlan {
    const [seven = 0n, twenty = 0n] = step.rates;
    const weights = seven + twenty === 0n ? [1n, 1n] : [seven, twenty];
    const groups = ['A', 'B'].map((code) => ({
      code,
      settlement: this.settlement,
      isLast: stage !== 'interim',
      accounts: [`${code}1`, `${code}2`].map((key) => ({
        key,
        stage,
        parts: accountParts(this.standing(key, step, stage), this.settlement, 'halfAwayFromZero'),
        rates: {
          earned: new Map(RATES.map((rate, index) => [rate, weights[index] ?? 0n])),
          documented: this.of(key).documented,
        },
      })),
    }));
    return planDocuments(groups, (rate) => this.tax.get(rate) ?? NOTHING);
  }

  record({ groups, documents }: SettlementPlan): void {
    for (const { key, parts } of groups.flatMap(({ accounts }) => accounts)) {
      const { lapsed } = this.of(key);
      for (const part of parts) {
        if (part.kind === 'lapsed') lapsed[part.reason] = (lapsed[part.reason] ?? 0n) + part.minor;
      }
    }
    for (const { lines, taxes } of documents) {
      for (const { key, rate, statedMinor } of lines) {
        const { documented } = this.of(key);
        documented.set(rate, (documented.get(rate) ?? 0n) + statedMinor);
      }
      for (const [rate, own] of taxes) {
        const before = this.tax.get(rate) ?? NOTHING;
        this.tax.set(rate, {
          netMinor: before.netMinor + own.netMinor,
          taxMinor: before.taxMinor + own.taxMinor,
        });
      }
    }
  }

  settledOf(key: string): bigint {
    const { documented, lapsed } = this.of(key);
    const lapses = Object.values(lapsed).reduce<bigint>((sum, minor) => sum + minor, 0n);
    return [...documented.values()].reduce((sum, minor) => sum + minor, lapses);
  }

  private of(key: string): Record {
    return this.records.get(key) as Record;
  }
}

describe('settlement', () => {
  it('says of every cent what becomes of it, pays nothing twice and nothing below zero', () => {
    const seen = { documents: 0, clawBacks: 0, held: 0, lapsed: 0 };
    fc.assert(
      fc.property(terms, steps, (drawn, drawnSteps) => {
        const history = new History(drawn);
        for (const [index, step] of drawnSteps.entries()) {
          const stage = index < drawnSteps.length - 1 ? 'interim' : 'final';
          const before = new Map([...history.records.keys()].map((key) => [key, history.settledOf(key)]));
          const plan = history.plan(step, stage);
          for (const { key, parts } of plan.groups.flatMap(({ accounts }) => accounts)) {
            const open = history.standing(key, step, stage).earned - (before.get(key) ?? 0n);
            expect(partSum(parts)).toBe(open);
            seen.held += parts.filter(({ kind }) => kind === 'held').length;
            seen.lapsed += parts.filter(({ kind }) => kind === 'lapsed').length;
          }
          for (const draft of plan.documents) {
            const lines = draft.lines.reduce((sum, { netMinor }) => sum + netMinor, 0n);
            const { netMinor, taxMinor, grossMinor } = draftTotals(draft);
            expect(lines).toBe(netMinor);
            expect(netMinor + taxMinor).toBe(grossMinor);
            const stated = draft.lines.reduce((sum, { statedMinor }) => sum + statedMinor, 0n);
            if (draft.reason === 'settlement') expect(stated).toBeGreaterThan(0n);
            else expect(stated).toBeLessThan(0n);
            seen[draft.reason === 'settlement' ? 'documents' : 'clawBacks'] += 1;
          }
          history.record(plan);
          expect(history.plan(step, stage).documents).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(Object.values(seen).every((count) => count > 50)).toBe(true);
  });

  it('has over all documents the tax of their sum, and on none more than a cent beside its own', () => {
    fc.assert(
      fc.property(terms, steps, (drawn, drawnSteps) => {
        const history = new History(drawn);
        for (const step of drawnSteps) {
          const plan = history.plan(step, 'interim');
          history.record(plan);
          for (const rate of RATES) {
            const { netMinor, taxMinor } = history.tax.get(rate) ?? NOTHING;
            const exact = multiply(decimalToRational(decimalOf(rate)), rational(netMinor, 100n));
            if (history.amounts === 'net') expect(taxMinor).toBe(round(exact, 'halfAwayFromZero'));
          }
          for (const [rate, own] of plan.documents.flatMap(({ taxes }) => [...taxes])) {
            const exact = multiply(decimalToRational(decimalOf(rate)), rational(own.netMinor, 100n));
            const beside = round(exact, 'halfAwayFromZero') - own.taxMinor;
            expect(beside >= -1n && beside <= 1n).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});
