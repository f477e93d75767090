import type { Progress } from '../../core/earning/progress.ts';
import { internalReads } from '../../core/proof/internal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { joinKey } from '../../core/text/key.ts';
import { getEarning } from '../earnings/getEarning.ts';
import { type EarningList, listEarnings } from '../earnings/listEarnings.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { EarningFilter, EarningRow, OwnStanding, Ports, TenantId, Tx } from '../ports.ts';

/** An earning as its partner reads it: with what became of the money, and without what is internal to us. */
export type OwnEarning = EarningRow & { readonly own: OwnStanding };

/** The same list for a person of a partner. */
export function listOwnEarnings(ports: Ports, tenant: TenantId, filter: EarningFilter): Promise<EarningList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const list = await listEarnings(joinedPorts(ports, tenant, tx), tenant, filter, { isOurs: false });
    const moved = await tx.earnings.moneyMoved(filter);
    const totals = list.totals.map((total) => {
      const own = moved.find(
        ({ direction, currency }) => direction === total.direction && currency === total.currency,
      );
      return { ...total, own: { settledMinor: own?.settledMinor ?? 0n, paidMinor: own?.paidMinor ?? 0n } };
    });
    return { ...list, rows: await asOwn(tx, list.rows), totals };
  });
}

/** Refuses: earning-not-found. */
export function getOwnEarning(ports: Ports, tenant: TenantId, id: string): Promise<Result<EarningRow>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await getEarning(joinedPorts(ports, tenant, tx), tenant, id);
    if (!found.ok) return found;
    const [own = found.value] = await asOwn(tx, [found.value]);
    return accept(own);
  });
}

/** Earnings of partners as these read them. */
export async function asOwn(tx: Tx, rows: readonly EarningRow[]): Promise<readonly OwnEarning[]> {
  const money = await tx.earnings.moneyOf(rows.map(({ id }) => id));
  const isInternal = await internalTerms(tx, rows);
  return rows.map((row) => {
    const { settledMinor = 0n, paidMinor = 0n } = money.get(row.id) ?? {};
    const isWithheld = isInternal(row);
    const own = {
      settledMinor,
      paidMinor,
      isWithheld,
      isOver: row.run.effective >= row.account.window.until,
    };
    return { ...row, ...(isWithheld && { progress: withoutMeasures(row.progress) }), own };
  });
}

/** Which rows come from terms that look at what is ours alone. Source: rulings R18. */
async function internalTerms(tx: Tx, rows: readonly EarningRow[]): Promise<(row: EarningRow) => boolean> {
  const keyOf = ({ account, run }: EarningRow) => joinKey(account.agreement, String(run.batch));
  const terms = new Map<string, ReadonlySet<string>>();
  for (const row of rows) {
    if (terms.has(keyOf(row))) continue;
    const stored = await tx.agreements.knownAt(row.account.agreement, row.run.batch);
    const reads = stored === undefined ? [] : internalReads(JSON.parse(stored.text) as Json);
    terms.set(keyOf(row), new Set(reads.map(({ term }) => term)));
  }
  return (row) => terms.get(keyOf(row))?.has(row.account.term) ?? true;
}

/** A ladder that is not shown: how much of what is internal there is would stand on it. */
function withoutMeasures(progress: Json): Json {
  const { formula, boundary, scale, missingScale } = progress as unknown as Progress;
  const empty = {
    formula,
    boundary,
    scale,
    missingScale,
    volume: '0',
    qualifier: '0',
    tiers: [],
    payouts: [],
  };
  return empty as unknown as Json;
}
