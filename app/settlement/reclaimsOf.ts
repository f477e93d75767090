import { draftTotals, type SettlementPlan } from '../../core/settlement/planDocuments.ts';
import { type PaidAdvance, type Reclaim, unearnedAdvances } from '../../core/settlement/unearnedAdvances.ts';
import type { SettledAccount } from '../ports/settlementStore.ts';
import type { Tx } from '../ports.ts';
import type { SettledGroup } from './settleableAgreement.ts';

/** What of an advance is asked back, and the account that it was paid ahead of. */
export type PlannedReclaim = Reclaim & { readonly account: SettledAccount };

type Party = { readonly company: string; readonly partner: string; readonly currency: string };

/**
 * What is asked back of advances to one partner: of agreements of which all is settled for good and nothing is held, as
 * far as neither what is set off nor what will be has earned it. An advance of which nothing has been paid is not asked
 * back, nor one of which a payment is under way; of one that was paid in part all is, and what is unpaid is set off.
 */
export async function reclaimsOf(
  tx: Tx,
  party: Party,
  groups: readonly SettledGroup[],
  plan: SettlementPlan,
): Promise<PlannedReclaim[]> {
  const over = groups.filter(({ code, isLast }) => isLast && !isHeld(plan, code));
  if (over.length === 0) return [];
  const paid = await paidAdvances(tx, party);
  if (paid.length === 0) return [];
  const waiting = await tx.settlements.waitingOf(party);
  return over.flatMap(({ code }) => {
    const own = paid.filter(({ account }) => account.agreement === code);
    const pending = waiting.flatMap(({ agreements, minor }) => (agreements.includes(code) ? [minor] : []));
    const coming = [...pending, ...plannedOf(plan, groups, code)].reduce((sum, minor) => sum + minor, 0n);
    return unearnedAdvances(own, coming).map((reclaim) => {
      const { account } = own.find(({ settlement }) => settlement === reclaim.advance) as Ahead;
      return { ...reclaim, account };
    });
  });
}

/** What is held may still go on a document. */
function isHeld({ groups }: SettlementPlan, code: string): boolean {
  return groups.some(
    (group) =>
      group.code === code &&
      group.accounts.some(({ parts }) => parts.some(({ kind, minor }) => kind === 'held' && minor > 0n)),
  );
}

/** What the documents of the plan are about to owe that an agreement is on. */
function plannedOf({ documents }: SettlementPlan, groups: readonly SettledGroup[], code: string): bigint[] {
  const keys = new Set(
    groups.flatMap((group) => (group.code === code ? group.accounts.map(({ key }) => key) : [])),
  );
  return documents
    .filter(({ reason, method, lines }) => {
      const isPaid = reason === 'settlement' && method !== 'goods' && method !== 'deduction';
      return isPaid && lines.some(({ key }) => keys.has(key));
    })
    .map((draft) => {
      const { grossMinor, withheldMinor } = draftTotals(draft);
      return grossMinor - withheldMinor;
    });
}

type Ahead = PaidAdvance & { readonly account: SettledAccount };

/** Oldest first, as they are set off. */
async function paidAdvances(tx: Tx, party: Party): Promise<Ahead[]> {
  const found: Ahead[] = [];
  for (const { settlement, number, openMinor, isAdvance } of await tx.settlements.openAgainst(party)) {
    if (!isAdvance || openMinor <= 0n) continue;
    const [line] = await tx.settlements.linesOf(settlement);
    const payments = await tx.payments.payingOf(settlement);
    const isHeard = payments.every(({ state }) => state === 'confirmed' || state === 'partlyReturned');
    if (line !== undefined && payments.length > 0 && isHeard) {
      found.push({ settlement, number, openMinor, account: line.account });
    }
  }
  return found;
}
