import { unitFactor } from '../../core/conversion/unitFactor.ts';
import type { Master } from '../../core/master/master.ts';
import { type Rational, rational } from '../../core/number/rational.ts';
import type { LineColumns } from './lineColumns.ts';

/** The place of the factor 1. */
export const NO_FACTOR = 0;
/** Only core can tell the factor. */
export const ASKED_FACTOR = -1;
/** So many factors have a number. */
const FACTORS_MAX = 2 ** 16;

/** The factors of products as master data stands now, for all terms: each is worked out once for a product and a unit. */
export class UnitFactors {
  readonly values: Rational[] = [rational(1n)];
  private readonly places = new Map([['1/1', NO_FACTOR]]);
  private readonly facts: LineColumns;
  private readonly products: Master['products'];
  /** By wanted unit: by product and unit of a row. */
  private readonly known = new Map<string, Map<number, number>>();

  constructor(facts: LineColumns, products: Master['products']) {
    this.facts = facts;
    this.products = products;
  }

  /** The place of the factor from the unit of a row; where that is another one, by master data. */
  at(row: number, wanted: string): number {
    const { product, unit } = this.facts.codes;
    const [own, goods] = [unit.codes?.[row] ?? 0, product.codes?.[row] ?? 0];
    const known = this.known.get(wanted) ?? new Map<number, number>();
    this.known.set(wanted, known);
    const key = goods * unit.values.length + own;
    const found = known.get(key);
    if (found !== undefined) return found;
    const worked = this.worked(product.values[goods] as string, unit.values[own] as string, wanted);
    known.set(key, worked);
    return worked;
  }

  private worked(product: string, from: string, wanted: string): number {
    const found = unitFactor(this.products.get(product), from, wanted, undefined);
    return 'factor' in found ? this.placeOf(found.factor) : ASKED_FACTOR;
  }

  private placeOf({ n, d }: Rational): number {
    const key = `${n}/${d}`;
    const place = this.places.get(key);
    if (place !== undefined) return place;
    if (this.values.length >= FACTORS_MAX) return ASKED_FACTOR;
    this.places.set(key, this.values.length);
    return this.values.push({ n, d }) - 1;
  }
}
