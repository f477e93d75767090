import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { FoundObject } from '../../core/trust/finding.ts';
import { actorOf } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type {
  Arrival,
  CaseEvent,
  CaseFilter,
  StoredCase,
  StoredFinding,
  TrustFigures,
  TrustRun,
} from '../ports/trustStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { caseOf } from './lockedCase.ts';
import { partnerOf } from './openCases.ts';
import { type PolicyInForce, policyNow } from './trustPolicy.ts';

/** A case with what people call whom it concerns and who works at it. */
export type ListedCase = StoredCase & {
  readonly partnerName?: string;
  readonly assigneeName?: string;
  /** What people know the subject by: the reference of a claim, the number of a document. */
  readonly about: string;
};

export type CaseList = { readonly rows: readonly ListedCase[]; readonly hasMore: boolean };

/** Cases in the order that is asked for. */
export function listCases(ports: Ports, tenant: TenantId, filter: CaseFilter): Promise<CaseList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.trust.cases({ ...filter, limit: filter.limit + 1 });
    const rows = await named(ports, tx, found.slice(0, filter.limit));
    return { rows, hasMore: found.length > filter.limit };
  });
}

export type ShownCase = {
  readonly case: ListedCase;
  readonly findings: readonly StoredFinding[];
  readonly events: readonly (CaseEvent & { readonly actorName?: string })[];
};

/** A case with what was found and everything that happened. Refuses: trust-case-not-found. */
export function showCase(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await caseOf(tx, id);
    if (!found.ok) return found;
    const [shown] = await named(ports, tx, [found.value]);
    if (shown === undefined) throw new Error('Fault: a case is named as itself');
    const events: ShownCase['events'][number][] = [];
    for (const event of await tx.trust.events(id)) {
      const actor = actorOf(event.actor);
      const actorName = actor.kind === 'person' ? await personName(tx, actor.id) : undefined;
      events.push({ ...event, ...(actorName !== undefined && { actorName }) });
    }
    return accept({ case: shown, findings: await tx.trust.findingsOf(id), events });
  });
}

const HELD_SHOWN = 20;

/** The last case about something, and those that hold what its partner gets, for whoever looks at it. */
export function casesAbout(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly object: FoundObject; readonly id: string },
): Promise<CaseList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const own = await tx.trust.caseOf(asked);
    const partner = own?.partner ?? (await partnerOf(tx, asked));
    const narrowed = { isHeld: true, order: 'score', limit: HELD_SHOWN, offset: 0 } as const;
    const held = partner === undefined ? [] : await tx.trust.cases({ ...narrowed, partner });
    const others = held.filter(({ id }) => id !== own?.id);
    return { rows: await named(ports, tx, own === undefined ? others : [own, ...others]), hasMore: false };
  });
}

export type TrustOverview = {
  readonly figures: TrustFigures;
  readonly policy: PolicyInForce;
  /** The last runs, the newest first. */
  readonly runs: readonly TrustRun[];
  /** What came and waits to be looked at, the oldest first. */
  readonly arrivals: readonly Arrival[];
  /** Of them, what waits too long. */
  readonly late: number;
};

const RUNS_SHOWN = 10;

export function showTrust(ports: Ports, tenant: TenantId): Promise<TrustOverview> {
  return ports.store.inTenant(tenant, async (tx) => {
    const arrivals = await tx.trust.arrivals();
    const now = ports.clock.now();
    return {
      figures: await tx.trust.figures(),
      policy: await policyNow(tx),
      runs: await tx.trust.runs(RUNS_SHOWN),
      arrivals,
      late: arrivals.filter(({ lateAt }) => lateAt < now).length,
    };
  });
}

/** A case after a deed, as lists show it. */
export async function withNames(
  ports: Ports,
  tenant: TenantId,
  done: Result<StoredCase>,
): Promise<Result<ListedCase>> {
  if (!done.ok) return done;
  return ports.store.inTenant(tenant, async (tx) => {
    const [shown] = await named(ports, tx, [done.value]);
    if (shown === undefined) throw new Error('Fault: a case is named as itself');
    return accept(shown);
  });
}

async function named(ports: Ports, tx: Tx, cases: readonly StoredCase[]): Promise<readonly ListedCase[]> {
  const [effective, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  const codes = [...new Set(cases.flatMap(({ partner }) => partner ?? []))];
  const found = await tx.master.page({ effective, batch, kind: 'partner', codes, limit: codes.length });
  const partners = new Map(found.map(({ code, name }) => [code, name]));
  const rows: ListedCase[] = [];
  for (const one of cases) {
    const partnerName = partners.get(one.partner ?? '');
    const assigneeName = one.assignee === undefined ? undefined : await personName(tx, one.assignee);
    rows.push({
      ...{ ...one, about: await knownAs(tx, one) },
      ...(partnerName !== undefined && { partnerName }),
      ...(assigneeName !== undefined && { assigneeName }),
    });
  }
  return rows;
}

async function personName(tx: Tx, id: string): Promise<string | undefined> {
  return isUuid(id) ? (await tx.access.person(id))?.name : undefined;
}

async function knownAs(tx: Tx, { subject: { object, id } }: StoredCase): Promise<string> {
  if (!isUuid(id)) return id;
  if (object === 'claim') return (await tx.claims.find(id))?.reference || id;
  if (object === 'settlement') return (await tx.settlements.get(id))?.issue?.document?.number ?? id;
  if (object === 'payment') return (await tx.payments.instruction(id))?.endToEndId ?? id;
  return id;
}
