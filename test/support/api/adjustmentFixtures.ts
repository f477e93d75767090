import { approveAdjustment } from '../../../app/adjustments/decideAdjustment.ts';
import { proposeAdjustment } from '../../../app/adjustments/proposeAdjustment.ts';
import { day, decimal } from '../facts.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Amounts beside the terms in a world, of somebody who is none of those who ask.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const OTHER = { kind: 'person' as const, id: 'other' };

/** 1.00 that nobody has decided on. */
export async function proposedAdjustment(world: World, document: string): Promise<Thing> {
  const { api, tenant, mark } = world;
  const asked = {
    ...{ agreement: `${mark}-A`, term: 'volume', partner: `${mark}-P1`, kind: 'goodwill' as const, document },
    parts: [{ firstDay: day('2026-01-01'), countsFrom: day('2026-08-31'), amount: decimal('1.00') }],
    ...{ reason: mark, wording: mark, actor: CLERK },
  };
  return { id: taken(await proposeAdjustment(api.ports, tenant, asked)).id };
}

export async function approvedAdjustment(world: World, document: string): Promise<Thing> {
  const { id } = await proposedAdjustment(world, document);
  taken(await approveAdjustment(world.api.ports, world.tenant, { id, actor: OTHER }));
  return { id };
}
