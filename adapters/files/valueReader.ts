import type { FieldKind } from '../../core/fact/fieldKind.ts';
import {
  type Decimal,
  formatDecimal,
  parseDecimal,
  powerOfTen,
  trimDecimal,
} from '../../core/number/decimal.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import { type CellForm, cellReader } from './cellText.ts';
import { keyText, type LookupTables } from './lookupTable.ts';
import type { Lookups } from './sourceDescription.ts';
import type { TableRow } from './tableFile.ts';
import type { Case, Cell, Factor, Part, PlainValue, Value } from './valueFormat.ts';

/** Gives the text of one field of one row; what is wrong with it is added to `refusals`. */
export type ReadValue = (row: TableRow, refusals: Refusal[]) => string;

/** What values are read from: the main file's columns and the files looked into. */
export type ValueContext = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly form: CellForm;
  readonly lookups: Lookups;
  readonly tables: LookupTables;
};

/**
 * Prepares the reading of fields, so that each row is only indexed into.
 * Refuses: file-column-missing, for every column that a file does not have.
 */
export function valueReaders(
  values: Readonly<Record<string, Value>>,
  context: ValueContext,
  kindOf: (field: string) => FieldKind,
): Result<ReadonlyMap<string, ReadValue>> {
  const builder = new Builder(context);
  const readers = new Map<string, ReadValue>();
  for (const [field, value] of Object.entries(values)) {
    readers.set(field, builder.value(value, { field, kind: kindOf(field) }));
  }
  return builder.refusals.length === 0 ? accept(readers) : refused(...builder.refusals);
}

/** The field that a value is for, and what kind of text it holds. */
type Wanted = { readonly field: string; readonly kind: FieldKind };

class Builder {
  readonly refusals: Refusal[] = [];
  private readonly context: ValueContext;

  constructor(context: ValueContext) {
    this.context = context;
  }

  value(value: Value, field: Wanted): ReadValue {
    if ('when' in value) return this.when(value.when, value.otherwise, field);
    return this.plain(value, field);
  }

  private plain(value: PlainValue, field: Wanted): ReadValue {
    if ('constant' in value) return () => value.constant;
    if ('nothing' in value) return () => '';
    if ('product' in value) return this.product(value.product, field);
    if ('joined' in value) return this.joined(value.joined, field);
    return this.cell(value, field);
  }

  /** The first case that holds decides; what other cases would say is not read. */
  private when(cases: readonly Case[], otherwise: PlainValue, field: Wanted): ReadValue {
    const prepared = cases.map((one) => ({
      holds: testOf(one),
      read: this.cell(one.if, { ...field, kind: 'text' }),
      say: this.plain(one.give, field),
    }));
    const rest = this.plain(otherwise, field);
    return (row, refusals) => {
      const found = prepared.find(({ holds, read }) => holds(read(row, refusals)));
      return (found?.say ?? rest)(row, refusals);
    };
  }

  private cell(cell: Cell, field: Wanted): ReadValue {
    if ('lookup' in cell) return this.lookedUp(cell.lookup, cell.column, field);
    const { file, columns, form } = this.context;
    const index = this.indexOf(cell.column, columns, file, field.field);
    return cellReader(index, { column: cell.column, ...field }, form);
  }

  /** No key, nothing to look up: the field is empty. A key that is not found is refused. */
  private lookedUp(name: string, column: string, wanted: Wanted): ReadValue {
    const table = this.context.tables.get(name);
    const by = this.context.lookups[name]?.by;
    if (table === undefined || by === undefined) throw new Error(`Fault: lookup ${name} is not loaded`);
    const { field } = wanted;
    const index = this.indexOf(column, table.columns, table.file, field);
    const read = cellReader(index, { column, ...wanted }, table.form);
    const parts = by.map((part) => this.cell(part, { field, kind: 'text' }));
    return (row, refusals) => {
      const key = parts.map((part) => part(row, refusals));
      if (key.includes('')) return '';
      const found = table.rows.get(joinKey(...key));
      if (found !== undefined) return read(found, refusals);
      const facts = { field, file: table.file, key: keyText(joinKey(...key)) };
      refusals.push(refuse('line-lookup-missing', field, facts));
      return '';
    };
  }

  /** Without one of its parts a text is none. */
  private joined(parts: readonly Part[], field: Wanted): ReadValue {
    const readers = parts.map((part) => this.value(part, { ...field, kind: 'text' }));
    return (row, refusals) => {
      const found = readers.map((read) => read(row, refusals));
      return found.includes('') ? '' : found.join('');
    };
  }

  /** Exact; without one of the factors there is no product, and the field is empty. */
  private product(factors: readonly Factor[], { field }: Wanted): ReadValue {
    const readers = factors.map((factor) => {
      const isRest = 'oneMinus' in factor;
      return { isRest, read: this.value(isRest ? factor.oneMinus : factor, { field, kind: 'number' }) };
    });
    return (row, refusals) => {
      let product: Decimal = { digits: 1n, scale: 0 };
      for (const { isRest, read } of readers) {
        const text = read(row, refusals);
        if (text === '') return '';
        const value = parseDecimal(text);
        if (value === undefined) {
          refusals.push(refuse('line-decimal-invalid', field, { field, value: text }));
          return '';
        }
        product = times(product, isRest ? oneMinus(value) : value);
      }
      return formatDecimal(trimDecimal(product));
    };
  }

  private indexOf(column: string, columns: readonly string[], file: string, field: string): number {
    const index = columns.indexOf(column);
    if (index < 0) {
      const facts = { file, column, field, columns: columns.join(', ') };
      this.refusals.push(refuse('file-column-missing', field, facts));
    }
    return index;
  }
}

function testOf(one: Case): (text: string) => boolean {
  if ('isEmpty' in one) return (text) => text === '';
  if ('isOneOf' in one) {
    const texts = new Set(one.isOneOf);
    return (text) => texts.has(text);
  }
  return (text) => one.startsWith.some((start) => text.startsWith(start));
}

function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

function oneMinus(value: Decimal): Decimal {
  return { digits: powerOfTen(value.scale) - value.digits, scale: value.scale };
}
