import { type Decimal, decimalToRational, formatDecimal } from '../number/decimal.ts';
import { compare, rational } from '../number/rational.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal/refusals.ts';

/** Collects reasons, each at its place in the file; `inside` goes down by a field or an entry. */
export class RefusalList {
  private readonly refusals: Refusal[];
  private readonly path: string;

  constructor(refusals: Refusal[], path = '') {
    this.refusals = refusals;
    this.path = path;
  }

  add(code: RefusalCode, at = '', facts: Record<string, string> = {}): void {
    this.refusals.push(refuse(code, this.placeOf(at), facts));
  }

  /** Refuses where it is so. */
  when(isSo: boolean, code: RefusalCode, at = '', facts: Record<string, string> = {}): void {
    if (isSo) this.add(code, at, facts);
  }

  /** Refuses what a list names a second time; `placeOf` says where an entry stands. */
  repeated(values: readonly string[], placeOf: (index: number) => string): void {
    for (const [index, value] of values.entries()) {
      this.when(values.indexOf(value) !== index, 'agreement-entry-repeated', placeOf(index), { value });
    }
  }

  /** Refuses more than everything. */
  percent(value: Decimal, at: string): void {
    const isTooMuch = compare(decimalToRational(value), rational(100n)) > 0;
    const facts = { value: formatDecimal(value), allowed: '0–100' };
    this.when(isTooMuch, 'agreement-value-not-allowed', at, facts);
  }

  inside(at: string): RefusalList {
    return new RefusalList(this.refusals, this.placeOf(at));
  }

  private placeOf(at: string): string {
    if (at === '' || this.path === '') return this.path + at;
    return at.startsWith('[') ? this.path + at : `${this.path}.${at}`;
  }
}
