import type { BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import { minorDigits } from '../../core/money/currency.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/**
 * Says in which currency the books of a company are kept, and by which rates others come into it. The currency
 * is said once, before anything stands in the books in another one; the rates may be said anew.
 * Refuses: company-not-found, books-currency-unknown, books-currency-late.
 */
export function setBooksPolicy(
  ports: Ports,
  tenant: TenantId,
  {
    company,
    policy,
    actor,
  }: { readonly company: string; readonly policy: BooksPolicy; readonly actor: Actor },
): Promise<Result<BooksPolicy>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const known = await knownCompany(tx, company);
    if (!known.ok) return known;
    const { currency } = policy;
    if (minorDigits(currency) === undefined) {
      return refused(refuse('books-currency-unknown', 'currency', { currency }));
    }
    await tx.ledger.lock(company);
    const before = (await tx.ledger.policies()).get(company)?.currency;
    const isLate = before === undefined ? await tx.ledger.hasForeign(company, currency) : before !== currency;
    if (isLate) {
      const facts = { company, currency, known: before ?? '–' };
      return refused(refuse('books-currency-late', 'currency', facts));
    }
    const version = await tx.ledger.setPolicy(company, policy, actorText(actor), ports.clock.now());
    const body = { version, ...policy } as unknown as Json;
    await auditDeed(ports, tx, { actor, action: 'ledger.currency', object: company, body });
    return accept(policy);
  });
}

/** Refuses: company-not-found, books-currency-missing. */
export function booksPolicy(ports: Ports, tenant: TenantId, company: string): Promise<Result<BooksPolicy>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const known = await knownCompany(tx, company);
    if (!known.ok) return known;
    const policy = (await tx.ledger.policies()).get(company);
    return policy === undefined
      ? refused(refuse('books-currency-missing', 'company', { company }))
      : accept(policy);
  });
}

async function knownCompany(tx: Tx, company: string): Promise<Result<true>> {
  const isKnown = (await tx.company.all()).some(({ code }) => code === company);
  return isKnown ? accept(true) : refused(refuse('company-not-found', 'company', { company }));
}
