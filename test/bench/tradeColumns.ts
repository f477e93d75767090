import { originalOf } from '../../core/fact/originalOf.ts';
import type { CodeColumn, Codes } from '../../engine/columnar/codeColumn.ts';
import type { DecimalColumn } from '../../engine/columnar/decimalColumn.ts';
import { columnsOf, type LineColumns, lineAt } from '../../engine/columnar/lineColumns.ts';
import { sharedArray } from '../../engine/columnar/sharedArray.ts';
import { seededRandom } from '../crash/seededRandom.ts';
import { drawSale, KEPT, partnerCode, productCode, TRADE, tradeDay, tradeLines } from './engineTrade.ts';

/** What is drawn of each line; of a return the number of the line that it takes back. */
type Drawn = {
  readonly partner: Uint16Array;
  readonly product: Uint16Array;
  readonly quantity: Int8Array;
  readonly price: Int32Array;
  readonly net: Int32Array;
  readonly takesBack: ReadonlyMap<number, number>;
};

/** The columns of `tradeLines`, without an object for any line: ten million of them fit into a gigabyte. */
export function tradeColumns(seed: number, count: number): LineColumns {
  const { facts: shape } = columnsOf(tradeLines(seed, 1), false);
  const drawn = draw(seed, count);
  const order = byPartner(drawn.partner);
  const codes = <T>(
    kind: new (buffer: SharedArrayBuffer) => Codes,
    values: readonly T[],
    of: (number: number) => number,
  ) => codeColumn(kind as never, values, order, of);
  const texts = (length: number, of: (at: number) => string) => Array.from({ length }, (_, at) => of(at));
  const days = texts(TRADE.days, String).map((_, at) => tradeDay(at, TRADE.days));
  const dayOf = (number: number) => tradeDay(number, count) - tradeDay(0, count);
  const column = (values: Int8Array | Int32Array, scale: number): DecimalColumn => {
    const digits = sharedArray(Int32Array, count);
    for (let row = 0; row < count; row += 1) digits[row] = values[order[row] as number] as number;
    return { digits, wide: new Map(), scales: { values: [scale], codes: undefined } };
  };
  const facts = {
    ...shape,
    count,
    codes: {
      ...shape.codes,
      document: codes(
        Uint32Array,
        texts(Math.ceil(count / 4), (at) => `D${at}`),
        (number) => Math.floor(number / 4),
      ),
      line: codes(Uint8Array, ['1', '2', '3', '4'], (number) => number % 4),
      partner: codes(
        Uint16Array,
        texts(TRADE.partners, partnerCode),
        (number) => drawn.partner[number] as number,
      ),
      product: codes(
        Uint16Array,
        texts(TRADE.products, productCode),
        (number) => drawn.product[number] as number,
      ),
    },
    days: { ...shape.days, invoice: codes(Uint16Array, days, dayOf) },
    amounts: { ...shape.amounts, invoiced: column(drawn.quantity, 0) },
    decimals: {
      ...shape.decimals,
      unitPrice: column(drawn.price, 4),
      netValue: column(drawn.net, 2),
    },
  } satisfies LineColumns;
  return { ...facts, rare: { ...shape.rare, ...takenBack(facts, drawn, order) } };
}

function draw(seed: number, count: number): Drawn {
  const random = seededRandom(seed + 1);
  const drawn = {
    partner: new Uint16Array(count),
    product: new Uint16Array(count),
    quantity: new Int8Array(count),
    price: new Int32Array(count),
    net: new Int32Array(count),
    takesBack: new Map<number, number>(),
  };
  const sold = new Int32Array(KEPT).fill(-1);
  for (let number = 0; number < count; number += 1) {
    const original = random(50) === 0 ? (sold[random(KEPT)] as number) : -1;
    if (original < 0) {
      const sale = drawSale(random);
      sold[number % KEPT] = number;
      for (const name of ['partner', 'product', 'quantity', 'price', 'net'] as const)
        drawn[name][number] = sale[name];
    } else {
      drawn.takesBack.set(number, original);
      for (const name of ['partner', 'product', 'price'] as const)
        drawn[name][number] = drawn[name][original] as number;
      for (const name of ['quantity', 'net'] as const)
        drawn[name][number] = -(drawn[name][original] as number);
    }
  }
  return drawn;
}

/** The numbers of the lines by partner, then as they came: by day. */
function byPartner(partners: Uint16Array): Uint32Array {
  const next = new Uint32Array(TRADE.partners + 1);
  for (const partner of partners) next[partner + 1] = (next[partner + 1] as number) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] as number) + (next[at - 1] as number);
  const order = new Uint32Array(partners.length);
  for (let number = 0; number < partners.length; number += 1) {
    const partner = partners[number] as number;
    order[next[partner] as number] = number;
    next[partner] = (next[partner] as number) + 1;
  }
  return order;
}

function codeColumn<T>(
  kind: typeof Uint8Array | typeof Uint16Array | typeof Uint32Array,
  values: readonly T[],
  order: Uint32Array,
  of: (number: number) => number,
): CodeColumn<T> {
  const codes: Codes = sharedArray<Codes>(kind, order.length);
  for (let row = 0; row < order.length; row += 1) codes[row] = of(order[row] as number);
  return { values, codes };
}

/** The line that each return takes back, by the row of the return. */
function takenBack(facts: LineColumns, { takesBack }: Drawn, order: Uint32Array) {
  const returnOf: [number, { readonly document: string; readonly line: string }][] = [];
  const original: [number, ReturnType<typeof originalOf>][] = [];
  const rows = new Uint32Array(order.length);
  for (let row = 0; row < order.length; row += 1) rows[order[row] as number] = row;
  for (const [number, other] of takesBack) {
    const sale = lineAt(facts, rows[other] as number);
    returnOf.push([rows[number] as number, { document: sale.document, line: sale.line }]);
    original.push([rows[number] as number, originalOf(sale)]);
  }
  const inOrder = <T>(entries: [number, T][]) => new Map(entries.sort(([a], [b]) => a - b));
  return { returnOf: inOrder(returnOf), original: inOrder(original) };
}
