import { isCountry } from '../../core/bank/isCountry.ts';
import { DOCUMENT_KINDS, type DocumentParty } from '../../core/document/rebateDocument.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { DocumentSeries } from '../ports/settlementStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** What a series is called: it stands in front of every number. */
const SERIES = /^[A-Z0-9][A-Z0-9-]{0,19}$/;

/**
 * Says how documents of one kind are numbered: in a series of ours, without a gap for each year, or by
 * another system. Numbers that were given stay.
 * Refuses: company-not-found, document-series-invalid.
 */
export function setDocumentSeries(
  ports: Ports,
  tenant: TenantId,
  { actor, ...series }: DocumentSeries & { readonly actor: Actor },
): Promise<Result<DocumentSeries>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { company } = series;
    if ((await tx.company.lock(company)) === undefined) {
      return refused(refuse('company-not-found', 'company', { company }));
    }
    const all = await tx.settlements.seriesOf(company);
    const isTaken = all.some((other) => other.series === series.series && other.kind !== series.kind);
    if (!SERIES.test(series.series) || !DOCUMENT_KINDS.includes(series.kind) || isTaken) {
      return refused(refuse('document-series-invalid', 'series', { series: series.series }));
    }
    await tx.settlements.setSeries(series);
    const { kind, numberedBy } = series;
    const body = { kind, series: series.series, numberedBy };
    await auditDeed(ports, tx, { actor, action: 'documentSeries.set', object: company, body });
    return accept(series);
  });
}

/** How the documents of a company are numbered, and how it stands on them. Refuses: company-not-found. */
export function documentSettings(
  ports: Ports,
  tenant: TenantId,
  company: string,
): Promise<Result<{ readonly series: readonly DocumentSeries[]; readonly party?: DocumentParty }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.company.all()).some(({ code }) => code === company)) {
      return refused(refuse('company-not-found', 'company', { company }));
    }
    const series = await tx.settlements.seriesOf(company);
    const party = await tx.settlements.partyOf(company);
    return accept({ series, ...(party && { party }) });
  });
}

/**
 * Says how a company of ours stands on its documents from now on; those that were issued stay as they are.
 * Refuses: company-not-found, company-party-invalid.
 */
export function setCompanyParty(
  ports: Ports,
  tenant: TenantId,
  {
    actor,
    company,
    party,
  }: { readonly actor: Actor; readonly company: string; readonly party: DocumentParty },
): Promise<Result<DocumentParty>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if ((await tx.company.lock(company)) === undefined) {
      return refused(refuse('company-not-found', 'company', { company }));
    }
    const fault = faultOf(party);
    if (fault !== undefined) return refused(refuse('company-party-invalid', fault, { field: fault }));
    await tx.settlements.setParty(company, party, actorText(actor), ports.clock.now());
    const body = { party: party as unknown as Json };
    await auditDeed(ports, tx, { actor, action: 'companyParty.set', object: company, body });
    return accept(party);
  });
}

/** The field that a document could not be issued with. */
function faultOf({ name, country, taxId, registration }: DocumentParty): string | undefined {
  if (name.trim() === '') return 'name';
  if (!isCountry(country)) return 'country';
  return taxId === undefined && registration === undefined ? 'taxId' : undefined;
}
