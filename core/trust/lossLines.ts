import type { Parameters } from './detector.ts';
import type { HistoryLine } from './history.ts';

/** A sale, what it cost and the rebates on it; minor units. */
export type Sale = { readonly line: HistoryLine; readonly cost: number; readonly rebate: number };

/** How a product is sold. `logs` adds up the logarithms of quantities. */
type Sold = { lines: number; below: number; logs: number; readonly kept: Sale[] };

/** A product that is sold so seldom has no usual price, and one that is sold at a loss more often than one time of so many has another cost. */
const FEWEST_LINES = 20;
const ONE_OF = 100;
/** Up to so many times its usual quantity is no deal of its own. */
const TIMES_USUAL = 4;
/** Of one product no more are kept: so many sales at a loss are no slips. */
const MOST_KEPT = 100;

/**
 * Single sales at a loss of what is hardly ever sold so: great ones, and smaller ones of a usual quantity, which are slips. What was given
 * away was not sold.
 */
export function lossLines(parameters: Parameters): {
  /** Whether the sale may be told of; each is seen once. */
  readonly see: (sale: Sale) => boolean;
  readonly keep: (sale: Sale) => void;
  readonly told: () => Sale[];
} {
  const products = new Map<string, Sold>();
  const slip = parameters.slipMinor as number;
  const see = (sale: Sale): boolean => {
    const { product, quantity, minor } = sale.line;
    if (quantity <= 0 || minor <= 0) return false;
    const sold = products.get(product) ?? { lines: 0, below: 0, logs: 0, kept: [] };
    products.set(product, sold);
    sold.lines += 1;
    sold.logs += Math.log(quantity);
    if (lossOf(sale) > 0) sold.below += 1;
    return sold.kept.length < MOST_KEPT && (isGreat(sale, parameters) || lossOf(sale) >= slip);
  };
  const isTold = (sale: Sale, { lines, below, logs }: Sold): boolean => {
    const isOften = below > Math.max(1, lines / ONE_OF);
    if (lines < FEWEST_LINES) return isGreat(sale, parameters);
    const isUsual = Math.log(sale.line.quantity) <= logs / lines + Math.log(TIMES_USUAL);
    return !isOften && (isUsual || isGreat(sale, parameters));
  };
  return {
    see,
    keep: (sale) => products.get(sale.line.product)?.kept.push(sale),
    told: () => [...products.values()].flatMap((sold) => sold.kept.filter((sale) => isTold(sale, sold))),
  };
}

/** By the price alone: rebates are shared out over many sales, and what they take is no single one's loss. */
function lossOf({ line, cost }: Sale): number {
  return cost - line.minor;
}

function isGreat(sale: Sale, parameters: Parameters): boolean {
  const loss = lossOf(sale);
  const isMuch = loss >= (parameters.leastMinor as number);
  return isMuch && loss * 100 >= sale.line.minor * (parameters.lossPercent as number);
}
