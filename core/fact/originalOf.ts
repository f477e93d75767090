import type { Line, LineMarks, OriginalLine } from './line.ts';

/** What a return reads of the line that it takes back. */
export function originalOf(line: Line): OriginalLine {
  const { document, line: number, dates, attributes, batch, knownOn } = line;
  return {
    document,
    line: number,
    dates,
    ...marksOf(line),
    attributes,
    batch,
    ...(knownOn !== undefined && { knownOn }),
  };
}

function marksOf({ numbers, kind, endCustomer, taxCode, taxRate }: LineMarks): LineMarks {
  return {
    ...(numbers && { numbers }),
    ...(kind && { kind }),
    ...(endCustomer !== undefined && { endCustomer }),
    ...(taxCode !== undefined && { taxCode }),
    ...(taxRate && { taxRate }),
  };
}
