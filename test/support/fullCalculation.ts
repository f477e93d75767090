import { Abandoned, outcomeOf } from '../../app/abandoned.ts';
import { type CalculatedAgreement, calculateIn } from '../../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../../app/calculation/lineSnapshots.ts';
import type { EarningRow, Ports, TenantId, Tx } from '../../app/ports.ts';

/** What each account shows, without the run that it is of. */
export type Shown = readonly Omit<EarningRow, 'run'>[];

/** What a calculation of every agreement would change, due or not; nothing of it is kept. */
export type FullCalculation = {
  readonly before: Shown;
  readonly after: Shown;
  readonly bookings: number;
};

/** Calculates every agreement anew in a transaction that is given up. */
export function fullCalculation(ports: Ports, tenant: TenantId): Promise<FullCalculation> {
  const work = ports.store.inTenant<FullCalculation>(tenant, async (tx) => {
    const before = await shown(tx);
    const done: CalculatedAgreement[] = [];
    const snapshots = new LineSnapshots();
    for (const { code } of await tx.agreements.allKnownAt(await tx.batches.last())) {
      await tx.runs.lock(code);
      done.push(await calculateIn(ports, tx, { tenant, code, snapshots }));
    }
    const bookings = done.reduce((sum, entry) => sum + entry.bookings.length, 0);
    throw new Abandoned<FullCalculation>({ before, after: await shown(tx), bookings });
  });
  return outcomeOf(work);
}

async function shown(tx: Tx): Promise<Shown> {
  const { rows } = await tx.earnings.list({ limit: 10_000 });
  return rows.map(({ run: _, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
}
