import type { ValueBasis } from '../agreement/agreement.ts';
import type { Line, QuantityKind } from '../fact/line.ts';
import { atScale, type Decimal, FACT_SCALE_MAX } from '../number/decimal.ts';
import type { Block } from './matchLine.ts';
import type { Slot } from './plan.ts';

export type Blocked = { readonly block: Block; readonly facts: Readonly<Record<string, string>> };
export type Measured = { readonly amount: bigint } | Blocked;

const QUANTITY_AT_PRICE: Record<Exclude<ValueBasis, 'net' | 'gross'>, QuantityKind> = {
  orderedAtPrice: 'ordered',
  receivedAtPrice: 'received',
  stockedAtPrice: 'stocked',
};

/**
 * What one line adds to a sum, as an integer at the slot's scale.
 * Blocked where the unit or the currency has no path to the agreement's, or the field is missing:
 * a line that should count is never taken as zero.
 */
export function measureLine(slot: Slot, line: Line, currency: string): Measured {
  const { measure } = slot;
  if (measure.of === 'quantity') {
    if (line.unit !== measure.unit)
      return { block: 'noUnitPath', facts: { from: line.unit, to: measure.unit } };
    return exact(line.quantities[measure.basis], `quantity.${measure.basis}`);
  }
  if (line.currency !== currency)
    return { block: 'noExchangeRate', facts: { from: line.currency, to: currency } };
  if (measure.basis === 'net') return exact(line.netValue, 'netValue');
  if (measure.basis === 'gross') return exact(line.grossValue, 'grossValue');
  return atPrice(line, QUANTITY_AT_PRICE[measure.basis]);
}

function exact(value: Decimal | undefined, field: string): Measured {
  return value === undefined
    ? { block: 'measureMissing', facts: { field } }
    : { amount: atScale(value, FACT_SCALE_MAX) };
}

function atPrice(line: Line, kind: QuantityKind): Measured {
  const quantity = line.quantities[kind];
  if (quantity === undefined) return { block: 'measureMissing', facts: { field: `quantity.${kind}` } };
  if (line.unitPrice === undefined) return { block: 'measureMissing', facts: { field: 'unitPrice' } };
  return { amount: atScale(quantity, FACT_SCALE_MAX) * atScale(line.unitPrice, FACT_SCALE_MAX) };
}
