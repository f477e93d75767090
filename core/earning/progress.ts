import type { FormulaKind, Measure, Pay, Qualifier, Term, Tiers } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { formatDecimal } from '../number/decimal.ts';
import type { Earning } from './earning.ts';

/** What a number counts: money of the agreement's currency, percent, or units. */
export type Scale =
  | { readonly of: 'money' }
  | { readonly of: 'percent' }
  | { readonly of: 'quantity'; readonly unit: string };

export type ProgressRate = {
  readonly payout: string;
  readonly pays: Pay;
  readonly rate: string;
  /** Of free goods: so many for each full `per`. */
  readonly give?: string;
  readonly per?: string;
};

/**
 * Where a partner stands on the ladder of a term, as stored and drawn. All numbers are exact
 * texts: decimals, or "n/d" where a fraction does not end.
 */
export type Progress = {
  readonly formula: FormulaKind;
  readonly boundary: Tiers['boundary'];
  /** What is held against the tiers: the qualifier, growth, a share, or what is above the base. */
  readonly volume: string;
  /** What `volume` and the tiers' bounds count. */
  readonly scale: Scale;
  readonly tiers: readonly {
    readonly from: string;
    readonly rates: readonly ProgressRate[];
    readonly words?: string;
  }[];
  /** To the next tier, in the qualifier's own unit (`missingScale`); absent on the last one. */
  readonly missing?: string;
  readonly missingScale: Scale;
  /** What reaching the next tier is worth by the table alone, in major units; absent where the mix of what is still sold decides. */
  readonly worth?: string;
  readonly qualifier: string;
  readonly payouts: readonly { readonly payout: string; readonly value: string; readonly scale: Scale }[];
  readonly baseline?: string;
};

export function progressOf(earning: Earning, term: Term): Progress {
  const { result, table } = earning;
  return {
    formula: term.formula,
    boundary: table.boundary,
    volume: exactText(result.volume),
    scale: isPercentOfBaseline(term) ? { of: 'percent' } : scaleOf(term.qualifier),
    tiers: table.rows.map(({ from, rates, row }) => ({
      from: exactText(from),
      rates: rates.map(({ payout, pays, rate, free }) => ({
        payout,
        pays,
        rate: formatDecimal(rate),
        ...(free && { give: formatDecimal(free.give), per: formatDecimal(free.per) }),
      })),
      ...(row.words !== undefined && { words: row.words }),
    })),
    ...(result.missing && { missing: exactText(result.missing) }),
    missingScale: scaleOf(term.qualifier),
    qualifier: exactText(earning.qualifier.value),
    payouts: term.payouts.flatMap(({ id, measure }) => {
      const sum = earning.payouts.get(id);
      return sum === undefined ? [] : [{ payout: id, value: exactText(sum.value), scale: scaleOf(measure) }];
    }),
    ...(earning.baseline && { baseline: exactText(earning.baseline.value) }),
  };
}

function isPercentOfBaseline({ formula, baseline }: Term): boolean {
  return formula.startsWith('growth') && baseline?.growthAs === 'percent';
}

/** What a measure counts. */
export function scaleOf(measure: Measure | Qualifier): Scale {
  switch (measure.of) {
    case 'share':
      return { of: 'percent' };
    case 'value':
    case 'atPrice':
    case 'priceDifference':
      return { of: 'money' };
    case 'quantity':
      return { of: 'quantity', unit: measure.unit };
    case 'pallets':
      return { of: 'quantity', unit: measure.counts === 'pallets' ? measure.unit : measure.counts.units };
    case 'count':
      return { of: 'quantity', unit: `count.${measure.what}` };
    case 'bundles':
      return { of: 'quantity', unit: 'bundle' };
  }
}
