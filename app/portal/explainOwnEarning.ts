import { looksAcrossPartners } from '../../core/plan/acrossPartners.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import { type EarningExplanation, explainEarnings } from '../earnings/explainEarnings.ts';
import type { EarningRow, Ports, TenantId, Tx } from '../ports.ts';
import { accountProof } from '../proofs/accountProof.ts';
import { asOwn } from './ownEarnings.ts';

/** Refuses: earning-not-found. */
export function explainOwnEarning(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<Result<EarningExplanation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const row = await tx.earnings.get(id);
    if (row === undefined) return refused(refuse('earning-not-found', 'id', { id }));
    const explained = await explainEarnings(tx, [row]);
    const [own] = await toPartner(ports, tx, tenant, [...explained.values()]);
    return own === undefined ? refused(refuse('earning-not-found', 'id', { id })) : accept(own);
  });
}

/**
 * Explanations as the partner of the earnings may have them: with the steps, where it could compute them again from its
 * own lines and figures of all others; else the amount, and the words of the contract. Source: rulings R18.
 */
export async function toPartner(
  ports: Ports,
  tx: Tx,
  tenant: TenantId,
  explained: readonly EarningExplanation[],
): Promise<readonly EarningExplanation[]> {
  const rows = await asOwn(
    tx,
    explained.map(({ row }) => row),
  );
  const isComputable = await computable(ports, tx, tenant, rows);
  return explained.map((one, index) => {
    const row = rows[index] ?? one.row;
    const isWithheld = row.own?.isWithheld === true;
    const lines = isWithheld ? [] : one.lines.filter(({ line }) => line.partner === row.account.partner);
    const isShown = !isWithheld && isComputable(row);
    return { ...one, row, lines, explanation: isShown ? one.explanation : { ...one.explanation, steps: [] } };
  });
}

/** Which amounts hang on nobody else, or are in a proof for the partner that holds with figures of the others. */
async function computable(
  ports: Ports,
  tx: Tx,
  tenant: TenantId,
  rows: readonly EarningRow[],
): Promise<(row: EarningRow) => boolean> {
  const found = new Map<string, boolean>();
  for (const [key, own] of Map.groupBy(rows, runKey)) {
    const [first, ...more] = own as [EarningRow, ...EarningRow[]];
    const { account, run } = first;
    const stored = await tx.agreements.knownAt(account.agreement, run.batch);
    if (stored === undefined) continue;
    const isAlone = !looksAcrossPartners(stored.agreement);
    const accounts = [first, ...more] as const;
    found.set(key, isAlone || (await accountProof(ports, tx, { tenant, run, accounts })).ok);
  }
  return (row) => found.get(runKey(row)) === true;
}

function runKey({ account, run }: EarningRow): string {
  return joinKey(account.agreement, account.partner, String(run.batch), String(run.effective));
}
