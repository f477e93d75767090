import type { Refusal } from '../refusal/refusals.ts';
import { BALANCES, type Balance, type CutOverRow } from './cutOverFields.ts';
import { type CutOverGround, type CutOverPlace, CutOverReader } from './cutOverPlace.ts';
import { withoutRepeated } from './withoutRepeated.ts';

/** The balances of one account at the cut-over, in minor units of its currency. Kinds never mix. */
export type OpeningBalance = CutOverPlace & {
  readonly row: number;
  readonly balances: Readonly<Record<Balance, bigint>>;
};

export type Decoded<T> = { readonly entries: readonly T[]; readonly refusals: readonly Refusal[] };

/**
 * The balances of a file, each row held against its agreement: every balance is given, if only as
 * "0", the window is one that the term has, the currency is that of the agreement.
 * Refuses, per row: cut-over-field-missing, cut-over-field-invalid, cut-over-agreement-unknown,
 * cut-over-term-unknown, cut-over-partner-unknown, cut-over-window-unknown,
 * cut-over-currency-differs, cut-over-row-repeated.
 */
export function decodeOpenings(rows: readonly CutOverRow[], ground: CutOverGround): Decoded<OpeningBalance> {
  const refusals: Refusal[] = [];
  const entries = rows.flatMap((row): OpeningBalance[] => {
    const reader = new CutOverReader(row);
    const place = reader.place(ground);
    const balances = Object.fromEntries(BALANCES.map((name) => [name, reader.minor(name, place.currency)]));
    refusals.push(...reader.refusals);
    if (reader.refusals.length > 0) return [];
    return [{ ...place, row: row.row, balances: balances as Record<Balance, bigint> }];
  });
  const single = withoutRepeated(entries);
  return { entries: single.entries, refusals: [...refusals, ...single.refusals] };
}
