import { isCountry } from '../../core/bank/isCountry.ts';
import { DOCUMENT_KINDS, type DocumentParty } from '../../core/document/rebateDocument.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { DocumentSeries, SettingChange, SettingValue } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** What a series is called: it stands in front of every number. */
const SERIES = /^[A-Z0-9][A-Z0-9-]{0,19}$/;

/** What became of a word: it counts, or waits for a second person under the id of its change. */
export type SaidSetting = { readonly state: 'inForce' } | { readonly state: 'proposed'; readonly id: string };

/**
 * Says how documents of one kind are numbered: in a series of ours, without a gap for each year, or by
 * another system. Numbers that were given stay. The first word for a kind counts; another one is proposed.
 * Refuses: company-not-found, document-series-invalid, document-setting-waits.
 */
export function setDocumentSeries(
  ports: Ports,
  tenant: TenantId,
  { actor, company, ...series }: DocumentSeries & { readonly actor: Actor },
): Promise<Result<SaidSetting>> {
  return say(ports, tenant, { actor, company, value: { about: 'series', series } });
}

/**
 * Says how a company of ours stands on its documents from now on; those that were issued stay as they are. The first word
 * counts; another one is proposed.
 * Refuses: company-not-found, company-party-invalid, document-setting-waits.
 */
export function setCompanyParty(
  ports: Ports,
  tenant: TenantId,
  {
    actor,
    company,
    party,
  }: { readonly actor: Actor; readonly company: string; readonly party: DocumentParty },
): Promise<Result<SaidSetting>> {
  return say(ports, tenant, { actor, company, value: { about: 'party', party } });
}

type Said = { readonly actor: Actor; readonly company: string; readonly value: SettingValue };

function say(ports: Ports, tenant: TenantId, { actor, company, value }: Said): Promise<Result<SaidSetting>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if ((await tx.company.lock(company)) === undefined) {
      return refused(refuse('company-not-found', 'company', { company }));
    }
    const fit = await checkSetting(tx, company, value);
    if (!fit.ok) return fit;
    const stands = await standing(tx, company, value);
    if (stands !== undefined && isSame(stands, value)) return accept({ state: 'inForce' });
    const waits = (await tx.settlements.settingChanges({ company, waiting: true })).find(
      (change) => placeOf(change) === placeOf(value),
    );
    if (waits !== undefined) return refused(refuse('document-setting-waits', 'company', { id: waits.id }));
    const by = { author: actorText(actor), at: ports.clock.now() };
    if (stands === undefined) {
      await putInForce(tx, company, value, by);
      await audit(ports, tx, { actor, company, value, deed: 'set' });
      return accept({ state: 'inForce' });
    }
    const change: SettingChange = { id: ports.ids.next(), company, ...value, ...by };
    await tx.settlements.proposeSetting(change);
    await audit(ports, tx, { actor, company, value, deed: 'propose' });
    return accept({ state: 'proposed', id: change.id });
  });
}

/** Refuses: document-series-invalid, company-party-invalid. */
export async function checkSetting(tx: Tx, company: string, value: SettingValue): Promise<Result<true>> {
  if (value.about === 'party') {
    const fault = faultOf(value.party);
    if (fault === undefined) return accept(true);
    return refused(refuse('company-party-invalid', fault, { field: fault }));
  }
  const { series, kind } = value.series;
  const all = await tx.settlements.seriesOf(company);
  const isTaken = all.some((other) => other.series === series && other.kind !== kind);
  if (SERIES.test(series) && DOCUMENT_KINDS.includes(kind) && !isTaken) return accept(true);
  return refused(refuse('document-series-invalid', 'series', { series }));
}

/** What stands where a word is for. */
async function standing(tx: Tx, company: string, value: SettingValue): Promise<SettingValue | undefined> {
  if (value.about === 'party') {
    const party = await tx.settlements.partyOf(company);
    return party && { about: 'party', party };
  }
  const found = (await tx.settlements.seriesOf(company)).find(({ kind }) => kind === value.series.kind);
  if (found === undefined) return undefined;
  const { company: _, ...series } = found;
  return { about: 'series', series };
}

function isSame(a: SettingValue, b: SettingValue): boolean {
  return canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
}

/** One word waits at each of these. */
function placeOf(value: SettingValue): string {
  return value.about === 'party' ? 'party' : value.series.kind;
}

export async function putInForce(
  tx: Tx,
  company: string,
  value: SettingValue,
  by: { readonly author: string; readonly approver?: string; readonly at: Date },
): Promise<void> {
  if (value.about === 'party') await tx.settlements.setParty(company, value.party, by);
  else await tx.settlements.setSeries({ company, ...value.series }, by);
}

export function audit(
  ports: Ports,
  tx: Tx,
  { actor, company, value, deed }: Said & { readonly deed: 'set' | 'propose' | 'approve' | 'reject' },
): Promise<void> {
  const [name, body] =
    value.about === 'party'
      ? (['companyParty', { party: value.party as unknown as Json }] as const)
      : (['documentSeries', { ...value.series }] as const);
  return auditDeed(ports, tx, { actor, action: `${name}.${deed}`, object: company, body });
}

/** How the documents of a company are numbered, and how it stands on them. Refuses: company-not-found. */
export function documentSettings(
  ports: Ports,
  tenant: TenantId,
  company: string,
): Promise<
  Result<{
    readonly series: readonly DocumentSeries[];
    readonly party?: DocumentParty;
    /** What waits for a second person. */
    readonly waiting: readonly SettingChange[];
  }>
> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.company.all()).some(({ code }) => code === company)) {
      return refused(refuse('company-not-found', 'company', { company }));
    }
    const series = await tx.settlements.seriesOf(company);
    const party = await tx.settlements.partyOf(company);
    const waiting = await tx.settlements.settingChanges({ company, waiting: true });
    return accept({ series, ...(party && { party }), waiting });
  });
}

/** The field that a document could not be issued with. */
function faultOf({ name, country, taxId, registration }: DocumentParty): string | undefined {
  if (name.trim() === '') return 'name';
  if (!isCountry(country)) return 'country';
  return taxId === undefined && registration === undefined ? 'taxId' : undefined;
}
