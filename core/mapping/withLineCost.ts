import { atScale, type Decimal } from '../number/decimal.ts';
import { bestOf, leftOut, type ReadColumn } from './candidate.ts';
import { magnitude } from './lineArithmetic.ts';

const OF_LINE = 74;
const ROWS_LEAST = 5;
/** Of so many units each would have to be sold for three times its cost. */
const QUANTITY_LEAST = 3n;
const MOST = 90;

/** A cost that would make a loss of nearly each line if it were a unit's is that of the whole line, and no field. */
export function withLineCost(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const provedValues = (fields: RegExp) =>
    columns.find((column) => fields.test(bestOf(column).field) && bestOf(column).why.includes('arithmetic'))
      ?.profile.values;
  const quantities = provedValues(/uantity$/);
  const amounts = provedValues(/^(?:net|gross)Value$/);
  if (quantities === undefined || amounts === undefined) return columns;
  return columns.map((column) =>
    bestOf(column).field === 'unitCost' && isOfLine(column.profile.values, quantities, amounts)
      ? leftOut(column, OF_LINE)
      : column,
  );
}

type Values = readonly (Decimal | undefined)[];

function isOfLine(costs: Values, quantities: Values, amounts: Values): boolean {
  let rows = 0;
  let losses = 0;
  let gains = 0;
  for (const [row, one] of costs.entries()) {
    const said = [one, quantities[row], amounts[row]].filter((value) => value !== undefined);
    if (said.length < 3) continue;
    const scale = Math.max(...said.map((value) => value.scale));
    const [cost = 0n, quantity = 0n, amount = 0n] = said.map((value) => magnitude(atScale(value, scale)));
    const unit = 10n ** BigInt(scale);
    if (cost === 0n || amount === 0n || quantity < QUANTITY_LEAST * unit) continue;
    rows += 1;
    if (cost * quantity > amount * unit) losses += 1;
    if (cost <= amount) gains += 1;
  }
  return rows >= ROWS_LEAST && losses * 100 >= rows * MOST && gains * 100 >= rows * MOST;
}
