import type { Pay, Payout, Rate, Supplement, Term, Tier, Tiers } from './agreement.ts';
import type { agreementFormat } from './agreementFormat.ts';

export type FileAgreement = NonNullable<ReturnType<typeof agreementFormat.decode>>;
export type FileTerm = FileAgreement['terms'][number];
export type FileTiers = FileTerm['tiers'];
export type FileRow = FileTiers['rows'][number];

/** The id of what is paid on where a term has one payout. */
export const ONLY_PAYOUT = 'payout';

/** A term as the file has it, with payouts and rates in their one form. Shape: each row names one pay. */
export function normaliseTerm(file: FileTerm): Term {
  const { payout, tiers, supplements, ...same } = file;
  const payouts = payoutsOf(payout);
  const only = payouts[0]?.id ?? ONLY_PAYOUT;
  return {
    ...same,
    payouts,
    tiers: normaliseTiers(tiers, only),
    supplements:
      supplements === 'none'
        ? 'none'
        : supplements.map((entry): Supplement => ({ ...entry, tiers: normaliseTiers(entry.tiers, only) })),
  };
}

export function payoutsOf(payout: FileTerm['payout']): readonly Payout[] {
  return payout.of === 'parts' ? payout.parts : [{ id: ONLY_PAYOUT, measure: payout }];
}

function normaliseTiers(tiers: FileTiers, only: string): Tiers {
  return { ...tiers, rows: tiers.rows.map((row) => normaliseRow(row, only)) };
}

function normaliseRow(row: FileRow, only: string): Tier {
  const { from, measureCap, words } = row;
  return {
    from,
    rates: ratesOf(row, only),
    ...(measureCap !== undefined && { measureCap }),
    ...(words !== undefined && { words }),
  };
}

function ratesOf(row: FileRow, only: string): Rate[] {
  if (row.parts !== undefined) {
    return row.parts.flatMap((part) => PAID.flatMap((pays) => rateOf(part.part, pays, part[pays])));
  }
  if (row.free !== undefined) {
    const { give, per, unitValue } = row.free;
    return [{ payout: only, pays: 'free', rate: unitValue, free: { give, per } }];
  }
  return PAID.flatMap((pays) => rateOf(only, pays, row[pays]));
}

const PAID = ['percent', 'perUnit', 'amount'] as const satisfies readonly Pay[];

function rateOf(payout: string, pays: Rate['pays'], rate: Rate['rate'] | undefined): Rate[] {
  return rate === undefined ? [] : [{ payout, pays, rate }];
}
