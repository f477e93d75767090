import { decimalToRational, powerOfTen, trimDecimal } from '../number/decimal.ts';
import { compare, type Rational, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';
import type { DocumentLine, DocumentTax, DocumentTotals } from './rebateDocument.ts';
import { TAX_CATEGORIES } from './rebateDocument.ts';

type TaxedLine = Pick<DocumentLine, 'netMinor' | 'category' | 'rate'>;

/**
 * The tax of lines: the lines of one category and rate are added up, and the tax is rounded once for
 * each, half away from zero. In the order of the categories, higher rates first.
 * Source: EN 16931, BR-CO-17.
 */
export function taxOf(lines: readonly TaxedLine[]): DocumentTax[] {
  return groupsOf(lines).map((group) => ({ ...group, taxMinor: round(exactTax(group), 'halfAwayFromZero') }));
}

/** The net of lines by category and rate, before any tax is taken. */
export function groupsOf(lines: readonly TaxedLine[]): Omit<DocumentTax, 'taxMinor'>[] {
  const groups = new Map<string, Omit<DocumentTax, 'taxMinor'>>();
  for (const { netMinor, category, rate: said } of lines) {
    const rate = trimDecimal(said);
    const key = `${category} ${rate.digits} ${rate.scale}`;
    groups.set(key, { category, rate, netMinor: (groups.get(key)?.netMinor ?? 0n) + netMinor });
  }
  return [...groups.values()].sort(
    (a, b) =>
      TAX_CATEGORIES.indexOf(a.category) - TAX_CATEGORIES.indexOf(b.category) ||
      compare(decimalToRational(b.rate), decimalToRational(a.rate)),
  );
}

/** The tax of a net amount before it is rounded. Units: minor. */
export function exactTax({ netMinor, rate }: Pick<DocumentTax, 'netMinor' | 'rate'>): Rational {
  return rational(netMinor * rate.digits, 100n * powerOfTen(rate.scale));
}

/** What a document comes to: net by its lines, tax by its rates. */
export function totalsOf(
  lines: readonly Pick<DocumentLine, 'netMinor'>[],
  taxes: readonly Pick<DocumentTax, 'taxMinor'>[],
): DocumentTotals {
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0n);
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0n);
  return { netMinor, taxMinor, grossMinor: netMinor + taxMinor };
}
