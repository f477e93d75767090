import { randomUUID } from 'node:crypto';
import { systemActor } from '../../../app/actor.ts';
import { startBackTest } from '../../../app/trust/backTest.ts';
import { decideCase } from '../../../app/trust/decideCase.ts';
import { recordFindings } from '../../../app/trust/recordFindings.ts';
import { holdCase } from '../../../app/trust/releaseHold.ts';
import type { Finding } from '../../../core/trust/finding.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Cases in a world, about claims that no other test knows, decided by nobody who asks.

const CLERK = { kind: 'person' as const, id: 'clerk' };

/** A case that nobody has looked at, and that holds nothing. */
export async function openCase({ api, tenant, mark }: World): Promise<Thing> {
  const id = `${mark}-${randomUUID()}`;
  const finding: Finding = {
    ...{ detector: 'duplicateClaims', version: 1, group: 'fraud', object: 'claim', id, score: 880 },
    ...{ minor: 40_000, currency: 'EUR', evidence: [{ object: 'claim', id, facts: { reference: mark } }] },
  };
  return api.ports.store.inTenant(tenant, async (tx) => {
    const run = { kind: 'asked', parameters: {}, findings: [finding], actor: systemActor('trust') } as const;
    await recordFindings(api.ports, tx, run);
    const found = await tx.trust.caseOf({ object: 'claim', id });
    if (found === undefined) throw new Error('Fault: a finding of 880 opens a case');
    return { id: found.id };
  });
}

/** The same, held by hand and decided. */
export async function decidedCase(world: World): Promise<Thing> {
  const { api, tenant } = world;
  const { id } = await openCase(world);
  taken(await holdCase(api.ports, tenant, { id, reason: 'Wait', actor: CLERK }));
  const said = { decision: 'falseAlarm', reason: 'explained', text: 'It is another one' } as const;
  taken(await decideCase(api.ports, tenant, { id, ...said, actor: CLERK }));
  return { id };
}

export async function someBackTest({ api, tenant }: World): Promise<Thing> {
  const parameters = { duplicateClaims: { leastScore: 300 } };
  return { id: taken(await startBackTest(api.ports, tenant, { parameters, actor: CLERK })).id };
}
