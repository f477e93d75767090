import { needsAcceptance } from '../../core/accrual/needsAcceptance.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { SupplierAcceptance } from '../ports/claimStore.ts';
import type { BookingAccount, Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';

export type Accepting = {
  readonly agreement: string;
  readonly acceptedOn: LocalDate;
  /** Who of the supplier said yes. */
  readonly acceptedBy: string;
  /** The document of the agreement that shows it. */
  readonly document: string;
  readonly actor: Actor;
};

/**
 * Records that the supplier has accepted the version in force, as a document of the agreement shows.
 * Again changes nothing; another version needs an acceptance of its own. The next calculation then takes
 * the income into the books.
 * Refuses: agreement-not-found, acceptance-not-supplier (id), document-not-found, known-day-backwards.
 */
export function recordAcceptance(
  ports: Ports,
  tenant: TenantId,
  { agreement: code, acceptedOn, acceptedBy, document, actor }: Accepting,
): Promise<Result<SupplierAcceptance>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const stored = await tx.agreements.knownAt(code, batch);
    if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    if (stored.agreement.direction !== 'supplierRebate')
      return refused(refuse('acceptance-not-supplier', 'agreement', { id: code }));
    const documents = await tx.documents.of(code);
    if (!documents.some(({ id }) => id === document))
      return refused(refuse('document-not-found', 'document', { id: document }));
    // Of two at once the second one waits here.
    await tx.runs.lock(code);
    const known = await acceptanceOf(tx, stored, await tx.batches.last());
    if (known !== undefined) return accept(known);
    const { version } = stored;
    const at = ports.clock.now();
    const since = await tx.batches.take('acceptance', await businessDay(tx, ports.clock), at);
    if (!since.ok) return since;
    const acceptance = {
      agreement: code,
      version,
      acceptedOn,
      acceptedBy,
      document,
      recordedBy: actorText(actor),
      at,
      batch: since.value,
    };
    await tx.claims.accept(acceptance);
    const body = { version, acceptedOn, acceptedBy, document };
    await auditDeed(ports, tx, { actor, action: 'agreement.accepted', object: code, body });
    return accept(acceptance);
  });
}

/** The acceptance of a version as known at a batch; undefined where the supplier has not accepted it. */
async function acceptanceOf(
  tx: Tx,
  { code, version }: Pick<StoredAgreement, 'code' | 'version'>,
  batch: number,
): Promise<SupplierAcceptance | undefined> {
  const all = await tx.claims.acceptances(code);
  return all.find((entry) => entry.version === version && entry.batch <= batch);
}

/** Whether the books may take what an agreement gives: where it waits for an acceptance, that is on file. */
export async function mayRecognise(tx: Tx, stored: StoredAgreement, batch: number): Promise<boolean> {
  return !needsAcceptance(stored.agreement) || (await acceptanceOf(tx, stored, batch)) !== undefined;
}

/** What was earned from a supplier and is no income yet, and what is missing. Units: minor. */
export type UnrecognisedIncome = {
  readonly account: BookingAccount;
  readonly minor: bigint;
  readonly missing: readonly ('document' | 'acceptance')[];
};

/**
 * What suppliers owe us by the terms and may not be shown as income: the agreement is not on file as a
 * document, or the supplier has not accepted the version in force.
 */
export function unrecognisedIncome(ports: Ports, tenant: TenantId): Promise<readonly UnrecognisedIncome[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const all = await tx.agreements.allKnownAt(batch);
    const found: UnrecognisedIncome[] = [];
    for (const stored of all.filter(({ agreement }) => needsAcceptance(agreement))) {
      const documents = await tx.documents.of(stored.code);
      const acceptance = await acceptanceOf(tx, stored, batch);
      const missing = [
        ...(documents.length === 0 ? ['document' as const] : []),
        ...(acceptance === undefined ? ['acceptance' as const] : []),
      ];
      if (missing.length === 0) continue;
      for (const { account, minor } of await tx.bookings.balancesUnlocked(stored.code))
        if (account.kind === 'earned' && minor !== 0n) found.push({ account, minor, missing });
    }
    return found;
  });
}
