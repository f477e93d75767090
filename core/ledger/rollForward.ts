import { compareTexts } from '../text/compareTexts.ts';
import { joinKey } from '../text/key.ts';

/** An account of a company, whole or of one agreement. */
export type RolledAccount = {
  readonly company: string;
  readonly account: string;
  readonly role: string;
  readonly currency: string;
  readonly agreement?: string;
  readonly partner?: string;
};

/** Units: minor, debit plus. `kind` is the event, or the cause where one is named. */
export type Movement = RolledAccount & { readonly kind: string; readonly minor: bigint };
export type Standing = RolledAccount & { readonly minor: bigint };

/** What an account opened with, what moved it, and what it closed with. */
export type Rolled = RolledAccount & {
  readonly opening: bigint;
  readonly movements: ReadonlyMap<string, bigint>;
  readonly closing: bigint;
};

/**
 * Opening plus movements, account by account, in key order. `closings` are read apart: where they are
 * not the sum, something is broken, and it is a fault.
 */
export function rollForward(
  openings: readonly Standing[],
  movements: readonly Movement[],
  closings: readonly Standing[],
): Rolled[] {
  const accounts = new Map<string, RolledAccount>();
  for (const entry of [...openings, ...movements, ...closings]) accounts.set(keyOf(entry), accountOf(entry));
  const opened = sumsOf(openings);
  const closed = sumsOf(closings);
  const moved = Map.groupBy(movements, keyOf);
  return [...accounts]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, account]) => {
      const kinds = new Map<string, bigint>();
      for (const { kind, minor } of moved.get(key) ?? []) kinds.set(kind, (kinds.get(kind) ?? 0n) + minor);
      const opening = opened.get(key) ?? 0n;
      const closing = [...kinds.values()].reduce((sum, minor) => sum + minor, opening);
      if (closing !== (closed.get(key) ?? 0n))
        throw new Error(`Fault: ${account.account} does not roll forward`);
      return { ...account, opening, movements: kinds, closing };
    });
}

function keyOf({ company, account, role, currency, agreement = '', partner = '' }: RolledAccount): string {
  return joinKey(company, role, account, currency, agreement, partner);
}

function accountOf({ company, account, role, currency, agreement, partner }: RolledAccount): RolledAccount {
  const parties = {
    ...(agreement !== undefined && { agreement }),
    ...(partner !== undefined && { partner }),
  };
  return { company, account, role, currency, ...parties };
}

function sumsOf(standings: readonly Standing[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const entry of standings) sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0n) + entry.minor);
  return sums;
}
