import { dealOut } from '../money/allocate.ts';
import { roundedTogether } from '../money/roundedTogether.ts';
import { powerOfTen } from '../number/decimal.ts';
import { type Rational, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';
import type { DocumentLine, DocumentTax } from './rebateDocument.ts';
import { groupsOf } from './taxOf.ts';

/** A line whose amount holds its tax already. Units: minor. `key` breaks ties between cents. */
export type InclusiveLine = Pick<DocumentLine, 'category' | 'rate'> & {
  readonly key: string;
  readonly grossMinor: bigint;
};

/**
 * Net and tax of lines that are stated with tax. The gross of each category and rate stays what it is
 * to the cent: its net is rounded once, half away from zero, the rest is tax, and the net is dealt out
 * to the lines by largest remainder. Shape: nets in the order of the lines.
 */
export function netOfInclusive(lines: readonly InclusiveLine[]): {
  readonly netMinors: readonly bigint[];
  readonly taxes: readonly DocumentTax[];
} {
  const netMinors: bigint[] = lines.map(() => 0n);
  const taxes = groupsOf(lines.map((line) => ({ ...line, netMinor: line.grossMinor }))).map(
    ({ category, rate, netMinor: grossMinor }) => {
      const netMinor = round(exactNet(grossMinor, rate), 'halfAwayFromZero');
      const places = [...lines.keys()].filter((index) => isOf(lines[index] as InclusiveLine, category, rate));
      const parts = places.map((index) => {
        const line = lines[index] as InclusiveLine;
        return { key: line.key, exact: exactNet(line.grossMinor, rate) };
      });
      const dealt = dealOut(netMinor, roundedTogether(netMinor, parts));
      places.forEach((index, place) => {
        netMinors[index] = dealt[place] as bigint;
      });
      return { category, rate, netMinor, taxMinor: grossMinor - netMinor };
    },
  );
  return { netMinors, taxes };
}

function exactNet(grossMinor: bigint, { digits, scale }: DocumentTax['rate']): Rational {
  const hundred = 100n * powerOfTen(scale);
  return rational(grossMinor * hundred, hundred + digits);
}

function isOf(line: InclusiveLine, category: DocumentTax['category'], rate: DocumentTax['rate']): boolean {
  const [group] = groupsOf([{ ...line, netMinor: 0n }]);
  return line.category === category && group?.rate.digits === rate.digits && group.rate.scale === rate.scale;
}
