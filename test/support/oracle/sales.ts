import type { Term } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { isReturn } from './places.ts';
import { keyOf } from './question.ts';

/**
 * Gives returns that name no sale the oldest or newest one with quantity left, where a term wants
 * that: one after the other, each time looking through all sales. Source: rulings R9.
 */
export function withSalesFound(term: Term, lines: readonly Line[]): Line[] {
  const { unlinked } = term.returns;
  if (unlinked !== 'oldestSale' && unlinked !== 'newestSale') return [...lines];
  const taken = new Map<Line, Line>();
  const sales = lines.filter((line) => line.returnOf === undefined && !isReturn(line));
  for (const line of placed(term, lines.filter(isUnlinked))) {
    const own = line.dates[term.date];
    const suitable = placed(term, sales).filter(
      (sale) =>
        own !== undefined &&
        (sale.dates[term.date] as number) <= own &&
        (['source', 'company', 'side', 'partner', 'product'] as const).every(
          (name) => sale[name] === line[name],
        ) &&
        left(sale, lines, taken).isPositive,
    );
    const sale = unlinked === 'oldestSale' ? suitable[0] : suitable.at(-1);
    if (sale !== undefined) taken.set(line, sale);
  }
  return lines.map((line) => {
    const sale = taken.get(line);
    return sale === undefined ? line : { ...line, original: sale };
  });
}

function isUnlinked(line: Line): boolean {
  return line.returnOf === undefined && isReturn(line);
}

/** Those that have the day that the term asks for, by it, document and line. */
function placed({ date }: Term, lines: readonly Line[]): Line[] {
  const place = (line: Line) => [line.dates[date], line.document, line.line] as readonly (string | number)[];
  return lines
    .filter((line) => line.dates[date] !== undefined)
    .toSorted((a, b) => {
      const [own, other] = [place(a), place(b)];
      const at = own.findIndex((one, index) => one !== other[index]);
      return at < 0 ? 0 : (own[at] as string) < (other[at] as string) ? -1 : 1;
    });
}

function left(sale: Line, lines: readonly Line[], taken: ReadonlyMap<Line, Line>): Fraction {
  const back = lines.filter((line) => {
    const named = line.returnOf && keyOf({ source: line.source, ...line.returnOf });
    const isSameGoods = (['company', 'side', 'partner', 'product'] as const).every(
      (name) => sale[name] === line[name],
    );
    return taken.get(line) === sale || (named === keyOf(sale) && isSameGoods);
  });
  const size = (line: Line) => {
    const quantity = quantityOf(line);
    return quantity.isNegative ? quantity.negated() : quantity;
  };
  return quantityOf(sale).minus(Fraction.sum(back.map(size)));
}

function quantityOf({ quantities }: Line): Fraction {
  const { invoiced, ordered, received, stocked } = quantities;
  const quantity = invoiced ?? ordered ?? received ?? stocked;
  return quantity === undefined ? NOTHING : Fraction.of(quantity);
}
