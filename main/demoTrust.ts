import { systemActor } from '../app/actor.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { detect } from '../app/trust/detecting.ts';
import { runScan } from '../app/trust/runScan.ts';
import { setPolicy } from '../app/trust/trustPolicy.ts';
import { claimCells } from '../core/claim/claimMessage.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { USUAL_POLICY } from '../core/trust/policy.ts';
import { CLAIM, type DemoPortalPorts, OPEN, PARTNER, personCalled, sayer } from './demoPortal.ts';

/** What is open, sent again with its number written in another way. */
const AGAIN = { ...OPEN, reference: 'SAL 2025/H1', sentOn: '2025-09-29' };

/** In the demo nothing waits for a scan, and nothing is looked at by night: who tries it out sees each deed done at once. */
const POLICY = { ...USUAL_POLICY, awaitsScan: false, isNightly: false };

/**
 * Gives the demo a suspicion: a claim that was sent twice is found and held, and waits for whoever decides. Once there is a policy it is over,
 * and nothing is touched. Gives how many things are held then; undefined where it was over.
 * Refuses: what the use cases refuse.
 */
export async function playDemoTrust(
  ports: DemoPortalPorts,
  tenant: TenantId,
): Promise<Result<number | undefined>> {
  if ((await policyOf(ports, tenant)) !== undefined) return accept(undefined);
  const [fay, anna] = [await personCalled(ports, tenant, 'fay'), await personCalled(ports, tenant, 'anna')];
  if (!fay.ok) return fay;
  if (!anna.ok) return anna;
  const set = await setPolicy(ports, tenant, { policy: POLICY, reason: 'Demo' }, anna.value);
  if (!set.ok) return set;
  const rows = [{ row: 1, texts: claimCells({ ...CLAIM, ...AGAIN, partner: PARTNER }) }];
  const says = sayer(ports, tenant, fay.value);
  const sent = await says(`demo/${AGAIN.reference}`, { kind: 'claims', partner: PARTNER, rows });
  if (!sent.ok) return sent;
  const actor = systemActor('trust');
  await runScan(ports, tenant, { scan: detect, kind: 'arrival', partner: PARTNER, actor });
  const { held } = await ports.store.inTenant(tenant, (tx) => tx.trust.figures());
  return accept(held);
}

function policyOf(ports: Ports, tenant: TenantId) {
  return ports.store.inTenant(tenant, (tx) => tx.trust.policy());
}
