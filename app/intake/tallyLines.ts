import { type Line, QUANTITY_KINDS } from '../../core/fact/line.ts';
import { addDecimals } from '../../core/number/addDecimals.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { Tally } from '../ports.ts';

/** The control totals of lines: of each its net value, and the first quantity that it carries. */
export function tallyLines(lines: readonly Line[]): Tally {
  const quantities = lines.flatMap(({ quantities: own }) => {
    const kind = QUANTITY_KINDS.find((candidate) => own[candidate] !== undefined);
    return (kind && own[kind]) ?? [];
  });
  return {
    rows: lines.length,
    quantity: formatDecimal(addDecimals(quantities)),
    netValue: formatDecimal(addDecimals(lines.flatMap(({ netValue }) => netValue ?? []))),
  };
}
