import type { CountedQuantity, Measure, ValueBasis } from '../../core/agreement/agreement.ts';
import { FACT_SCALE_MAX, powerOfTen } from '../../core/number/decimal.ts';
import { PRODUCT_SCALE, QUANTITY_AT_PRICE } from '../../core/plan/measureLine.ts';
import { type CodeColumn, codesOf } from './codeColumn.ts';
import { type DecimalColumn, integerAt, scaleOf } from './decimalColumn.ts';
import { type Integers, SMALL_MAX } from './exactNumber.ts';
import type { LineColumns } from './lineColumns.ts';
import { sharedArray } from './sharedArray.ts';

/**
 * What each row adds to a plain sum: an integer of `scale` places in float64, or NaN where only core
 * can tell (a unit or currency to be converted, a value that is missing or too large).
 */
export type MeasureColumn = {
  readonly values: Integers;
  /** The places of the values. */
  readonly scale: number;
  /** The places of its cells: nine of what was received, eighteen of a product; and one unit of `values` at them. */
  readonly cellScale: number;
  readonly toCell: bigint;
  /** So many rows add up below 2^53, whichever they are. Shape: at least 1. */
  readonly exactRows: number;
  /** Whether any of the rows, however many, add up below 2^53. */
  readonly isExact: boolean;
};

/** A field of the lines, or a quantity at the price of its line, and the unit or currency that it is summed in. */
export type SummedField = {
  readonly field: 'netValue' | 'grossValue' | CountedQuantity | keyof typeof QUANTITY_AT_PRICE;
  readonly of: string;
};

/** The same, of quantities also in whatever unit each was received (undefined). */
export type ReceivedField = Pick<SummedField, 'field'> & { readonly of: string | undefined };

/** What a measure sums as it was received; undefined: it computes more. */
export function fieldOf(measure: Measure, currency: string): SummedField | undefined {
  switch (measure.of) {
    case 'quantity':
    case 'pallets':
    case 'bundles':
      return { field: measure.basis, of: measure.unit };
    case 'value':
      return VALUES[measure.basis] && { field: VALUES[measure.basis] as SummedField['field'], of: currency };
    default:
      return undefined;
  }
}

const VALUES: { readonly [basis in ValueBasis]?: SummedField['field'] } = {
  net: 'netValue',
  gross: 'grossValue',
  orderedAtPrice: 'orderedAtPrice',
  receivedAtPrice: 'receivedAtPrice',
  stockedAtPrice: 'stockedAtPrice',
};

/** Net values in the only currency there is are those of `net`, and share its memory. */
export function measureColumn(
  facts: LineColumns,
  { field, of }: ReceivedField,
  net: MeasureColumn,
): MeasureColumn {
  const { decimals, amounts, codes, count } = facts;
  const { currency } = codes;
  const isOnly = currency.codes === undefined && currency.values[0] === of;
  if (field === 'netValue' && isOnly && isEachThere(decimals.netValue)) return net;
  if (field === 'netValue' || field === 'grossValue') {
    return ofKind(decimals[field], codes.currency, of, count);
  }
  if (!(field in QUANTITY_AT_PRICE)) return ofKind(amounts[field as CountedQuantity], codes.unit, of, count);
  const units = amounts[QUANTITY_AT_PRICE[field as keyof typeof QUANTITY_AT_PRICE]];
  const [unitScale, priceScale] = [scaleOf(units), scaleOf(decimals.unitPrice)];
  const isIn = isOfKind(codes.currency, of, count);
  return columnOf(count, { scale: unitScale + priceScale, cellScale: PRODUCT_SCALE }, (row) => {
    const value = integerAt(units, row, unitScale) * integerAt(decimals.unitPrice, row, priceScale);
    return isIn(row) && Number.isSafeInteger(value) ? value : Number.NaN;
  });
}

/** The net value of every row, whatever its currency; zero where there is none, NaN where it does not fit. */
export function netColumn({ decimals: { netValue }, count }: LineColumns): MeasureColumn {
  const scale = scaleOf(netValue);
  return columnOf(count, { scale, cellScale: FACT_SCALE_MAX, whole: wholeOf(netValue) }, (row) => {
    const isThere = netValue.digits !== undefined && hasValue(netValue, row);
    return isThere ? integerAt(netValue, row, scale) : 0;
  });
}

function isEachThere({ digits, scales }: DecimalColumn): boolean {
  return digits !== undefined && !scales.values.includes(undefined);
}

/** The digits themselves, where every row has a small number of the same places. */
function wholeOf({ digits, scales }: DecimalColumn): Integers | undefined {
  const isAlike = scales.codes === undefined && scales.values[0] !== undefined;
  return isAlike && digits instanceof Int32Array ? digits : undefined;
}

function hasValue({ scales }: DecimalColumn, row: number): boolean {
  return scales.values[scales.codes === undefined ? 0 : (scales.codes[row] as number)] !== undefined;
}

function ofKind(
  decimals: DecimalColumn,
  kinds: CodeColumn<string>,
  kind: string | undefined,
  count: number,
): MeasureColumn {
  const scale = scaleOf(decimals);
  const isIn = isOfKind(kinds, kind, count);
  const isOnly = kind === undefined || (kinds.codes === undefined && kinds.values[0] === kind);
  const whole = isOnly ? wholeOf(decimals) : undefined;
  return columnOf(count, { scale, cellScale: FACT_SCALE_MAX, whole }, (row) =>
    isIn(row) ? integerAt(decimals, row, scale) : Number.NaN,
  );
}

function isOfKind(
  kinds: CodeColumn<string>,
  kind: string | undefined,
  count: number,
): (row: number) => boolean {
  if (kind === undefined) return () => true;
  const wanted = kinds.values.indexOf(kind);
  const kindOf = codesOf(kinds, count);
  return (row) => kindOf[row] === wanted;
}

function columnOf(
  count: number,
  {
    scale,
    cellScale,
    whole,
  }: { readonly scale: number; readonly cellScale: number; readonly whole?: Integers | undefined },
  integerOf: (row: number) => number,
): MeasureColumn {
  let [most, all, isEachThere] = [1, 0, true];
  for (let row = 0; row < count; row += 1) {
    const size = Math.abs(integerOf(row));
    if (Number.isNaN(size)) {
      isEachThere = false;
      continue;
    }
    all += size;
    if (size > most) most = size;
  }
  const kind = isEachThere && most <= SMALL_MAX ? Int32Array : Float64Array;
  const values = whole ?? sharedArray<Integers>(kind, count);
  for (let row = 0; whole === undefined && row < count; row += 1) values[row] = integerOf(row);
  const exactRows = Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / most));
  const isExact = all <= Number.MAX_SAFE_INTEGER;
  return { values, scale, cellScale, toCell: powerOfTen(cellScale - scale), exactRows, isExact };
}
