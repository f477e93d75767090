import { type Money, moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { isUuid } from '../isUuid.ts';
import type { RoleGrant } from '../ports/accessStore.ts';
import type { Tx } from '../ports.ts';
import { scopesOf } from './role.ts';
import type { Scope } from './scope.ts';

/** A deed that a role may be bound for: of which company of ours it is, and about how much. */
export type BoundDeed = { readonly scope: Scope; readonly company?: string; readonly amount?: Money };

/**
 * Whether what somebody was given reaches as far as a deed. It is asked inside the deed, so it holds for browser, key and
 * command alike: a key of a person opens no more than their roles of the same scope. Whoever has the scope by a key
 * alone is bound by nothing.
 * Refuses: company-not-yours (company), amount-above-limit (amount, limit).
 */
export async function withinGrant(
  { access }: Pick<Tx, 'access'>,
  actor: Actor,
  { scope, company, amount }: BoundDeed,
): Promise<Result<undefined>> {
  // Only who is on record as a person of this tenant can have a role.
  if (actor.kind !== 'person' || !isUuid(actor.id)) return accept(undefined);
  const grants = (await access.grants(actor.id)).filter(({ role }) => scopesOf(role).includes(scope));
  if (grants.length === 0) return accept(undefined);
  const here = grants.filter(({ companies }) => company === undefined || isFor(companies, company));
  if (here.length === 0) return refused(refuse('company-not-yours', 'actor', { company: company ?? '' }));
  if (amount === undefined || here.some(({ limit }) => reaches(limit, amount))) return accept(undefined);
  const limits = here.flatMap(({ limit }) => (limit ? [shown(limit)] : []));
  const facts = { amount: shown(amount), limit: [...new Set(limits)].join(', ') };
  return refused(refuse('amount-above-limit', 'actor', facts));
}

function isFor(companies: RoleGrant['companies'], company: string): boolean {
  return companies === undefined || companies.includes(company);
}

/** What is taken back counts like what is given; another currency cannot be compared, and is beyond. */
function reaches(limit: Money | undefined, { minor, currency }: Money): boolean {
  if (limit === undefined) return true;
  return limit.currency === currency && (minor < 0n ? -minor : minor) <= limit.minor;
}

function shown(money: Money): string {
  return `${moneyText(money)} ${money.currency}`;
}
