import type { Baseline, FormulaKind, Rate, Tiers } from '../../core/agreement/agreement.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { Rational } from '../../core/number/rational.ts';
import type { FormulaInput, FormulaResult, Paid } from '../../core/tier/formula.ts';
import { type TierTable, tierTable } from '../../core/tier/tierTable.ts';
import { decimalOf, fractionOf } from './trade.ts';

/** A table as a test writes it: "0 1%, 50000 2.5%" or "10 0.5, 20 #100"; `#` is a fixed amount. */
export function tableOf(rows: string, differs: Partial<Tiers> = {}, factor = '1'): TierTable {
  const tiers: Tiers = {
    boundary: 'atLeast',
    ...differs,
    rows: rows.split(', ').map((row) => {
      const [from = '', rates = '', cap] = row.split(' ');
      const parts = rates.split('+');
      return {
        from: decimalOf(from),
        rates: parts.map((text, index) => rateOf(text, parts.length === 1 ? 'payout' : `part${index + 1}`)),
        ...(cap && { measureCap: decimalOf(cap.replace('max', '')) }),
      };
    }),
  };
  return tierTable(tiers, fractionOf(factor));
}

/** "2.5%", "0.5" for each unit, "#100" once, or "2/100*7" for two free in each full hundred, worth 7. */
export function rateOf(text: string, payout = 'payout'): Rate {
  if (text.endsWith('%')) return { payout, pays: 'percent', rate: decimalOf(text.slice(0, -1)) };
  if (text.startsWith('#')) return { payout, pays: 'amount', rate: decimalOf(text.slice(1)) };
  if (!text.includes('*')) return { payout, pays: 'perUnit', rate: decimalOf(text) };
  const [give = '', per = '', worth = ''] = text.split(/[/*]/);
  return {
    payout,
    pays: 'free',
    rate: decimalOf(worth),
    free: { give: decimalOf(give), per: decimalOf(per) },
  };
}

export type FormulaCase = {
  readonly qualifier: string;
  /** The one payout, or several of "part1", "part2" …; the qualifier where nothing is said. */
  readonly payout?: string | readonly string[];
  readonly baseline?: string;
  readonly basePayout?: string;
  readonly growthAs?: Baseline['growthAs'];
  readonly whenNotPositive?: Baseline['whenNotPositive'];
  readonly negativeWindow?: FormulaInput['negativeWindow'];
  /** Lines "qualifier payout", in their order. */
  readonly sequence?: readonly string[];
  readonly isWindowOver?: boolean;
};

export function formulaInput(formula: FormulaKind, table: TierTable, texts: FormulaCase): FormulaInput {
  const { qualifier, payout = qualifier, baseline, sequence } = texts;
  return {
    formula,
    table,
    qualifier: fractionOf(qualifier),
    payouts: typeof payout === 'string' ? measures([payout], 'payout') : measures(payout),
    ...(baseline !== undefined && {
      baseline: {
        terms: {
          source: 'sameWindowPreviousYear',
          growthAs: texts.growthAs ?? 'percent',
          whenNotPositive: texts.whenNotPositive ?? { policy: 'paysNothing' },
          likeForLike: 'no',
        },
        qualifier: fractionOf(baseline),
        payouts: measures([texts.basePayout ?? baseline], 'payout'),
      },
    }),
    negativeWindow: texts.negativeWindow ?? 'zero',
    ...(sequence && {
      sequence: sequence.map((line, index) => {
        const [moved = '', paid = ''] = line.split(' ');
        return { key: `L${index + 1}`, qualifier: fractionOf(moved), payout: fractionOf(paid) };
      }),
    }),
    isWindowOver: texts.isWindowOver ?? true,
  };
}

function measures(texts: readonly string[], only?: string): ReadonlyMap<string, Rational> {
  return new Map(texts.map((text, index) => [only ?? `part${index + 1}`, fractionOf(text)]));
}

/** "tier 2, 350, missing 500": what a result comes to. */
export function resultText({ reached, exact, missing, note }: FormulaResult): string {
  const parts = [`tier ${reached.tier}`, exactText(exact), missing && `missing ${exactText(missing)}`, note];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** "1: 10 of 1000 = 100": tier, rate, measure and amount of each product of a rate. */
export function paidText({ paid }: FormulaResult): string {
  return paid.map(onePaid).join(', ');
}

function onePaid({ tier, rate, measure, amount }: Paid): string {
  return `${tier}: ${formatDecimal(rate.rate)} of ${exactText(measure)} = ${exactText(amount)}`;
}
