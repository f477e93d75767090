import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import { type LineMarks, NUMBER_KINDS, type NumberKind } from './line.ts';

/** The names by which conditions read a line's own fields, beside its free attributes. */
const NUMBERS: ReadonlyMap<string, NumberKind> = new Map(NUMBER_KINDS.map((kind) => [`${kind}Number`, kind]));

/** The text of a field that a line carries, by its name; undefined where it has none of that name. */
export function lineMark(marks: LineMarks, name: string): string | undefined {
  switch (name) {
    case 'kind':
      return marks.kind;
    case 'endCustomer':
      return marks.endCustomer;
    case 'taxCode':
      return marks.taxCode;
    case 'taxRate':
      return marks.taxRate && formatDecimal(trimDecimal(marks.taxRate));
    default: {
      const number = marks.numbers && NUMBERS.get(name);
      return number && marks.numbers?.[number];
    }
  }
}

/** What is given of the marks of a line; one that is not given is absent. */
export function marksOf({
  numbers,
  kind,
  endCustomer,
  taxCode,
  taxRate,
}: {
  readonly [Mark in keyof LineMarks]?: LineMarks[Mark] | undefined;
}): LineMarks {
  return {
    ...(numbers && { numbers }),
    ...(kind && { kind }),
    ...(endCustomer !== undefined && { endCustomer }),
    ...(taxCode !== undefined && { taxCode }),
    ...(taxRate && { taxRate }),
  };
}
