import type { LocalDate } from '../calendar/localDate.ts';
import { currentVersion, type MasterRecord, UNIT_PREFIX, versionOn } from '../master/master.ts';
import { decimalToRational, parseDecimal } from '../number/decimal.ts';
import { divide, multiply, type Rational, rational } from '../number/rational.ts';

/** So many `to` are one `from`; or why nobody can say. `attribute` and `text` are the ones that are no factor. */
export type UnitFactor =
  | { readonly factor: Rational }
  | { readonly reason: 'noUnitPath' }
  | { readonly reason: 'unitFactorInvalid'; readonly attribute: string; readonly text: string };

const ONE = rational(1n);
const FACTOR_TEXT = /^(\S+) (\S(?:.*\S)?)$/;

/**
 * How many units `to` one unit `from` of a product is, by the factors of its master data
 * (`unit.CS` = "12 EA": one case is twelve pieces) on a day, or as they stand now without one.
 * Factors are chained in either direction. Of several ways the shortest is taken, of equally short
 * ones the first by the names of its units, read from the end whose name comes first: so there and
 * back is always 1, also where master data contradicts itself. A factor that cannot be read blocks
 * every way through its unit, and is named where there is no way.
 * Source: rulings R13, R15; semantics 5.12.
 */
export function unitFactor(
  product: MasterRecord | undefined,
  from: string,
  to: string,
  day: LocalDate | undefined,
): UnitFactor {
  if (from === to) return { factor: ONE };
  if (product === undefined) return { reason: 'noUnitPath' };
  const units = readUnits((day === undefined ? currentVersion(product) : versionOn(product, day)).attributes);
  const way = from < to ? findWay(units, from, to) : findWay(units, to, from);
  const fault = (way?.units ?? [...units.faults.keys()].sort()).find((unit) => units.faults.has(unit));
  if (fault !== undefined) {
    return {
      reason: 'unitFactorInvalid',
      attribute: UNIT_PREFIX + fault,
      text: units.faults.get(fault) ?? '',
    };
  }
  if (way === undefined) return { reason: 'noUnitPath' };
  return { factor: from < to ? way.factor : divide(ONE, way.factor) };
}

/** What one unit is in its neighbours; and the texts that are no factor, by unit. */
type Units = {
  readonly neighbours: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  readonly faults: ReadonlyMap<string, string>;
};

/** Read in the order of their names, the first to speak of a pair of units is believed. */
function readUnits(attributes: Readonly<Record<string, string>>): Units {
  const neighbours = new Map<string, Map<string, Rational>>();
  const faults = new Map<string, string>();
  const named = Object.entries(attributes).filter(
    ([name, text]) => name.startsWith(UNIT_PREFIX) && text !== '',
  );
  for (const [name, text] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const unit = name.slice(UNIT_PREFIX.length);
    const read = readFactor(unit, text);
    if (read === undefined) faults.set(unit, text);
    else {
      connect(neighbours, unit, read.unit, read.factor);
      connect(neighbours, read.unit, unit, divide(ONE, read.factor));
    }
  }
  return { neighbours, faults };
}

/** "12 EA": a number above zero, a space, a unit. One of a unit can only be one of itself. */
function readFactor(unit: string, text: string): { unit: string; factor: Rational } | undefined {
  const [, digits = '', other = ''] = FACTOR_TEXT.exec(text) ?? [];
  const number = parseDecimal(digits);
  if (number === undefined || number.digits <= 0n) return undefined;
  const factor = decimalToRational(number);
  const isContradiction = other === unit && (factor.n !== 1n || factor.d !== 1n);
  return isContradiction ? undefined : { unit: other, factor };
}

function connect(
  neighbours: Map<string, Map<string, Rational>>,
  from: string,
  to: string,
  factor: Rational,
): void {
  const known = neighbours.get(from) ?? new Map<string, Rational>();
  neighbours.set(from, known);
  if (!known.has(to)) known.set(to, factor);
}

/** Units in the order in which they are passed, and what one of the first is in the last. */
type Way = { readonly units: readonly string[]; readonly factor: Rational };

/** Breadth first, neighbours by name; a unit that was reached is not entered again, so a circle ends. */
function findWay({ neighbours }: Units, from: string, to: string): Way | undefined {
  const queue: Way[] = [{ units: [from], factor: ONE }];
  const reached = new Set([from]);
  for (const way of queue) {
    const last = way.units.at(-1) ?? from;
    if (last === to) return way;
    const next = [...(neighbours.get(last) ?? [])].filter(([unit]) => !reached.has(unit));
    for (const [unit, factor] of next.sort(([a], [b]) => (a < b ? -1 : 1))) {
      reached.add(unit);
      queue.push({ units: [...way.units, unit], factor: multiply(way.factor, factor) });
    }
  }
  return undefined;
}
