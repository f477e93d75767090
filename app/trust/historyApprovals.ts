import type { HistoryApproval } from '../../core/trust/history.ts';
import { scopesOf } from '../access/role.ts';
import { actorText } from '../actor.ts';
import type { RoleGrant } from '../ports/accessStore.ts';
import type { PastApproval } from '../ports/trustPast.ts';
import { whole } from './historyNumbers.ts';
import { allPages, PAGE, type Reading } from './reading.ts';

/** What somebody may need to approve of each; nothing limits what of a claim is granted, but what is given up of one. */
const SCOPES = {
  settlement: 'settlements:approve',
  payment: 'payments:approve',
  agreement: 'agreements:approve',
  claim: undefined,
  writeOff: 'claims:approve',
} as const;
const KINDS = Object.keys(SCOPES) as readonly PastApproval['of'][];
const DAY_MS = 86_400_000;

/**
 * Who approved settlements, payments and agreements, who granted a partner's claims and who gave up what of claims, of everybody or of one
 * partner. `limit` is the most that the person may approve by
 * the roles that it has now; days and minutes are those of UTC.
 */
export async function historyApprovals(
  read: Reading,
  partner: string | undefined,
): Promise<HistoryApproval[]> {
  const grants = await read((tx) => tx.access.grants());
  const found: HistoryApproval[] = [];
  for (const kind of KINDS) {
    const rows = await allPages<PastApproval>(read, (tx, last) =>
      tx.trust.pastApprovals(kind, {
        limit: PAGE,
        ...(partner !== undefined && { partner }),
        ...(last && { after: last.id }),
      }),
    );
    found.push(...rows.map((row) => approvalOf(row, grants)));
  }
  return found;
}

function approvalOf(row: PastApproval, grants: readonly RoleGrant[]): HistoryApproval {
  const { id, of, object, partner, minor, currency, proposedBy, decidedBy, at } = row;
  const limit = currency === undefined ? undefined : limitOf(decidedBy, currency, of, grants);
  const time = at.getTime();
  return {
    ...{ approval: `${of}/${id}`, of: of === 'writeOff' ? 'claim' : of, object },
    ...{ proposedBy: personText(proposedBy), decidedBy: personText(decidedBy) },
    ...(partner !== undefined && { partner }),
    ...(minor !== undefined && { minor: whole(minor) }),
    ...(currency !== undefined && { currency }),
    ...(limit !== undefined && { limit }),
    day: Math.floor(time / DAY_MS),
    minute: Math.floor((time % DAY_MS) / 60_000),
  };
}

/** As the one who proposes is written: some tables hold the bare id of a person. */
function personText(person: string): string {
  return person.includes(':') ? person : actorText({ kind: 'person', id: person });
}

/** Undefined: without end, or in another currency. */
function limitOf(
  decidedBy: string,
  currency: string,
  of: PastApproval['of'],
  grants: readonly RoleGrant[],
): number | undefined {
  const scope = SCOPES[of];
  if (scope === undefined) return undefined;
  const own = grants.filter(
    ({ person, role }) => personText(person) === personText(decidedBy) && scopesOf(role).includes(scope),
  );
  const limits = own.map(({ limit }) => limit);
  if (limits.length === 0 || limits.some((limit) => limit === undefined || limit.currency !== currency))
    return undefined;
  return Math.max(...limits.map((limit) => whole(limit?.minor ?? 0n)));
}
