import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { DocumentFilter, IssuedDocument } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** Documents as they were issued, the latest first; a partner sees its own. One more than asked for says whether others follow. */
export function listIssuedDocuments(
  ports: Ports,
  tenant: TenantId,
  { limit, after, ...filter }: Omit<DocumentFilter, 'before'> & { readonly after?: string },
): Promise<{ readonly rows: readonly IssuedDocument[]; readonly hasMore: boolean }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const last = after === undefined ? undefined : await documentIn(tx, after);
    const before = last?.ok
      ? { issuedOn: last.value.document.issuedOn, id: last.value.settlement }
      : undefined;
    const rows = await tx.settlements.documents({ ...filter, limit: limit + 1, ...(before && { before }) });
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  });
}

/** The document of a settlement. Refuses: settlement-document-missing. */
export function issuedDocument(ports: Ports, tenant: TenantId, id: string): Promise<Result<IssuedDocument>> {
  return ports.store.inTenant(tenant, (tx) => documentIn(tx, id));
}

async function documentIn(tx: Tx, id: string): Promise<Result<IssuedDocument>> {
  const found = isUuid(id) ? await tx.settlements.documentOf(id) : undefined;
  return found === undefined ? refused(refuse('settlement-document-missing', 'id', { id })) : accept(found);
}

/** A document on one row. */
export function issuedDocumentJson({ settlement, document, isCancelled }: IssuedDocument) {
  const { kind, number, company, partner, currency, preceding } = document;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    ...{ settlement, kind, number, company, partner, currency },
    issuedOn: formatDate(document.issuedOn),
    dueOn: formatDate(document.dueOn),
    net: text(document.netMinor),
    tax: text(document.taxMinor),
    gross: text(document.grossMinor),
    preceding: preceding?.number ?? null,
    isCancelled,
  };
}
