/** What an account holds: debit less credit. Units: minor. */
export type Held = { readonly account: string; readonly currency: string; readonly minor: bigint };

export type Moved = {
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** One account of the books over a period, beside the sub-ledger and, where it was given, the general ledger. */
export type TieRow = {
  readonly account: string;
  readonly currency: string;
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  /** As the books have it at the end, read on its own. */
  readonly closing: bigint;
  /** The same added up by agreement, partner and window. */
  readonly subledger: bigint;
  /** As the general ledger has it; undefined where nobody said. */
  readonly general: bigint | undefined;
  /** What is wrong; empty where everything ties. */
  readonly differences: readonly TieDifference[];
};

/** Each is an amount that should be zero. */
export type TieDifference = {
  readonly between: 'movements' | 'subledger' | 'generalLedger';
  readonly minor: bigint;
};

export type Books = {
  readonly opening: readonly Held[];
  readonly moved: readonly Moved[];
  readonly closing: readonly Held[];
  readonly subledger: readonly Held[];
  /** All accounts of the company that the general ledger has; one that it lacks holds nothing there. */
  readonly general: readonly Held[] | undefined;
};

/**
 * Every account of a company that moved or holds something, by account and currency: opening and movements
 * have to make the closing, the sub-ledger has to add up to it, and the general ledger has to say the same.
 */
export function tieOut({ opening, moved, closing, subledger, general }: Books): readonly TieRow[] {
  const debits = moved.map(({ debitAccount: account, currency, minor }) => ({ account, currency, minor }));
  const credits = moved.map(({ creditAccount: account, currency, minor }) => ({ account, currency, minor }));
  const sums = [opening, debits, credits, closing, subledger, general ?? []].map(sumsOf);
  const keys = new Set(sums.flatMap((sum) => [...sum.keys()]));
  return [...keys].sort().map((key) => {
    const [first, debit, credit, last, sub, outside] = sums.map((sum) => sum.get(key) ?? 0n) as Six;
    const [account, currency] = JSON.parse(key) as [string, string];
    const differences: readonly TieDifference[] = [
      { between: 'movements', minor: first + debit - credit - last },
      { between: 'subledger', minor: sub - last },
      { between: 'generalLedger', minor: general === undefined ? 0n : outside - last },
    ];
    return {
      ...{ account, currency, opening: first, debit, credit, closing: last, subledger: sub },
      general: general === undefined ? undefined : outside,
      differences: differences.filter(({ minor }) => minor !== 0n),
    };
  });
}

type Six = [bigint, bigint, bigint, bigint, bigint, bigint];

function sumsOf(list: readonly Held[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { account, currency, minor } of list) {
    const key = JSON.stringify([account, currency]);
    sums.set(key, (sums.get(key) ?? 0n) + minor);
  }
  return sums;
}
