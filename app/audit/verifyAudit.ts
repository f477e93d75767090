import type { ChainHead } from '../../core/audit/auditEntry.ts';
import { type AuditFinding, beginChain, ERASE, endChain, followChain } from '../../core/audit/verifyChain.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Pages of links: what is looked at takes no more memory than one of them. */
const PAGE = 2000;

/** After so many findings nobody looks for more. */
const FINDINGS_MAX = 1000;

export type VerifiedAudit = {
  readonly head: ChainHead;
  readonly findings: readonly AuditFinding[];
  /** Entries that wait for their links: nothing vouches for them yet. */
  readonly waiting: number;
  /** There may be more: nobody looked on. */
  readonly isCut: boolean;
  /** Where the hash that was kept outside stands. */
  readonly anchoredAt: number | undefined;
};

/**
 * Computes the whole chain of a tenant again, entry by entry, and names what is wrong with it. `expected`
 * is a hash that was kept outside: it has to be one of the chain, or the chain is another one.
 */
export function verifyAudit(ports: Ports, tenant: TenantId, expected?: string): Promise<VerifiedAudit> {
  return ports.store.inTenant(tenant, async (tx) => {
    let state = beginChain(expected);
    const findings: AuditFinding[] = [];
    for (;;) {
      const links = await tx.audit.links(state.head.position, PAGE);
      const followed = followChain(state, links, ports.sha256);
      state = followed.state;
      findings.push(...followed.findings);
      if (links.length < PAGE || findings.length >= FINDINGS_MAX) break;
    }
    const { head, anchoredAt } = state;
    const waiting = await tx.audit.unlinkedCount();
    const isCut = findings.length >= FINDINGS_MAX;
    if (isCut) return { head, findings: findings.slice(0, FINDINGS_MAX), waiting, isCut, anchoredAt };
    // A deed of erasing that waits for its own link says so as well.
    const waitingErasures = (await tx.audit.unlinked(PAGE)).filter(({ action }) => action === ERASE);
    const erased = new Set([...state.erased, ...waitingErasures.map(({ object }) => object)]);
    const added = (await tx.audit.strays()).map((entry) => ({ fault: 'added' as const, entry }));
    return {
      head,
      findings: [...findings, ...endChain({ ...state, erased }), ...added],
      waiting,
      isCut,
      anchoredAt,
    };
  });
}
