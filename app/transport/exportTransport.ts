import type { Json } from '../../core/text/canonicalJson.ts';
import type { RulesStore } from '../ports/rulesStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { withLogins } from './approverLogins.ts';
import { CARRIED_MOST, type CarriedAgreement, type Transport } from './transport.ts';

/** How a tenant works, as it is now: agreements, rules, calendars, descriptions of files. No facts, persons or secrets. */
export function exportTransport(ports: Ports, tenant: TenantId): Promise<Transport> {
  return ports.store.inTenant(tenant, async (tx) => {
    const calendars = await tx.calendars.list();
    const mappings = await tx.mappings.all();
    return {
      calendars: calendars.map(({ code, name, calendar, isOffered }) => ({
        code,
        name,
        calendar,
        isOffered,
      })),
      approvalRules: await withLogins(tx, await rulesOf(tx, tx.approvalRules)),
      paymentRules: await rulesOf(tx, tx.paymentRules),
      accountRules: (await tx.ledger.rules()) as unknown as readonly Json[],
      mappings: mappings.map(({ name, fingerprint, description }) => ({
        ...{ name, description },
        fingerprint: fingerprint ?? null,
      })),
      agreements: await agreementsOf(tx),
    };
  });
}

async function rulesOf(tx: Tx, store: RulesStore<unknown>): Promise<Json> {
  const inForce = await store.knownAt(await tx.batches.last());
  return inForce === undefined ? null : (JSON.parse(inForce.text) as Json);
}

async function agreementsOf(tx: Tx): Promise<CarriedAgreement[]> {
  const inForce = await tx.agreements.allKnownAt(await tx.batches.last());
  const texts = new Map(inForce.map(({ code, text }) => [code, text]));
  for (const code of await tx.dossiers.codes({ limit: CARRIED_MOST })) {
    if (texts.has(code)) continue;
    const draft = await openDraft(tx, code);
    if (draft !== undefined) texts.set(code, draft);
  }
  return [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, text]) => ({ code, text: JSON.parse(text) as Json }));
}

/** The last text of the newest proposal that is not decided; undefined where there is none. */
export async function openDraft(tx: Tx, code: string): Promise<string | undefined> {
  const newest = (await tx.proposals.list({ codes: [code] })).at(-1);
  if (newest === undefined || (newest.state !== 'draft' && newest.state !== 'inReview')) return undefined;
  return (await tx.proposals.revision(newest.id, newest.revision))?.text;
}
