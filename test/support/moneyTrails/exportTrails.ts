import type { Body } from './amounts.ts';
import type { MoneyTrails } from './moneyTrails.ts';

type Row = Readonly<Record<string, string>>;

/** Exports, with the way on from the amounts of one of their rows. */
export const EXPORT_TRAILS: Readonly<Record<string, (trails: MoneyTrails, row: Row) => Promise<void>>> = {
  'exports/ledger': async (trails, { company, partner, number }) => {
    const all = await trails.transfers(`company=${company}&partner=${partner}`);
    const { origin } = all.find((transfer: Body) => String(transfer.number) === number);
    await trails.origin(
      origin,
      all.filter((transfer: Body) => transfer.origin.id === origin.id),
    );
  },
  'exports/accruals': async (trails, { agreement, term, partner, windowFirst }) => {
    await trails.toTerms({ agreement, term, partner, firstDay: windowFirst });
  },
  'exports/lines': (trails, row) => trails.toLine(row),
};

/** A table of texts as rows by the names of its columns. */
export function rowsOf([header = [], ...rows]: readonly (readonly string[])[]): readonly Row[] {
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}
