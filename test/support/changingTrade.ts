import type { Line } from '../../core/fact/line.ts';
import { originalOf } from '../../core/fact/originalOf.ts';
import { type Master, type MasterRecord, type MasterVersion, NO_MASTER } from '../../core/master/master.ts';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';
import { dayOf } from './trade.ts';

// A small trade in which much changes: partners go from group to group in the middle of a quarter, goods come in several units (and not
// every one can be converted), deliveries are named by number, attribute or document, and some lines take others back.

const FIRST_DAY = dayOf('2025-01-01');
const DAYS = 365;
const [PARTNERS, PRODUCTS, GROUPS] = [5, 4, 3];
const UNITS = ['EA', 'EA', 'EA', 'CS', 'PAL', 'XX'];
const PALLETS = ['24 EA', '10 EA', '2 CS', 'many', ''];

const one = <T>(draw: Draw, of: readonly T[]): T => of[draw(of.length)] as T;

export function changingMaster(seed: number): Master {
  const draw = seededRandom(seed);
  return {
    ...NO_MASTER,
    partners: recordsOf(PARTNERS, 'P', () => groupsOf(draw)),
    products: recordsOf(PRODUCTS, 'A', (number) => [
      {
        name: 'goods',
        attributes: { category: `C${number % 2}`, 'unit.CS': '6 EA', 'unit.PAL': one(draw, PALLETS) },
      },
    ]),
  };
}

/** Up to three groups, one after the other. */
function groupsOf(draw: Draw): MasterVersion[] {
  const version = () => ({ name: 'partner', attributes: { group: `G${draw(GROUPS)}` } });
  const days = [...new Set(Array.from({ length: draw(3) }, () => FIRST_DAY + draw(DAYS)))];
  return [version(), ...days.map((validFrom) => ({ ...version(), validFrom }))];
}

function recordsOf(count: number, kind: string, versionsOf: (number: number) => MasterVersion[]) {
  return new Map<string, MasterRecord>(
    Array.from({ length: count }, (_, number) => {
      const code = `${kind}${number}`;
      return [code, { code, versions: versionsOf(number) }] as const;
    }),
  );
}

export function changingLines(seed: number, count: number): Line[] {
  const draw = seededRandom(seed + 1);
  const lines: Line[] = [];
  for (let number = 0; number < count; number += 1) {
    const original = lines.length > 0 && draw(10) === 0 ? one(draw, lines) : undefined;
    const line = saleOf(draw, number);
    lines.push(original === undefined || original.returnOf ? line : takingBack(line, original));
  }
  return lines;
}

function saleOf(draw: Draw, number: number): Line {
  const [quantity, sign] = [draw(60), draw(12) === 0 ? -1 : 1];
  const document = `D${Math.floor(number / 15)}`;
  const said = one(draw, [`D${draw(9)}`, `N${draw(4)}`]);
  return {
    ...{ source: one(draw, ['erp', 'erp', 'shop']), document, line: String(number), revision: 1 },
    ...{ side: 'sale', company: 'EU', partner: `P${draw(PARTNERS + 1)}`, product: `A${draw(PRODUCTS)}` },
    dates: draw(40) === 0 ? {} : { invoice: FIRST_DAY + draw(DAYS) },
    quantities: draw(30) === 0 ? {} : { invoiced: { digits: BigInt(sign * quantity), scale: draw(2) } },
    unit: one(draw, UNITS),
    netValue: { digits: BigInt(sign * draw(100_000)), scale: 2 },
    currency: draw(20) === 0 ? 'USD' : 'EUR',
    ...(draw(5) === 0 && { numbers: { delivery: said } }),
    attributes: draw(5) === 0 ? { delivery: said } : {},
    batch: 1,
  } as Line;
}

function takingBack(line: Line, original: Line): Line {
  const { partner, product, netValue, quantities, unit, currency } = original;
  return {
    ...line,
    ...{ partner, product, quantities, unit, currency },
    ...(netValue && { netValue: { ...netValue, digits: -netValue.digits } }),
    returnOf: { document: original.document, line: original.line },
    original: originalOf(original),
  };
}
