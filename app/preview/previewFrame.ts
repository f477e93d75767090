import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { businessDay } from '../businessDay.ts';
import { inputsAt } from '../calculation/inputsAt.ts';
import { LineSnapshots } from '../calculation/lineSnapshots.ts';
import { isFirstToBook } from '../calculation/takenOverOf.ts';
import type { Inputs } from '../calculation/targetLayers.ts';
import type { BookedBalance, Ports, Run, StoredAgreement, TenantId, Tx } from '../ports.ts';

/** Everything that a preview is worked out from, read in one transaction that locks nothing. */
export type PreviewFrame = {
  readonly stored: StoredAgreement | undefined;
  readonly batch: number;
  readonly effective: LocalDate;
  /** Under the terms that stand. */
  readonly before: Inputs | undefined;
  /** Under those proposed. */
  readonly after: Inputs;
  /** Only as of now: what the last run saw, and what is booked. */
  readonly books?: { readonly lastRun: Inputs | undefined; readonly balances: readonly BookedBalance[] };
};

export type AsOfDays = {
  /** Facts up to this day; without it, and without `known`, as the next calculation would see them. */
  readonly effective?: LocalDate;
  /** As it was known at the end of this day. */
  readonly known?: LocalDate;
};

export function readFrame(
  ports: Ports,
  tenant: TenantId,
  agreement: Agreement,
  asOf: AsOfDays,
): Promise<PreviewFrame> {
  return ports.store.inTenant(tenant, async (tx) => {
    const today = await businessDay(tx, ports.clock);
    const isNow = asOf.effective === undefined && asOf.known === undefined;
    const books = isNow ? await readBooks(tx, agreement.id) : undefined;
    const batch = asOf.known === undefined ? await tx.batches.last() : await tx.batches.knownOn(asOf.known);
    const lastDay = books?.run?.effective ?? today;
    const effective = asOf.effective ?? (isNow ? Math.max(today, lastDay) : today);
    const stored = await tx.agreements.knownAt(agreement.id, batch);
    const source = { tenant, snapshots: new LineSnapshots(ports.keeper) };
    const at = { batch, effective };
    const after = await inputsAt(tx, source, agreement, at);
    const lastRun = books?.run && !isFirstToBook(after, books.run) ? books.run : undefined;
    return {
      stored,
      batch,
      effective,
      after,
      before: stored && (await inputsAt(tx, source, stored.agreement, at)),
      ...(books && {
        books: { balances: books.balances, lastRun: await lastInputs(tx, source, agreement.id, lastRun) },
      }),
    };
  });
}

type Books = { readonly run: Run | undefined; readonly balances: readonly BookedBalance[] };

/** The last run and what is booked, both of the same moment: a calculation may commit in between. */
async function readBooks(tx: Tx, code: string): Promise<Books> {
  if ((await tx.agreements.knownAt(code, await tx.batches.last())) === undefined) {
    return { run: undefined, balances: [] };
  }
  for (;;) {
    const run = await tx.runs.last(code);
    const balances = await tx.bookings.balancesUnlocked(code);
    if ((await tx.runs.last(code))?.number === run?.number) return { run, balances };
  }
}

async function lastInputs(
  tx: Tx,
  source: Parameters<typeof inputsAt>[1],
  code: string,
  run: Run | undefined,
): Promise<Inputs | undefined> {
  if (run === undefined) return undefined;
  const stored = await tx.agreements.knownAt(code, run.batch);
  if (stored === undefined) throw new Error(`Fault: agreement ${code} is not known at batch ${run.batch}`);
  return inputsAt(tx, source, stored.agreement, run);
}
