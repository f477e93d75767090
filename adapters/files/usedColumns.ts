import type { FieldKind } from '../../core/fact/fieldKind.ts';
import type { OpenColumns } from './columnReadings.ts';
import type { Cell, Value } from './valueFormat.ts';

/** The columns of a table that fields take numbers or days from; `lookup` names a table looked into. */
export function usedColumns(
  values: Readonly<Record<string, Value>>,
  kindOf: (field: string) => FieldKind,
  lookup?: string,
): OpenColumns {
  const used = { number: new Set<string>(), date: new Set<string>() };
  const take = (cell: Cell, kind: FieldKind) => {
    const isHere = 'lookup' in cell ? cell.lookup === lookup : lookup === undefined;
    if (isHere && kind !== 'text') used[kind].add(cell.column);
  };
  const visit = (value: Value, kind: FieldKind): void => {
    if ('when' in value) {
      for (const { give } of value.when) visit(give, kind);
      visit(value.otherwise, kind);
    } else if ('product' in value) {
      for (const factor of value.product) {
        if ('oneMinus' in factor) take(factor.oneMinus, 'number');
        else if ('column' in factor) take(factor, 'number');
      }
    } else if ('column' in value) take(value, kind);
  };
  for (const [field, value] of Object.entries(values)) visit(value, kindOf(field));
  return used;
}
