import { currentVersion, type Master, type MasterRecord, UNIT_PREFIX } from '../master/master.ts';
import { unitFactor } from './unitFactor.ts';

/** So many lines of a product in a unit. */
export type UnitUse = { readonly product: string; readonly unit: string; readonly lines: number };

/** A unit that nobody knows of these products. */
export type StrangeUnit = {
  readonly unit: string;
  readonly lines: number;
  readonly products: readonly string[];
};

/**
 * Units of lines that come in which most likely are none that is meant, the most frequent first: of a product that comes
 * in another unit too, those from which no way leads to it; and those that nobody has ever said. At home a product is in
 * the unit that earlier lines have, else in its most frequent one. By quantity such lines cannot be counted until somebody
 * says what the unit holds.
 * Shapes: `known` are the units of earlier lines, as far as they come again; undefined where there are none, and the first
 * lines say what is usual.
 */
export function strangeUnits(
  uses: readonly UnitUse[],
  products: Master['products'],
  known: ReadonlySet<string> | undefined,
): readonly StrangeUnit[] {
  const strange = [...Map.groupBy(uses, ({ product }) => product).values()].flatMap((own) => {
    const home = homeOf(own, known);
    return own.filter(({ product, unit }) => {
      const record = products.get(product);
      if (unit !== home) return 'reason' in unitFactor(record, unit, home, undefined);
      return known !== undefined && !known.has(unit) && !isSaid(record, unit);
    });
  });
  return [...Map.groupBy(strange, ({ unit }) => unit)]
    .map(([unit, own]) => ({
      unit,
      lines: own.reduce((sum, { lines }) => sum + lines, 0),
      products: own.map(({ product }) => product).sort(),
    }))
    .sort((a, b) => b.lines - a.lines || (a.unit < b.unit ? -1 : 1));
}

function homeOf(own: readonly UnitUse[], known: ReadonlySet<string> | undefined): string {
  const rank = ({ unit }: UnitUse) => (known?.has(unit) === true ? 1 : 0);
  const [home] = own.toSorted((a, b) => rank(b) - rank(a) || b.lines - a.lines || (a.unit < b.unit ? -1 : 1));
  return home?.unit ?? '';
}

/** Whether master data of the product name the unit: "unit.CS" = "12 EA" names both. */
function isSaid(record: MasterRecord | undefined, unit: string): boolean {
  if (record === undefined) return false;
  return Object.entries(currentVersion(record).attributes).some(
    ([name, text]) =>
      name.startsWith(UNIT_PREFIX) &&
      text !== '' &&
      (name.slice(UNIT_PREFIX.length) === unit || text.endsWith(` ${unit}`)),
  );
}
