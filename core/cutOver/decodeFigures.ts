import { type Decimal, parseDecimal } from '../number/decimal.ts';
import type { Refusal } from '../refusal/refusals.ts';
import type { CutOverRow } from './cutOverFields.ts';
import { type CutOverGround, type CutOverPlace, CutOverReader } from './cutOverPlace.ts';
import type { Decoded } from './decodeOpenings.ts';
import { withoutRepeated } from './withoutRepeated.ts';

/** What the old system came to on one account; volume, rate and lines as far as it says them. */
export type OldFigure = CutOverPlace & {
  readonly row: number;
  readonly minor: bigint;
  /** Of the payout measure. */
  readonly volume?: Decimal;
  /** Percent points, or money for one unit: what it multiplied the volume with. */
  readonly rate?: Decimal;
  readonly lines?: Decimal;
};

/**
 * The figures of the old system, row by row, held against the agreements like balances.
 * Refuses, per row: those of decodeOpenings.
 */
export function decodeFigures(rows: readonly CutOverRow[], ground: CutOverGround): Decoded<OldFigure> {
  const refusals: Refusal[] = [];
  const entries = rows.flatMap((row): OldFigure[] => {
    const reader = new CutOverReader(row);
    const place = reader.place(ground);
    const minor = reader.minor('amount', place.currency);
    const [volume, rate, lines] = (['volume', 'rate', 'lines'] as const).map((field) =>
      optional(reader, field),
    );
    refusals.push(...reader.refusals);
    if (reader.refusals.length > 0) return [];
    return [
      {
        ...place,
        row: row.row,
        minor,
        ...(volume && { volume }),
        ...(rate && { rate }),
        ...(lines && { lines }),
      },
    ];
  });
  const single = withoutRepeated(entries);
  return { entries: single.entries, refusals: [...refusals, ...single.refusals] };
}

function optional(reader: CutOverReader, field: string): Decimal | undefined {
  const text = reader.text(field);
  if (text === '') return undefined;
  const value = parseDecimal(text);
  if (value === undefined) reader.refuse('cut-over-field-invalid', field, { field, value: text });
  return value;
}
