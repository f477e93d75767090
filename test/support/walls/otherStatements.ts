import { randomUUID } from 'node:crypto';
import type { Store, TenantId, Tx } from '../../../app/ports.ts';
import { LineColumnsBuilder } from '../../../engine/columnar/lineColumns.ts';
import { AS_FILE, AT, aDocument, aLine, rowsOf, TODAY, takeBatch } from '../facts.ts';
import { fillTenant } from '../fillTenant.ts';
import { askTrust } from '../fillTrust.ts';

/** None of a tenant that is filled here comes later. */
const LAST_BATCH = 1_000_000;

/** Asks what no example of the API asks: the worker, the commands, and files that come in whole, as repairs, or are undone. */
export async function askOtherStatements(store: Store, tenant: TenantId, mark: string): Promise<void> {
  await fillTenant(store, tenant, mark);
  await store.inTenant(tenant, async (tx) => {
    const first = await importWhole(tx, mark);
    const second = await importWhole(tx, mark, first);
    await undoFacts(tx, first, second);
    await tx.received.saidAgainAs(first, [1]);
    await tx.cutOvers.stateOf(`${mark}-${mark}-P1`, await tx.batches.last());
    await tx.batches.knownOn(TODAY);
    await tx.access.isHeld('access:write', AT);
    await tx.access.endGrant(randomUUID(), AT);
    await tx.bankEntries.known(mark, [mark]);
    const [entry] = await tx.bankEntries.page({ is: 'waiting', limit: 1 });
    await tx.bankEntries.settle(entry?.id ?? randomUUID(), 'entry-of-nobody');
    await tx.claims.occurringIn(`${mark}-1`, { company: 'NW', currency: 'EUR' });
    await tx.bankEntries.lock(entry?.id ?? randomUUID());
    await tx.bankEntries.dismiss(randomUUID());
    await tx.bankEntries.page({ is: 'laid', limit: 1 });
    await tx.bankEntries.receiptsOf(entry?.id ?? randomUUID());
    await tx.settlements.receivedOf(randomUUID());
    await tx.payments.findByEnd(mark);
    await tx.payments.runOfFile(mark);
    await tx.payments.confirmedOf(randomUUID());
    await tx.payments.findByEndToEnd(mark);
    await tx.payments.silent({ now: AT, days: 1 });
    const sealed = { key: '0123456789abcdef', bytes: Buffer.from(mark) };
    const keys = [...(await tx.sealed.countByKey()).keys()];
    for (const { of, id } of await tx.sealed.lockUnder(keys, 10)) await tx.sealed.reseal({ of, id, sealed });
    await tx.runs.get(`${mark}-${mark}-P1`, 1);
    await tx.ledger.open('NW', TODAY);
    await tx.settlements.givenUnbooked('NW');
    await tx.settlements.owedToUsIn(mark, { company: 'NW', currency: 'EUR' });
    await tx.settlements.waitingOf({ company: 'NW', partner: mark, currency: 'EUR' });
    await tx.mappings.forHeader(mark);
    await tx.idempotency.forget({ now: AT, days: 1 }, 1);
    await tx.jobs.claim(randomUUID(), 1000);
    await tx.jobs.isKnown('passDay', mark);
    await tx.jobs.forget(1);
    await tx.messages.untaken();
    await tx.invitations.accept(randomUUID(), randomUUID(), AT);
    await tx.sso.person(mark, mark);
    await tx.calendars.list();
    await tx.mailing.mailing();
    await tx.privacy.endMembership(randomUUID());
    await tx.retention.forgetNotices({ now: AT, days: 1 }, 1);
    await tx.retention.forgetInvitations({ now: AT, days: 1 }, 1);
    await askTrust(tx, mark);
    await tx.lines.feed(LAST_BATCH, {}, new LineColumnsBuilder());
    await tx.lines.changedBetween({ after: LAST_BATCH, until: LAST_BATCH, knownAt: LAST_BATCH }, {}, 1000);
    await tx.bankEntries.receiptsOn(randomUUID());
    await tx.webhooks.due(AT);
    await tx.webhooks.forget({ now: new Date('2100-01-01'), days: 1 }, 1);
    await tx.brand.brand();
    await tx.brand.logo(mark);
    await tx.brand.contact();
    await tx.messages.content(randomUUID());
    await tx.messages.sentUnder(mark, mark);
  });
}

/** A file that says all that there is of its document; gives its id. */
async function importWhole(tx: Tx, mark: string, parent?: string): Promise<string> {
  const document = { ...aDocument(`${mark} ${parent}`), identity: 'occurrence' as const };
  const corrected = { document: mark, line: '1' };
  await tx.imports.stage(
    rowsOf(aLine({ document: mark }), aLine({ ...corrected, line: '2', correctionOf: corrected })),
  );
  const batch = await takeBatch(tx, 'lines');
  const options = { ...AS_FILE, documents: 'whole' as const };
  await tx.imports.commit({ ...document, ...(parent !== undefined && { parent }) }, batch, options);
  return document.id;
}

async function undoFacts(tx: Tx, payments: string, stock: string): Promise<void> {
  const said = { batch: await takeBatch(tx, 'lines'), reason: 'x', actor: 'x' };
  await tx.facts.undo('payments', { ...said, document: payments });
  await tx.facts.undo('stock', { ...said, document: stock });
  await tx.master.undo({ ...said, document: stock });
  await tx.master.takenBackBy(said.batch, 1);
  await tx.master.namedOrphans(said.batch, 1);
}
