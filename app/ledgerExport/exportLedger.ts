import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { BookedTransfer } from '../../core/ledgerExport/bookedTransfer.ts';
import { versionOn } from '../../core/master/master.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { LedgerFilter, PostedTransfer } from '../ports/ledgerStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** Which part of the books; days are days in the books, both belong to it. */
export type LedgerPart = {
  readonly company?: string;
  readonly first?: LocalDate;
  readonly last?: LocalDate;
};

const PAGE = 2000;

/** Whether there is such a part. Refuses: company-not-found. */
export function checkPart(
  ports: Ports,
  tenant: TenantId,
  { company }: LedgerPart,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const isKnown = company === undefined || (await tx.company.all()).some(({ code }) => code === company);
    return isKnown ? accept(undefined) : refused(refuse('company-not-found', 'company', { company }));
  });
}

/**
 * Gives every transfer of a part of the books to `write`, in the order of company and number, with the
 * names of partners, inside one transaction that reads and without holding more than a page.
 */
export function exportLedger<T>(
  ports: Ports,
  tenant: TenantId,
  part: LedgerPart,
  write: (pages: AsyncIterable<readonly BookedTransfer[]>) => Promise<T>,
): Promise<T> {
  return ports.store.inTenant(tenant, (tx) => write(transferPages(tx, part)));
}

/** The transfers of a part of the books, page by page. */
export async function* transferPages(
  tx: Tx,
  { company, first, last }: LedgerPart,
): AsyncGenerator<readonly BookedTransfer[]> {
  const batch = await tx.batches.last();
  const { partners } = await tx.master.knownAt(batch);
  const filter: LedgerFilter = {
    batch,
    ...(company !== undefined && { company }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { until: last + 1 }),
  };
  let after: { readonly company: string; readonly number: bigint } | undefined;
  for (;;) {
    const page = await tx.ledger.transfers(filter, { limit: PAGE, ...(after && { after }) });
    if (page.length > 0) yield page.map((transfer) => withName(transfer, partners));
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    after = { company: end.company, number: end.number };
  }
}

type Names = Awaited<ReturnType<Tx['master']['knownAt']>>['partners'];

function withName(transfer: PostedTransfer, partners: Names): BookedTransfer {
  const record = transfer.partner === undefined ? undefined : partners.get(transfer.partner);
  return record === undefined
    ? transfer
    : { ...transfer, partnerName: versionOn(record, transfer.bookedOn).name };
}
