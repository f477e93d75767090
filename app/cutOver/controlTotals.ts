import { BALANCES } from '../../core/cutOver/cutOverFields.ts';
import { addMoney, moneyText } from '../../core/money/money.ts';
import {
  atScale,
  type Decimal,
  FACT_SCALE_MAX,
  formatDecimal,
  trimDecimal,
} from '../../core/number/decimal.ts';
import type { LoadContent } from '../ports/cutOverStore.ts';

/** One column of a file added up; never across currencies or units. Units: `sum` as the file has it. */
export type ControlTotal = { readonly column: string; readonly of: string; readonly sum: string };

/** The sums that whoever loads a file holds against the books that it comes from. */
export function controlTotals(content: LoadContent): ControlTotal[] {
  switch (content.kind) {
    case 'openings':
      return BALANCES.flatMap((column) =>
        moneyTotals(
          column,
          content.entries.map(({ currency, balances }) => ({ currency, minor: balances[column] })),
        ),
      );
    case 'figures':
      return moneyTotals('amount', content.entries);
    case 'history':
      return [
        ...decimalTotals(
          'quantity',
          content.entries.map(({ line }) => [line.unit, line.quantities.invoiced]),
        ),
        ...decimalTotals(
          'netValue',
          content.entries.map(({ line }) => [line.currency, line.netValue]),
        ),
      ];
  }
}

function moneyTotals(
  column: string,
  amounts: readonly { readonly currency: string; readonly minor: bigint }[],
): ControlTotal[] {
  return inGroups(amounts, ({ currency }) => currency).map(([of, group]) => {
    const sum = group.reduce((total, entry) => addMoney(total, { ...entry, currency: of }), {
      minor: 0n,
      currency: of,
    });
    return { column, of, sum: moneyText(sum) };
  });
}

function decimalTotals(
  column: string,
  values: readonly (readonly [string, Decimal | undefined])[],
): ControlTotal[] {
  return inGroups(values, ([of]) => of).map(([of, group]) => {
    const digits = group.reduce((sum, [, value]) => sum + (value ? atScale(value, FACT_SCALE_MAX) : 0n), 0n);
    return { column, of, sum: formatDecimal(trimDecimal({ digits, scale: FACT_SCALE_MAX })) };
  });
}

function inGroups<T>(entries: readonly T[], keyOf: (entry: T) => string): [string, T[]][] {
  return [...Map.groupBy(entries, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}
